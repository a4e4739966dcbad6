using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Reporting;

/// <summary>What a change that ends did while it lasted and after it, in a sentence.</summary>
public static class PassingText
{
    /// <summary>The sentence; null when nothing passes, nothing differs, or one pair of replicates has no interval.</summary>
    public static string? Of(PairedComparison comparison)
    {
        if (comparison.Passing is not { } passing || comparison.Identical || comparison.Headline.Paired.Pairs < 2)
        {
            return null;
        }

        CalendarMonth start = comparison.Baseline.Setup.Start;
        string names = string.Join(" and ", passing.Names.Select(name => $"“{name}”"));
        string during = $"While {names} lasted ({Months(passing.During)}), {OutcomeWords.Within(passing.During.Effect.Outcome)} {Moved(passing.During.Effect)}";
        return passing.After is { } after ? $"{during}; afterwards ({Months(after)}) it {Moved(after.Effect)}." : $"{during}.";

        string Months(PassingEffect effect) => effect.First == effect.Last
            ? $"{new CalendarMonth(start.Index + effect.First)}"
            : $"{new CalendarMonth(start.Index + effect.First)} to {new CalendarMonth(start.Index + effect.Last)}";
    }

    /// <summary>"was lower by 0.4 billion RMB on average (−1 %; 95 % confidence interval −0.6 to −0.2 billion RMB)".</summary>
    private static string Moved(Effect effect)
    {
        PairedDifference paired = effect.Paired;
        var scale = new AmountScale(effect.Unit, paired.Difference, paired.Low, paired.High);
        string relative = double.IsNaN(effect.Relative) ? "" : $"{Amount.Percent(effect.Relative)}; ";
        string sure = $"({relative}95 % confidence interval {scale.Range(paired.Low, paired.High)})";
        string mean = Observables.All[Observables.IndexOf(effect.Outcome)].Kind == ObservableKind.Flow ? "in sum" : "on average";
        return paired is { Low: <= 0, High: >= 0 }
            ? $"differed by {scale.Signed(paired.Difference)} {mean} {sure}, an interval that includes 0"
            : $"was {(paired.Difference > 0 ? "higher" : "lower")} by {scale.Of(Math.Abs(paired.Difference))} {mean} {sure}";
    }
}
