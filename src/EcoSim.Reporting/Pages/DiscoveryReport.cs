using System.Globalization;
using EcoSim.Experiments.Discovery;
using EcoSim.Experiments.Results;
using EcoSim.Model.Declaration;

namespace EcoSim.Reporting;

/// <summary>The page of a discovery.</summary>
public static class DiscoveryReport
{
    /// <param name="result">What was found.</param>
    /// <param name="drawn">Its figures.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static Report Of(DiscoveryResult result, DrawnFigures drawn, string commandLine) => new()
    {
        Title = $"Where {result.Statement.Text} holds",
        Context = $"Boxes in the sweep {result.Table.Name}: {Amount.Count(result.Found.Points, "point", "points")}, means over {Amount.Count(result.Table.Replicates, "replicate", "replicates")}",
        Questions = [$"Where in parameter space does “{result.Statement.Text}” hold?"],
        Answers = [Answer(result)],
        AnswerNote = "Density is the share of the points in a box at which the statement holds, coverage the share of all such points that the box contains. "
            + "Boxes tell of the ranges that the sweep tried and of no others.",
        Changes = [],
        Warnings = [.. new[] { Warnings.OfReplicates(result.Table.Replicates), Warnings.OfCalibration(), Warnings.OfFonts(drawn.FontProblem) }.OfType<Warning>()],
        Figures = drawn.Figures,
        Tables = [.. result.Found.Boxes.Select((box, number) => TableOf(result, box, number))],
        Provenance = [("Program", $"EcoSim {ProgramVersion.Text}"), ("Sweep", result.Table.Name), ("Method", "patient rule induction (PRIM)")],
        CommandLine = commandLine,
    };

    internal static string Answer(DiscoveryResult result)
    {
        Discovery found = result.Found;
        string held = $"It holds at {found.Hits} of {found.Points} points{BoxWords.Doubtful(result)}";
        if (found.Boxes.Count == 0)
        {
            return $"{held}. No box tells where better than chance.{(BoxWords.Ended(result) is { } best ? $" {best}" : "")}";
        }

        FoundBox box = found.Boxes[0].Found;
        string limits = string.Join(" and ", box.Limits.Select(limit =>
        {
            ParameterDeclaration parameter = result.Table.Points.Parameters[limit.Parameter];
            return $"{parameter.Path} {(EndWords.IsSwitch(parameter) ? "is " : "")}{BoxWords.Range(parameter, limit.Low, limit.High)}";
        }));
        return string.Create(CultureInfo.InvariantCulture, $"{held}. Where {limits}, it holds at {box.Score.Density:0 %} of the points, and {box.Score.Coverage:0 %} of all points at which it holds are there.")
            + string.Concat(new[] { BoxWords.Short(result, found.Boxes[0]), BoxWords.Ended(result) }.OfType<string>().Select(more => $" {more}"));
    }

    private static ReportTable TableOf(DiscoveryResult result, DiscoveredBox box, int number) => new(
        $"Box {number + 1}",
        string.Create(CultureInfo.InvariantCulture, $"Density {box.Found.Score.Density:0 %}, coverage {box.Found.Score.Coverage:0 %}; as good a box is found in {box.ChanceOfBalance:0 %} of sweeps with shuffled outcomes. p of a limit: not corrected for the search that chose it among many.")
            + (BoxWords.Short(result, box) is { } missed ? $" {missed}" : ""),
        [new("Parameter"), new("Range"), new("p of the limit, not corrected", true), new("Limited again when resampled", true)],
        [
            .. box.Found.Limits.Select(limit =>
            {
                ParameterDeclaration parameter = result.Table.Points.Parameters[limit.Parameter];
                return new ReportRow(
                    [
                        parameter.Path, BoxWords.Range(parameter, limit.Low, limit.High), ReportCell.Probability(limit.PValue),
                        new ReportCell(Amount.Percent(box.LimitedAgain[limit.Parameter]).TrimStart('+'), box.LimitedAgain[limit.Parameter]),
                    ],
                    Meaning: parameter.Meaning);
            }),
        ]);
}
