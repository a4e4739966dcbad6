using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Reporting;

/// <summary>What changes that end did while they lasted and after, in sentences.</summary>
public static class PassingText
{
    private const int MostNamed = 3;

    /// <summary>A sentence for each, and one for those whose effect cannot be told; none when nothing passes, nothing differs, or one pair of replicates has no interval.</summary>
    public static IEnumerable<string> Of(PairedComparison comparison) => comparison.Identical || comparison.Headline.Paired.Pairs < 2
        ? []
        : [.. comparison.Passing.Told.Select(passing => Told(passing, comparison.Baseline.Setup.Start)), .. Untold(comparison.Passing)];

    private static string Told(PassingChange passing, CalendarMonth start)
    {
        string names = string.Join(" or ", passing.Names.Select(Quoted));
        string during = $"While {names} lasted ({Months(passing.During)}), {OutcomeWords.Within(passing.During.Effect.Outcome)} {Moved(passing.During.Effect)}";
        string after = passing.After is { } afterwards ? $"; afterwards ({Months(afterwards)}) it {Moved(afterwards.Effect)}" : "";
        return $"{during}{after}.{LeftBehind(passing.Earlier)}";

        string Months(PassingEffect effect) => effect.First == effect.Last
            ? $"{new CalendarMonth(start.Index + effect.First)}"
            : $"{new CalendarMonth(start.Index + effect.First)} to {new CalendarMonth(start.Index + effect.Last)}";
    }

    /// <summary>An earlier change is over, but what it did to firms and people is not.</summary>
    private static string LeftBehind(IReadOnlyList<string> earlier) => earlier.Count == 0 ? "" : $" What {Named([.. earlier.Select(Quoted)])} left behind is in these numbers too.";

    private static IEnumerable<string> Untold(PassingChanges passing)
    {
        if (passing.Untold.Count > 0)
        {
            string[] beside = [.. passing.Beside.Select(what => Catalogue.All.Any(parameter => parameter.Path == what) ? what : Quoted(what))];
            yield return $"What {Named([.. passing.Untold.Select(Quoted)])} did while {(passing.Untold.Count == 1 ? "it" : "they")} lasted is not told: "
                + $"in the same months the worlds also differ in {Named(beside)}, which {(beside.Length == 1 ? "does" : "do")} not end.";
        }
    }

    private static string Quoted(string name) => $"“{name}”";

    /// <summary>"a, b and c"; of more than a few the first ones.</summary>
    private static string Named(string[] names) => names.Length > MostNamed ? $"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more"
        : names.Length > 1 ? $"{string.Join(", ", names[..^1])} and {names[^1]}"
        : names[0];

    /// <summary>"was lower by 0.4 billion RMB on average (−1 %; 95 % confidence interval −0.6 to −0.2 billion RMB)".</summary>
    private static string Moved(Effect effect)
    {
        PairedDifference paired = effect.Paired;
        var scale = new AmountScale(effect.Unit, paired.Difference, paired.Low, paired.High);
        string relative = double.IsNaN(effect.Relative) ? "" : $"{Amount.Percent(effect.Relative)}; ";
        string sure = $"({relative}{SamePairs.Sure(scale, paired)})";
        string mean = Observables.All[Observables.IndexOf(effect.Outcome)].Kind == ObservableKind.Flow ? "in sum" : "on average";
        return SamePairs.AreZero(paired) ? "differed in no pair of replicates"
            : paired is { Low: <= 0, High: >= 0 }
            ? $"differed by {scale.Signed(paired.Difference)} {mean} {sure}, an interval that includes 0"
            : $"was {(paired.Difference > 0 ? "higher" : "lower")} by {scale.Of(Math.Abs(paired.Difference))} {mean} {sure}";
    }
}
