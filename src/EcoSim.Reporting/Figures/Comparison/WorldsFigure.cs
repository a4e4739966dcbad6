using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>Several worlds side by side: what each does to the headline outcomes.</summary>
internal static class WorldsFigure
{
    private const float NameWidth = 128;
    private const float ValueWidth = 128;
    private const float Around = 240;
    private const float AroundPanel = 84;

    public static Page Draw(IReadOnlyList<PairedComparison> comparisons, int width = 1200)
    {
        // Where outcomes are declared, nothing is known of the others.
        bool declared = comparisons[0].Declared;
        IReadOnlyList<string> outcomes = declared ? [.. comparisons[0].Effects.Select(effect => effect.Outcome)] : Headlines.Outcomes;
        int rows = (outcomes.Count + 1) / 2;
        return new Page(width, (int)(Around + rows * (AroundPanel + DotRows.RowHeight * Math.Max(4, comparisons.Count))))
        {
            Title = $"What each change does to the {(declared ? "declared" : "headline")} outcomes",
            Context = ComparedTimes.Context(comparisons),
            Question = "Which change matters most, and for what?",
            Note = EffectsFigure.Reading(comparisons[0].Baseline.Replicates.Count, declared, "panel") + $" Each world is corrected by itself, so that each may have its false alarm. {DotRows.Reading} Worlds in which an outcome does not move are left out of its panel.",
        }.With(2, [.. outcomes.Select(outcome => DotRows.PanelOf(OutcomeWords.Of(outcome), comparisons[0].Baseline.Label, Rows(comparisons, outcome), NameWidth, ValueWidth))]);
    }

    /// <summary>A row for each world in their order from the top.</summary>
    private static DotRow[] Rows(IReadOnlyList<PairedComparison> comparisons, string outcome) =>
    [
        .. comparisons.Select((comparison, i) => (comparison, i)).Reverse().SelectMany(pair =>
            EffectsFigure.Shown(pair.comparison.Effects.Where(effect => effect.Outcome == outcome))
                .Select(effect => DotRow.Of(effect, pair.comparison.Other.Label, ComparedTimes.Of(pair.i)))),
    ];
}
