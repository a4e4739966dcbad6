using System.Collections.Concurrent;
using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Laws;

/// <summary>A region of ten times as many workers has ten times as many of everything.</summary>
/// <remarks>
/// What a region's few firms feed back on is noisier in a small one, and the model is curved in it. At 10,000 workers over 240 months, with 300 replicates against 40: people
/// without work -0.4 % (s.e. 0.4), founded per worker -1.7 % (0.6), jobs -4.1 % (1.5), value -3.6 % (2.1), dragons -13 % (6).
/// </remarks>
public sealed class ScaleTests
{
    private const int Small = 10_000, Large = 100_000, Huge = 1_000_000;

    /// <summary>Standard errors; ten comparisons, each on one fixed set of luck. The spread comes from so many replicates that it is itself known to about a seventh.</summary>
    private const double K = 4;

    /// <summary>How far a small region may be from the large one in what rests on few firms there, beside luck.</summary>
    private const double Margin = 0.05;

    private static readonly Lazy<RunResult[]> ManySmall = new(() => Ensemble(Small, 150));
    private static readonly Lazy<RunResult[]> Hundred = new(() => Ensemble(Large, 24));
    private static readonly Lazy<RunResult[]> Million = new(() => Ensemble(Huge, 1));

    [Theory]
    [InlineData("startups_founded")]
    [InlineData("spin_outs_founded")]
    [InlineData("startups_failed")]
    [InlineData("startups_alive")]
    [InlineData("ecosystem_value")]
    [InlineData("unemployed")]
    public void A_million_workers_have_ten_times_as_many(string observable) => Alike(Hundred.Value, Large, Million.Value, Huge, observable);

    [Theory]
    [InlineData("unemployed")]
    [InlineData("layoffs")]
    [InlineData("anchor_headcount")]
    [InlineData("graduates")]
    public void The_labour_market_of_a_small_region_is_a_tenth(string observable) => Alike(Hundred.Value, Large, ManySmall.Value, Small, observable);

    [Theory]
    [InlineData("startups_founded")]
    [InlineData("startups_alive")]
    [InlineData("startup_jobs")]
    [InlineData("affiliated_investment")]
    [InlineData("ecosystem_value")]
    [InlineData("rival_startups_alive")]
    public void What_grows_from_few_firms_is_not_shown_to_differ_by_more_than_a_twentieth(string observable)
    {
        double[] large = PerWorker(Hundred.Value, Large, observable), small = PerWorker(ManySmall.Value, Small, observable);
        double error = Math.Sqrt(Variance(large) / large.Length + Variance(small) / small.Length);
        double beyond = Math.Abs(small.Average() - large.Average()) - Margin * large.Average();
        Assert.True(beyond <= K * error, $"{observable} per worker is {small.Average():G4} at {Small} workers and {large.Average():G4} at {Large}: beyond {Margin:P0} by {beyond / error:G3} standard errors.");
    }

    /// <summary>The spread of a replicate is that of the smaller region, and falls with the root of the size.</summary>
    private static void Alike(RunResult[] large, int workersOfLarge, RunResult[] other, int workersOfOther, string observable)
    {
        double[] perWorker = PerWorker(large, workersOfLarge, observable);
        double mean = perWorker.Average();
        double variance = Variance(perWorker);
        double othersVariance = variance * workersOfLarge / workersOfOther;
        double error = Math.Sqrt(variance / perWorker.Length + othersVariance / other.Length);
        Sigma.Within((PerWorker(other, workersOfOther, observable).Average() - mean) / error, K, $"{observable} per worker at {workersOfOther} against {workersOfLarge}");
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(x => (x - mean) * (x - mean)) / (values.Length - 1);
    }

    private static double[] PerWorker(RunResult[] results, int workers, string observable) =>
        [.. results.Select(result => Trial.Mean(result, observable) / workers)];

    private static RunResult[] Ensemble(int workers, int replicates)
    {
        Plan plan = Trial.Plan([("population.workers", workers), ("run.months", 120), ("run.warmupMonths", 60)]);
        var results = new ConcurrentDictionary<int, RunResult>();
        Parallel.For(0, replicates, replicate => results[replicate] = Trial.Run(plan, replicate));
        return [.. results.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }
}
