using EcoSim.Experiments.Statistics;

namespace EcoSim.Tests.Statistics;

public sealed class JackknifeTests
{
    [Fact]
    public void OfAMeanItIsTheOrdinaryStandardError()
    {
        double[] values = [3, 1, 4, 1, 5, 9, 2, 6];
        PooledEstimate estimate = Jackknife.Of(values, some => some.Average());
        Spread spread = Spread.Of(values);
        Assert.Equal(spread.Mean, estimate.Value, 12);
        Assert.Equal(spread.StandardError, estimate.StandardError, 12);
        Assert.Equal(8, estimate.Replicates);
    }

    [Fact]
    public void OfARatioOfSumsItIsTheSpreadThatManySamplesShow()
    {
        // Events among a hundred to three hundred cases each, with a chance of its own for each replicate: a pooled share with clustered luck.
        const int Samples = 400, Replicates = 25;
        var random = new Random(5);
        PooledEstimate[] estimates = [.. Enumerable.Range(0, Samples).Select(_ => Jackknife.Of(
            [.. Enumerable.Range(0, Replicates).Select(_ => Replicate(random))], some => some.Sum(r => r.Events) / (double)some.Sum(r => r.Cases)))];
        Spread spread = Spread.Of([.. estimates.Select(estimate => estimate.Value)]);
        double told = Math.Sqrt(estimates.Average(estimate => estimate.StandardError * estimate.StandardError));

        // A standard deviation from n samples is known to 1/√(2n) of itself, and so is each replicate's part in the mean told.
        double tolerance = 5 * Math.Sqrt((1.0 / Samples + 1.0 / Samples / Replicates) / 2);
        Assert.InRange(told / spread.StandardDeviation, 1 - tolerance, 1 + tolerance);
    }

    [Fact]
    public void OneReplicateHasNoErrorNoneHasNoValueAndEqualOnesHaveNone()
    {
        Assert.Equal((7.0, double.NaN), Both(Jackknife.Of([7.0], some => some.Average())));
        Assert.Equal((double.NaN, double.NaN), Both(Jackknife.Of(Array.Empty<double>(), some => some.Average())));
        PooledEstimate equal = Jackknife.Of([0.1, 0.1, 0.1], some => some.Sum() / some.Count);
        Assert.Equal(0.1, equal.Value, 15);
        Assert.Equal(0, equal.StandardError);
    }

    private static (double Value, double Error) Both(PooledEstimate estimate) => (estimate.Value, estimate.StandardError);

    private static (int Events, int Cases) Replicate(Random random)
    {
        int cases = random.Next(100, 301);
        double chance = 0.2 + 0.2 * random.NextDouble();
        return (Enumerable.Range(0, cases).Count(_ => random.NextDouble() < chance), cases);
    }
}
