using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Measures;

/// <summary>Inputs of the model that are published as such.</summary>
public static class InputMeasures
{
    private const int MonthsPerYear = 12;

    public static IReadOnlyList<Measure> All { get; } =
    [
        Measure.Mean("cloud_price_trend", "% a year",
            "Growth of the anchor's list price that a least-squares line through its logarithm gives, over the recorded months; dated price cuts included.",
            run => 100 * (Math.Exp(MonthsPerYear * LogTrend.Slope(run.CloudPrice)) - 1), MeasureRange.Growth),
        Measure.Parameter("accelerator_price_performance_doubling", "years",
            "The parameter compute.hardwareDoubling, from which the price of own hardware follows.",
            run => run.AcceleratorDoublingYears),
        Measure.Parameter("spillover_elasticity", "1",
            "The parameter hub.agglomerationElasticity: the elasticity of milestones and innovations in the hub's staff of the sector.",
            run => run.SpilloverElasticity, MeasureRange.Any),
    ];
}
