using System.Collections.Concurrent;
using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Laws;

/// <summary>Switching off what the anchor gives lowers the worth of the ecosystem, where the effect is large enough for small worlds.</summary>
/// <remarks>Capital and signal move it less: their effect is measured in the baseline's own size, as the documentation reports.</remarks>
public sealed class ChannelTests
{
    /// <summary>Enough for the weakest of them: with fewer pairs of such small worlds the luck of the draw would hide it now and then.</summary>
    private const int Replicates = 40;

    /// <summary>Standard errors by which the mean change must clear zero.</summary>
    private const double K = 2;

    private static readonly Lazy<RunResult[]> Baseline = new(() => Ensemble());

    [Theory]
    [InlineData("anchor.present")]
    [InlineData("channels.talent")]
    [InlineData("channels.spillover")]
    [InlineData("channels.cloud")]
    [InlineData("channels.hub")]
    public void Without_it_the_ecosystem_is_worth_less(string path)
    {
        double[] differences = [.. Ensemble((path, 0)).Zip(Baseline.Value, (off, on) => Worth(off) - Worth(on))];
        Sigma.Sign(differences, -1, K, $"mean ecosystem_value without {path}");
    }

    private static double Worth(RunResult result) => Trial.Mean(result, "ecosystem_value");

    private static RunResult[] Ensemble(params ReadOnlySpan<(string, double)> changes)
    {
        Plan plan = Trial.Plan([("population.workers", 30_000), ("run.months", 180), ("run.warmupMonths", 60), .. changes]);
        var results = new ConcurrentDictionary<int, RunResult>();
        Parallel.For(0, Replicates, replicate => results[replicate] = Trial.Run(plan, replicate));
        return [.. results.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }
}
