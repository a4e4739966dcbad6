using EcoSim.Experiments.Statistics;
using MathNet.Numerics.Statistics;

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

    /// <summary>
    /// Tests and grades of fifteen law schools (Efron and Tibshirani 1993, An Introduction to the Bootstrap; data set "law" of the R package of that
    /// name), whose correlation is 0.7764; its jackknife error was worked out apart from this program, in Python by the definition.
    /// </summary>
    [Fact]
    public void OfThePublishedLawSchoolsItIsTheirKnownError()
    {
        (double Test, double Grade)[] schools =
        [
            (576, 3.39), (635, 3.30), (558, 2.81), (578, 3.03), (666, 3.44), (580, 3.07), (555, 3.00), (661, 3.43), (651, 3.36), (605, 3.13), (653, 3.12), (575, 2.74),
            (545, 2.76), (572, 2.88), (594, 2.96),
        ];
        PooledEstimate estimate = Jackknife.Of(schools, some => Correlation.Pearson(some.Select(school => school.Test), some.Select(school => school.Grade)));
        Assert.Equal(0.776374491289407, estimate.Value, 1e-12);
        Assert.Equal(0.142518618602272, estimate.StandardError, 1e-12);
    }

    [Fact]
    public void OfARatioOfThreeItIsWhatPaperSays()
    {
        // Without each in turn 5/10, 4/9 and 3/5; the error is √(2/3 · Σ (θ − θ̄)²).
        PooledEstimate estimate = Jackknife.Of<(double Up, double Down)>([(1, 2), (2, 3), (3, 7)], some => some.Sum(pair => pair.Up) / some.Sum(pair => pair.Down));
        double[] without = [5.0 / 10, 4.0 / 9, 3.0 / 5];
        Assert.Equal(0.5, estimate.Value, 12);
        Assert.Equal(Math.Sqrt(2.0 / 3 * without.Sum(one => Math.Pow(one - without.Sum() / 3, 2))), estimate.StandardError, 12);
    }

    [Fact]
    public void AnEstimateThatFailsWithoutOneReplicateHasNoError()
    {
        // All but one have 0 below the line: without that one there is no ratio.
        PooledEstimate estimate = Jackknife.Of<(double Up, double Down)>([(1, 0), (2, 4), (3, 0)], some => some.Sum(pair => pair.Down) is var down and not 0 ? some.Sum(pair => pair.Up) / down : double.NaN);
        Assert.Equal((1.5, double.NaN), Both(estimate));
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
