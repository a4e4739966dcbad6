using System.Text;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Writes problems as a terminal shows them.</summary>
public static class ProblemText
{
    /// <summary>
    /// Each problem as <c>file:line:column: path: found …</c>, which editors and terminals turn into a link, then what is
    /// allowed and what was probably meant; last the number of problems. Empty when there is none.
    /// </summary>
    public static string Write(IReadOnlyList<Problem> problems)
    {
        var text = new StringBuilder();
        foreach (Problem problem in problems)
        {
            text.Append(Findings.Clip(problem.File, 300));
            if (problem.Line is { } line)
            {
                text.Append(':').Append(line).Append(':').Append(problem.Column ?? 1);
            }

            text.Append(": ");
            if (problem.Path.Length > 0)
            {
                text.Append(Findings.Clip(problem.Path, 120)).Append(": ");
            }

            text.Append("found ").Append(problem.Found).Append('\n');
            text.Append("    allowed: ").Append(problem.Allowed).Append('\n');
            if (problem.Suggestion is { } suggestion)
            {
                text.Append("    did you mean \"").Append(Findings.Clip(suggestion, 120)).Append("\"?\n");
            }
        }

        if (problems.Count > 0)
        {
            text.Append(problems.Count).Append(problems.Count == 1 ? " problem" : " problems").Append("; nothing was run.\n");
        }

        return text.ToString();
    }
}
