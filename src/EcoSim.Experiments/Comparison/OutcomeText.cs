using System.Globalization;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Comparison;

/// <summary>
/// Reads an outcome as a person writes it: <c>rent</c>, <c>rent:final</c>, <c>rent:mean</c>, <c>rent:mean:180-239</c>, <c>quits:sum:0-59</c>,
/// <c>dragons_total:first&gt;=5</c> (or <c>dragons_total:first:5</c>), <c>rent:first&lt;=0.9</c>.
/// </summary>
public static class OutcomeText
{
    /// <summary>The outcome, or null and what is wrong.</summary>
    public static OutcomeMeasure? Read(string text, out string problem)
    {
        string[] parts = text.Trim().Split(':', 2);
        string name = parts[0].Trim();
        OutcomeMeasure? usual = OutcomeMeasure.Usual.FirstOrDefault(outcome => outcome.Name == name);
        if (usual is null)
        {
            problem = $"found '{text}'; allowed is an observable ('ecosim describe observables' lists them), alone or followed by a measure, such as ecosystem_value:mean:180-239.{Meant(NearestObservable(name))}";
            return null;
        }

        problem = "";
        return parts.Length == 1 ? usual : Measure(usual, parts[1].Replace(" ", ""), out problem);
    }

    private static OutcomeMeasure? Measure(OutcomeMeasure usual, string text, out string problem)
    {
        int end = text.IndexOfAny([':', '<', '>', '=']);
        string word = end < 0 ? text : text[..end];
        string rest = end < 0 ? "" : text[end..];
        problem = "";
        if (MeasureWord.All.FirstOrDefault(measure => measure.Word == word) is not { } known)
        {
            problem = $"{usual.Name}: found the measure '{word}'; allowed are {MeasureWord.Listed}.{Meant(NearestName.Among(word, MeasureWord.All.Select(measure => measure.Word)))}";
            return null;
        }

        OutcomeMeasure outcome = usual with { Name = $"{usual.Name}:{word}", Kind = known.Kind };
        return known.Takes switch
        {
            MeasureArgument.Nothing when rest.Length > 0 => Wrong(ref problem, $"{outcome.Name}: found '{rest}' after it; allowed is nothing, since it is the {outcome.Meaning}."),
            MeasureArgument.Nothing => outcome,
            MeasureArgument.Window => Windowed(outcome, rest, ref problem),
            MeasureArgument.Threshold => Beyond(outcome, rest, ref problem),
            _ => throw new InvalidOperationException($"The reader of outcomes knows nothing of {nameof(MeasureArgument)} {known.Takes}."),
        };
    }

    private static OutcomeMeasure? Windowed(OutcomeMeasure outcome, string rest, ref string problem)
    {
        if (rest.Length == 0)
        {
            return outcome;
        }

        string[] months = rest[1..].Split('-');
        int last = -1;
        return rest[0] == ':' && months.Length == 2 && Month(months[0], out int first) && Month(months[1], out last) && first <= last
            ? outcome with { Name = $"{outcome.Name}:{first}-{last}", Window = (first, last) }
            : Wrong(ref problem, $"{outcome.Name}: found '{rest}'; allowed is a first and a last month, such as :180-239, where month 0 is the first one recorded.");
    }

    private static OutcomeMeasure? Beyond(OutcomeMeasure outcome, string rest, ref string problem)
    {
        bool falling = rest.StartsWith("<=", StringComparison.Ordinal);
        string number = rest.StartsWith(':') ? rest[1..] : falling || rest.StartsWith(">=", StringComparison.Ordinal) ? rest[2..] : "";
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double threshold) && double.IsFinite(threshold)
            ? outcome with
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"{outcome.Name}{(falling ? "<=" : ">=")}{threshold}"),
                Threshold = threshold,
                Falling = falling,
            }
            : Wrong(ref problem, $"{outcome.Name}: found '{rest}'; allowed is a threshold, such as first:5 or 'first>=5' (at or above 5) or 'first<=5' (at or below).");
    }

    private static bool Month(string text, out int month) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out month);

    private static OutcomeMeasure? Wrong(ref string problem, string what)
    {
        problem = what;
        return null;
    }

    /// <summary>The observable that was mistyped or, of those that have a word in common with what was typed, the first, headlines before others.</summary>
    private static string? NearestObservable(string typed)
    {
        string[] names = [.. Headlines.Outcomes.Union(Observables.All.Select(observable => observable.Name))];
        return NearestName.Among(typed, names) ?? NearestName.Related(typed, names).FirstOrDefault();
    }

    private static string Meant(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";
}
