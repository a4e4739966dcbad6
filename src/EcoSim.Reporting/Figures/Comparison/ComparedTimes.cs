using System.Globalization;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Reporting.Style;
using ScottPlot;

namespace EcoSim.Reporting;

/// <summary>What the time figures of a comparison share: calendar, colours, lines below the title.</summary>
internal static class ComparedTimes
{
    /// <summary>Colour of the baseline; the others take the rest of the sequence.</summary>
    public static readonly Color Baseline = Colours.Quiet;

    public static Color Of(int other) => Colours.Sequence[other % (Colours.Sequence.Length - 1)];

    public static FigureInput Input(ComparedWorld world) => new(new EnsembleResult(world.Scenario, world.Replicates, [], [], false));

    /// <summary>More worlds are only counted in the line below the title; the legend names them.</summary>
    private const int MostNamed = 3;

    /// <summary>Names, dates and replicates, for the line below the title.</summary>
    public static string Context(IReadOnlyList<PairedComparison> comparisons)
    {
        ComparedWorld baseline = comparisons[0].Baseline;
        string others = comparisons.Count > MostNamed ? $"{comparisons.Count} worlds" : string.Join(", ", comparisons.Select(comparison => $"“{comparison.Other.Label}”"));
        return string.Create(CultureInfo.InvariantCulture,
            $"{others} against “{baseline.Label}”  ·  {baseline.Replicates[0].Series.Months} months from {baseline.Setup.Start}  ·  {Pairs(baseline.Replicates.Count)} with the same luck");
    }

    /// <summary>Which worlds are the same as one drawn before them, so that one line hides the other; empty when none are.</summary>
    public static string SameNote(IReadOnlyList<PairedComparison> comparisons) =>
        ComparisonReport.SameWorlds(comparisons) is { } same ? $" {same} in every month, and hides it." : "";

    public static string Pairs(int count) => count == 1 ? "1 pair of replicates" : $"{count} pairs of replicates";
}
