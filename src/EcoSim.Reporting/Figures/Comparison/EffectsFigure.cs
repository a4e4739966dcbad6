using EcoSim.Experiments.Comparison;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The effect on every outcome as a dot with its interval, sorted.</summary>
internal static class EffectsFigure
{
    private const float NameWidth = 380;
    private const float ValueWidth = 150;
    private const float Around = 230;

    /// <param name="comparison">What to draw.</param>
    /// <param name="narrow">For a telephone: names and numbers above their rows.</param>
    public static Page Draw(PairedComparison comparison, bool narrow = false)
    {
        Effect[] shown = Shown(comparison.Effects);
        int zero = comparison.Effects.Count(effect => !Moves(effect));
        int missing = comparison.Effects.Count - shown.Length - zero;
        return new Page(1200, (int)(Around + DotRows.RowHeight * Math.Max(6, shown.Length)))
        {
            Title = $"What “{comparison.Other.Label}” does to every outcome",
            Context = ComparedTimes.Context([comparison]),
            Question = "What does the change move, in which direction, and how sure is that?",
            Note = $"{Reading(comparison.Baseline.Replicates.Count, comparison.Declared)} {DotRows.Reading}{LeftOut(zero, missing)}",
            Legend = [.. DotRows.Legend],
        }.With(1, DotRows.PanelOf("Difference", comparison.Baseline.Label, Rows(shown), NameWidth, ValueWidth, above: narrow));
    }

    /// <summary>Those that have a relative effect and moved, the largest fall first.</summary>
    public static Effect[] Shown(IEnumerable<Effect> effects) =>
        [.. effects.Where(effect => double.IsFinite(effect.Relative) && Moves(effect)).OrderBy(effect => effect.Relative)];

    public static DotRow[] Rows(IEnumerable<Effect> effects) => [.. effects.Select(effect => DotRow.Of(effect, OutcomeWords.Of(effect.Outcome)))];

    /// <summary>How dots and lines are to be read.</summary>
    /// <param name="pairs">Pairs of replicates.</param>
    /// <param name="declared">True where the name of an outcome may say how it is made.</param>
    /// <param name="named">What bears that name.</param>
    public static string Reading(int pairs, bool declared = false, string named = "row") => pairs == 1
        ? "Dot: one pair of replicates, so there is no interval."
        : $"Dot: mean paired difference at the end (flows: sum over months){(declared ? $" unless the {named} says otherwise" : "")}; line: its 95 % confidence interval over {ComparedTimes.Pairs(pairs)}, outcome by outcome. Filled: below 5 % after Holm’s correction for all outcomes of its world, or the same in every replicate.";

    /// <summary>What has no dot, and why; nothing where all have one.</summary>
    internal static string LeftOut(int still, int missing)
    {
        string[] parts = [.. new[] { still == 0 ? "" : $"{Amount.Count(still, "outcome that does", "outcomes that do")} not move", missing == 0 ? "" : $"{Amount.Count(missing, "outcome", "outcomes")} whose baseline is 0 or missing" }.Where(part => part.Length > 0)];
        return parts.Length == 0 ? "" : $" Left out: {string.Join(", ", parts)}.";
    }

    private static bool Moves(Effect effect) => effect.Paired.Difference != 0 || effect.Paired.High > effect.Paired.Low;
}
