using EcoSim.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace EcoSim.Tests.Statistics;

public sealed class PairedEvidenceTests
{
    [Fact]
    public void By_hand()
    {
        // Differences 1, 3, -1, 5: mean 2, variance 20/3. The worlds: mean 3, variance 20/3; mean 5, variance 56/3.
        double[] before = [0, 2, 4, 6];
        double[] after = [1, 5, 3, 11];
        PairedEvidence evidence = PairedEvidence.Of(before, after);
        double variance = 20.0 / 3;
        double afterVariance = (16 + 0 + 4 + 36) / 3.0;
        Assert.Equal(0.75, evidence.SameSignShare);
        Assert.Equal((variance + afterVariance) / variance, evidence.VarianceFactor, 1e-12);

        // t = 2 / sqrt(20/3/4) = 1.549 on 3 degrees of freedom; quantiles 3.18245 and 0.97847 from any table.
        double error = Math.Sqrt(variance / 4);
        Assert.Equal((3.18245 + 0.97847) * error, evidence.MinimumDetectable, 1e-4);
        Assert.Equal(2 * (1 - StudentT.CDF(0, 1, 3, 2 / error)), evidence.PValue, 1e-9);
    }

    [Fact]
    public void No_change_is_no_evidence()
    {
        PairedEvidence evidence = PairedEvidence.Of([1, 2, 3], [1, 2, 3]);
        Assert.Equal(1, evidence.PValue);
        Assert.True(double.IsNaN(evidence.SameSignShare) && double.IsNaN(evidence.VarianceFactor) && double.IsNaN(evidence.MinimumDetectable));
    }

    [Fact]
    public void One_pair_says_nothing_about_chance()
    {
        PairedEvidence evidence = PairedEvidence.Of([1], [2]);
        Assert.Equal(1, evidence.SameSignShare);
        Assert.True(double.IsNaN(evidence.PValue) && double.IsNaN(evidence.MinimumDetectable) && double.IsNaN(evidence.VarianceFactor));
        PairedDifference paired = PairedDifference.Of([2], [1]);
        Assert.True(double.IsNaN(paired.Low) && double.IsNaN(paired.High));
    }

    [Fact]
    public void Pairs_with_a_missing_value_are_left_out() =>
        Assert.Equal(PairedEvidence.Of([1, 2, 4], [2, 5, 4]), PairedEvidence.Of([1, 2, double.NaN, 4], [2, 5, 1, 4]));

    [Fact]
    public void Holm_by_hand()
    {
        // Four tests; sorted 0.005, 0.01, 0.03, 0.04 times 4, 3, 2, 1 gives 0.02, 0.03, 0.06, 0.04, and none below the one before.
        double[] adjusted = HolmAdjustment.Of([0.01, 0.03, 0.04, double.NaN, 0.005]);
        Assert.Equal([0.03, 0.06, 0.06, double.NaN, 0.02], adjusted.Select(p => Math.Round(p, 12)));
    }

    [Fact]
    public void Holm_never_exceeds_one_and_leaves_one_test_alone()
    {
        Assert.All(HolmAdjustment.Of([0.9, 0.8, 0.7]), p => Assert.Equal(1, p));
        Assert.Equal([0.02], HolmAdjustment.Of([0.02]));
    }

    /// <summary>
    /// A known effect of 1 in 1,000 experiments of 12 pairs. The count of intervals that hold it is binomial with p = 0.95, so its
    /// standard error is 0.7 points; 2 points are the promise and 2.9 of those errors.
    /// </summary>
    [Fact]
    public void The_interval_holds_the_true_effect_95_times_in_100()
    {
        const int experiments = 1000, pairs = 12;
        var random = new Random(20240817);
        int held = 0;
        for (int experiment = 0; experiment < experiments; experiment++)
        {
            double[] before = new double[pairs], after = new double[pairs];
            for (int i = 0; i < pairs; i++)
            {
                double luck = 5 * Normal.Sample(random, 0, 1);
                before[i] = luck + Normal.Sample(random, 0, 1);
                after[i] = luck + 1 + Normal.Sample(random, 0, 1);
            }

            PairedDifference paired = PairedDifference.Of(after, before);
            held += paired.Low <= 1 && 1 <= paired.High ? 1 : 0;
        }

        Assert.InRange(held / (double)experiments, 0.93, 0.97);
    }

    [Fact]
    public void A_difference_of_the_detectable_size_is_found_four_times_in_five()
    {
        const int experiments = 4000, pairs = 12;
        var random = new Random(7);
        double error = 1 / Math.Sqrt(pairs);
        double effect = PairedEvidence.MinimumDetectableDifference(error, pairs);
        int found = 0;
        for (int experiment = 0; experiment < experiments; experiment++)
        {
            double[] after = [.. Enumerable.Range(0, pairs).Select(_ => effect + Normal.Sample(random, 0, 1))];
            found += PairedEvidence.Of(new double[pairs], after).PValue < 0.05 ? 1 : 0;
        }

        // The formula is an approximation that is a point or two generous at small samples, hence 3 points beside 5 standard errors.
        double standardError = Math.Sqrt(0.8 * 0.2 / experiments);
        Assert.InRange(found / (double)experiments, 0.77 - 5 * standardError, 0.83 + 5 * standardError);
    }
}
