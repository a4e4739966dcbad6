using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The two small pictures of a gallery page.</summary>
internal static class GalleryFigures
{
    /// <summary>Pixels of the pictures per pixel of the pages, which keeps the files small.</summary>
    public const float Scale = 0.8f;

    private const int Width = 1000;
    private const float NameWidth = 230;
    private const float ValueWidth = 150;
    private const float Around = 218;

    /// <summary>The headline in every world, and its paired difference.</summary>
    public static Page Times(IReadOnlyList<PairedComparison> comparisons)
    {
        const string Value = Headlines.EcosystemValue;
        FigureInput baseline = ComparedTimes.Input(comparisons[0].Baseline);
        FigureInput[] others = [.. comparisons.Select(comparison => ComparedTimes.Input(comparison.Other))];
        var dates = new ComparedDates(comparisons);
        int pairs = comparisons[0].Baseline.Replicates.Count;
        return new Page(Width, 470)
        {
            Title = $"Ecosystem value: {(others.Length == 1 ? $"“{comparisons[0].Other.Label}”" : $"{others.Length} worlds")} against “{comparisons[0].Baseline.Label}”",
            Context = ComparedTimes.Context(comparisons),
            Note = $"Left: {baseline.BandNote} Right: mean difference from “{comparisons[0].Baseline.Label}” over {ComparedTimes.Pairs(pairs)} with the same luck"
                + (pairs > 1 ? ", with its 95 % confidence interval (Student t, each month by itself)." : ".") + (others.Length == 1 || dates.Note.Length > 0 ? " " + dates.Note : ""),
            Legend = [(ComparedTimes.Baseline, comparisons[0].Baseline.Label), .. comparisons.Select((comparison, i) => (ComparedTimes.Of(i), comparison.Other.Label))],
        }.With(2, BandsFigure.PanelOf(Value, baseline, others, dates), DifferenceFigure.PanelOf(Value, comparisons, dates));
    }

    /// <summary>What moves: the prominent outcomes of one world, or the headlines of several.</summary>
    public static Page Effects(IReadOnlyList<PairedComparison> comparisons)
    {
        if (comparisons.Count > 1)
        {
            return WorldsFigure.Draw(comparisons, Width);
        }

        Effect[] shown = EffectsFigure.Shown(comparisons[0].Effects.Where(effect => ReportParts.IsProminent(effect.Outcome)));
        return new Page(Width, (int)(Around + DotRows.RowHeight * Math.Max(6, shown.Length)))
        {
            Title = $"What “{comparisons[0].Other.Label}” moves against “{comparisons[0].Baseline.Label}”",
            Context = ComparedTimes.Context(comparisons),
            Note = $"{EffectsFigure.Reading(comparisons[0].Baseline.Replicates.Count)} {DotRows.Reading}",
            Legend = [.. DotRows.Legend],
        }.With(1, DotRows.PanelOf("Difference", comparisons[0].Baseline.Label, EffectsFigure.Rows(shown), NameWidth, ValueWidth));
    }
}
