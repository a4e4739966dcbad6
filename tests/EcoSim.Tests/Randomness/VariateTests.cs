using EcoSim.Model.Randomness;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Randomness;

/// <summary>Variates made from one uniform follow their laws.</summary>
public sealed class VariateTests
{
    private const int Draws = 1 << 18;
    private const double EulerGamma = 0.57721566490153286;
    private static readonly Draw Draw = new(11);

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(3)]
    [InlineData(7.75)]
    public void A_whole_number_has_its_expectation(double expected)
    {
        double[] numbers = Sample((decision, key, time, index) => Variate.Whole(Draw.Uniform(decision, key, time, index), expected));
        Assert.All(numbers, number => Assert.True(number == Math.Floor(expected) || number == Math.Ceiling(expected), $"{number} for {expected}"));
        double fraction = expected - Math.Floor(expected);
        Sigma.Within((numbers.Average() - expected) / Math.Max(Math.Sqrt(fraction * (1 - fraction) / numbers.Length), 1e-12), 4, $"mean of whole numbers around {expected}");
    }

    [Fact]
    public void The_normal_quantile_is_within_its_stated_error()
    {
        foreach (double u in Probabilities())
        {
            double reference = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, u);
            double error = Math.Abs(Variate.Normal(u) / reference - 1);
            Assert.True(error < 1.15e-9, $"The normal quantile of {u:R} is off by {error:G3} of itself, stated is 1.15e-9.");
        }
    }

    [Fact]
    public void The_normal_quantile_is_odd_and_rises()
    {
        double last = double.NegativeInfinity;
        for (int i = 1; i < 1 << 17; i++)
        {
            // A dyadic fraction, so that 1 - u is exact.
            double u = i / (double)(1 << 17);
            Assert.Equal(-Variate.Normal(1 - u), Variate.Normal(u));
            Assert.True(Variate.Normal(u) > last, $"The normal quantile falls at {u:R}.");
            last = Variate.Normal(u);
        }
    }

    [Fact]
    public void Normal_has_its_moments_and_law() =>
        HasLaw(Sample(Draw.Normal), 0, 1, 3, x => MathNet.Numerics.Distributions.Normal.CDF(0, 1, x), "normal");

    [Fact]
    public void Exponential_has_its_moments_and_law() =>
        HasLaw(Sample(Draw.Exponential), 1, 1, 9, x => 1 - Math.Exp(-x), "exponential");

    [Fact]
    public void Gumbel_has_its_moments_and_law() =>
        HasLaw(Sample(Draw.Gumbel), EulerGamma, Math.PI * Math.PI / 6, 5.4, x => Math.Exp(-Math.Exp(-x)), "Gumbel");

    [Fact]
    public void The_best_of_log_weight_plus_gumbel_is_chosen_in_proportion_to_the_weights()
    {
        double[] weights = [1, 2, 3, 10];
        var chosen = new int[weights.Length];
        for (int i = 0; i < Draws; i++)
        {
            double best = double.NegativeInfinity;
            int choice = 0;
            for (int w = 0; w < weights.Length; w++)
            {
                double score = Math.Log(weights[w]) + Draw.Gumbel(Key.Any, (ulong)i, 0, w);
                (best, choice) = score > best ? (score, w) : (best, choice);
            }

            chosen[choice]++;
        }

        for (int w = 0; w < weights.Length; w++)
        {
            Sigma.Share(chosen[w], Draws, weights[w] / weights.Sum(), 5, $"share of weight {weights[w]}");
        }
    }

    private static double[] Sample(Func<Decision, ulong, int, int, double> variate) =>
        [.. Enumerable.Range(0, Draws).Select(i => variate(Key.Any, (ulong)(i / 16), i % 16, 0))];

    /// <summary>Compares mean and variance, each with its own standard error, then the whole law.</summary>
    private static void HasLaw(double[] sample, double mean, double variance, double kurtosis, Func<double, double> cdf, string what)
    {
        Sigma.Mean(sample.Average(), mean, Math.Sqrt(variance), sample.Length, 5, $"mean of the {what}");
        Sigma.Mean(sample.Average(x => (x - mean) * (x - mean)), variance, variance * Math.Sqrt(kurtosis - 1), sample.Length, 5, $"variance of the {what}");
        Distribution.Follows(sample, cdf, 5, what);
    }

    private static IEnumerable<double> Probabilities()
    {
        for (int i = 1; i < 20_000; i++)
        {
            yield return (i - 0.3) / 20_000;
        }

        for (double tail = 0.02; tail > 1e-15; tail *= 0.7)
        {
            yield return tail;
        }
    }
}
