using EcoSim.Experiments.Statistics;
using Xunit;

namespace EcoSim.Tests.Statistics;

/// <summary>The tail exponent of sizes laid out exactly on a Pareto distribution.</summary>
public sealed class HillTailTests
{
    [Theory]
    [InlineData(0.8)]
    [InlineData(1.0)]
    [InlineData(2.5)]
    public void ExactParetoQuantilesGiveTheirExponent(double exponent)
    {
        const int Count = 100_000;
        double[] sizes = Enumerable.Range(0, Count).Select(i => Math.Pow((i + 0.5) / Count, -1 / exponent)).ToArray();
        TailFit fit = HillTail.Estimate(sizes)!.Value;

        // The sum Σ ln(k / (i + ½)) over k values differs from k by less than ln k.
        Assert.InRange(fit.Exponent / exponent, 1 - Math.Log(10_000) / 10_000, 1 + Math.Log(10_000) / 10_000);
        Assert.Equal(fit.Exponent / 100, fit.StandardError, 12);
        Assert.Equal(10_000, fit.TailCount);
    }

    [Fact]
    public void TooFewOrEqualSizesGiveNoFit()
    {
        Assert.Null(HillTail.Estimate(Enumerable.Range(1, 99).Select(i => (double)i).ToArray()));
        Assert.Null(HillTail.Estimate(Enumerable.Repeat(7.0, 1000).ToArray()));
    }
}
