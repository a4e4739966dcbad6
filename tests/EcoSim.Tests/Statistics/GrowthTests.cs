using EcoSim.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace EcoSim.Tests.Statistics;

/// <summary>Shape of growth rates and how their spread falls with size, against planted laws.</summary>
public sealed class GrowthTests
{
    private const double Sigmas = 5;

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void APlantedShapeIsFoundWithinItsStandardError(double shape)
    {
        const int Count = 5000;
        var random = new Random(3);

        // |x|ᵇ / b is a Gamma variate of shape 1/b; the median is 0.7 and the scale 0.2.
        double[] rates = [.. Enumerable.Range(0, Count).Select(_ => 0.7 + 0.2 * (random.Next(2) == 0 ? 1 : -1)
            * Math.Pow(shape * Gamma.InvCDF(1 / shape, 1, random.NextDouble()), 1 / shape))];
        ShapeFit fit = GrowthShape.Fit(rates)!.Value;
        Sigma.Within((fit.Shape - shape) / fit.StandardError, Sigmas, $"shape {fit.Shape} of {shape}");
        Assert.Equal(Count, fit.Count);
    }

    [Fact]
    public void TheStandardErrorOfLaplaceIsItsFormula()
    {
        // ψ′(2) = π²/6 − 1, so the variance is 1/(n·(2·(π²/6 − 1) − 1)).
        const int Count = 200_000;
        double[] rates = [.. Enumerable.Range(0, Count).Select(i => (i + 0.5) / Count).Select(u => u < 0.5 ? Math.Log(2 * u) : -Math.Log(2 - 2 * u))];
        ShapeFit fit = GrowthShape.Fit(rates)!.Value;
        double error = 1 / Math.Sqrt(Count * (2 * (Math.PI * Math.PI / 6 - 1) - 1));
        Assert.InRange(fit.StandardError / error, 0.99, 1.01);

        // Laid out on its quantiles, a law misses its own shape by less than luck would.
        Assert.InRange(fit.Shape, 1 - error, 1 + error);
        Assert.InRange(fit.Scale, 1 - error, 1 + error);
    }

    [Fact]
    public void TooFewOrHalfEqualRatesHaveNoShape()
    {
        Assert.Null(GrowthShape.Fit([.. Enumerable.Range(0, 29).Select(i => (double)i)]));
        Assert.Null(GrowthShape.Fit([.. Enumerable.Range(0, 100).Select(i => i < 60 ? 0.0 : i)]));
    }

    [Theory]
    [InlineData(-0.2)]
    [InlineData(0)]
    [InlineData(-0.5)]
    public void APlantedFallOfSpreadWithSizeIsFound(double exponent)
    {
        const int Count = 20_000, Bins = 10;
        var random = new Random(9);
        double[] logs = [.. Enumerable.Range(0, Count).Select(_ => 8 * random.NextDouble())];
        double[] growth = [.. logs.Select(log => 0.3 * Math.Exp(exponent * log) * Normal.InvCDF(0, 1, random.NextDouble()))];
        SizeVarianceFit fit = SizeVariance.Fit([.. logs.Select(log => Math.Exp(log))], growth, Bins)!.Value;

        // The log of a bin's standard deviation is known to 1/√(2m); bins lie evenly over 8 log units, whose sum of squares is Bins·(8²/12).
        // Within a bin 0.8 wide the spread varies, which tilts no bin against another.
        double error = 1 / Math.Sqrt(2.0 * Count / Bins) / Math.Sqrt(Bins * (64 / 12.0) * (1 - 1.0 / (Bins * Bins)));
        Sigma.Within((fit.Exponent - exponent) / error, Sigmas, $"exponent {fit.Exponent} of {exponent}");
        Assert.Equal(Bins, fit.Bins);
    }

    [Fact]
    public void TooFewSizesOrNoSpreadHaveNoExponent()
    {
        double[] sizes = [.. Enumerable.Range(1, 149).Select(i => (double)i)];
        Assert.Null(SizeVariance.Fit(sizes, [.. sizes.Select(Math.Sin)]));
        double[] many = [.. Enumerable.Range(1, 1000).Select(i => (double)i)];
        Assert.Null(SizeVariance.Fit(many, new double[1000]));
    }
}
