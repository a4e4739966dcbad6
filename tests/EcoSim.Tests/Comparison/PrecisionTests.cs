using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace EcoSim.Tests.Comparison;

/// <summary>When to stop adding replicates.</summary>
public sealed class PrecisionTests
{
    private const double BaselineMean = 100;

    [Fact]
    public void Reached_when_the_half_width_is_the_share_of_the_baselines_mean()
    {
        // Eleven pairs: the half-width is 2.228 standard errors.
        PairedDifference difference = Of(standardError: 1, pairs: 11);
        double share = StudentInterval.HalfWidth(10) / BaselineMean;
        Assert.Equal(PrecisionState.Reached, new PrecisionTarget(share * 1.001, 50).Judge([difference]).State);
        Assert.Equal(PrecisionState.GoOn, new PrecisionTarget(share * 0.999, 50).Judge([difference]).State);
    }

    [Fact]
    public void What_is_needed_is_the_fewest_pairs_that_do()
    {
        PrecisionVerdict verdict = new PrecisionTarget(0.05, 1000).Judge([Of(standardError: 20 / Math.Sqrt(10), pairs: 10)]);
        int needed = (int)verdict.Needed;
        Assert.True(StudentInterval.HalfWidth(needed - 1) * 20 / Math.Sqrt(needed) <= 5);
        Assert.True(StudentInterval.HalfWidth(needed - 2) * 20 / Math.Sqrt(needed - 1) > 5);
        Assert.Equal(20, verdict.Next);
    }

    [Fact]
    public void The_least_precise_world_decides()
    {
        var target = new PrecisionTarget(0.05, 1000);
        PairedDifference narrow = Of(0.1, 10), wide = Of(10, 10);
        Assert.Equal(target.Judge([wide]), target.Judge([narrow, wide]));
    }

    [Fact]
    public void It_gives_up_only_when_even_the_least_plausible_variance_asks_for_too_much()
    {
        PairedDifference difference = Of(standardError: 20 / Math.Sqrt(10), pairs: 10);
        double needed = new PrecisionTarget(0.05, 1000).Judge([difference]).Needed;
        Assert.Equal(PrecisionState.GoOn, new PrecisionTarget(0.05, (int)(0.9 * needed)).Judge([difference]).State);
        Assert.Equal(PrecisionState.OutOfReach, new PrecisionTarget(0.05, (int)(0.3 * needed)).Judge([difference]).State);
        Assert.Equal(PrecisionState.OutOfReach, new PrecisionTarget(0.05, 10).Judge([difference]).State);
    }

    [Fact]
    public void A_baseline_of_0_is_never_known_to_a_share_of_itself()
    {
        PairedDifference difference = Of(1, 10) with { Second = 0 };
        PrecisionVerdict verdict = new PrecisionTarget(0.05, 1000).Judge([difference]);
        Assert.Equal((PrecisionState.OutOfReach, double.PositiveInfinity), (verdict.State, verdict.Needed));
    }

    [Fact]
    public void No_difference_at_all_is_known_at_once() =>
        Assert.Equal(PrecisionState.Reached, new PrecisionTarget(0.05, 1000).Judge([Of(0, 10)]).State);

    /// <summary>
    /// The width is looked at several times, the p-value never. The count of intervals that hold the truth is binomial with p = 0.95, so its
    /// standard error over 1,000 experiments is 0.7 points; 2 points are the promise and 2.9 of those errors.
    /// </summary>
    [Theory]
    [InlineData(0.4)]
    [InlineData(0.25)]
    [InlineData(0.1)]
    public void Stopping_on_width_keeps_the_coverage(double share)
    {
        const int experiments = 1000;
        const double effect = 3, deviation = 60;
        var random = new Random(7);
        var target = new PrecisionTarget(share, 100_000);
        int held = 0;
        for (int experiment = 0; experiment < experiments; experiment++)
        {
            var differences = new List<double>();
            PairedDifference paired;
            PrecisionVerdict verdict;
            int pairs = PrecisionTarget.FewestPairs;
            do
            {
                while (differences.Count < pairs)
                {
                    differences.Add(Normal.Sample(random, effect, deviation));
                }

                double[] before = [.. differences.Select(_ => BaselineMean)];
                paired = PairedDifference.Of([.. differences.Select(difference => BaselineMean + difference)], before);
                verdict = target.Judge([paired]);
                pairs = verdict.Next;
            }
            while (verdict.State == PrecisionState.GoOn);

            held += paired.Low <= effect && effect <= paired.High ? 1 : 0;
        }

        Assert.InRange(held / (double)experiments, 0.93, 0.97);
    }

    private static PairedDifference Of(double standardError, int pairs)
    {
        double margin = StudentInterval.HalfWidth(pairs - 1) * standardError;
        return new PairedDifference(BaselineMean + 3, BaselineMean, 3, standardError, 3 - margin, 3 + margin, pairs);
    }
}
