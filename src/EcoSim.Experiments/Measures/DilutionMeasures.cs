using MathNet.Numerics.Statistics;

namespace EcoSim.Experiments.Measures;

/// <summary>Equity sold by stage: Carta's medians over primary rounds.</summary>
public static class DilutionMeasures
{
    public static IReadOnlyList<Measure> All { get; } =
        [Of("dilution_seed", "seed"), Of("dilution_series_a", "a"), Of("dilution_series_b", "b"), Of("dilution_series_c", "c"), Of("dilution_series_d", "d")];

    private static Measure Of(string name, string stage) => Measure.Pooled(
        name, "%", "Median of money raised over post-money value; rounds of this stage that home start-ups closed in the recorded months.",
        replicates => 100 * replicates
            .SelectMany(run => run.Financings)
            .Where(round => round.Stage == stage && round.Month >= 0)
            .Select(round => round.SoldShare)
            .Median());
}
