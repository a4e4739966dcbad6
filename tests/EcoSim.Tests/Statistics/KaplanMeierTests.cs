using CsCheck;
using EcoSim.Experiments.Statistics;
using Xunit;

namespace EcoSim.Tests.Statistics;

/// <summary>Values worked out by hand from the product-limit formula and Greenwood's sum.</summary>
public sealed class KaplanMeierTests
{
    private const int Digits = 12;

    [Fact]
    public void TiesAndCensoringByHand()
    {
        // Subjects at 1, 2, 2, 2+, 3+, 5 (+ censored): S = 5/6, then 5/6 · 3/5 = 1/2, unchanged at 3, then 1/2 · 0/1.
        SurvivalStep[] steps = KaplanMeier.Estimate([5, 2, 2, 1, 2, 3], [true, true, false, true, true, false]);
        Assert.Equal([1, 2, 3, 5], steps.Select(s => s.Time));
        Assert.Equal([6, 5, 2, 1], steps.Select(s => s.AtRisk));
        Assert.Equal([1, 2, 0, 1], steps.Select(s => s.Events));
        Assert.Equal([0, 1, 1, 0], steps.Select(s => s.Censored));
        Assert.Equal(5.0 / 6, steps[0].Survival, Digits);
        Assert.Equal(0.5, steps[1].Survival, Digits);
        Assert.Equal(0.5, steps[2].Survival, Digits);
        Assert.Equal(0, steps[3].Survival);
        Assert.Equal(0.5 * Math.Sqrt(1.0 / 30 + 2.0 / 15), steps[1].StandardError, Digits);
        Assert.Equal(steps[1].StandardError, steps[2].StandardError);
        Assert.True(double.IsNaN(steps[3].StandardError) && double.IsNaN(steps[3].Low));
    }

    [Fact]
    public void IntervalIsSymmetricOnTheLogLogScale()
    {
        SurvivalStep step = KaplanMeier.Estimate([1, 2, 2, 2], [true, false, false, false])[0];
        double error = Math.Sqrt(1.0 / 12) / Math.Abs(Math.Log(0.75));
        Assert.Equal(Math.Exp(-Math.Exp(Math.Log(-Math.Log(0.75)) + KaplanMeier.Normal95 * error)), step.Low, Digits);
        Assert.Equal(Math.Exp(-Math.Exp(Math.Log(-Math.Log(0.75)) - KaplanMeier.Normal95 * error)), step.High, Digits);
    }

    [Fact]
    public void AllCensoredStaysAtOne()
    {
        SurvivalStep[] steps = KaplanMeier.Estimate([4, 1, 4, 9], [false, false, false, false]);
        Assert.All(steps, s => Assert.Equal((1, 1, 1, 0), (s.Survival, s.Low, s.High, s.StandardError)));
    }

    [Fact]
    public void HeavyCensoringKeepsOnlyTheRiskSet()
    {
        // 99 of 100 leave at 1; one is left and fails at 2 after one of the 100 failed at 1.
        double[] durations = Enumerable.Repeat(1.0, 99).Append(2).ToArray();
        bool[] observed = Enumerable.Range(0, 100).Select(i => i is 0 or 99).ToArray();
        SurvivalStep[] steps = KaplanMeier.Estimate(durations, observed);
        Assert.Equal(0.99, steps[0].Survival, Digits);
        Assert.Equal((1, 1, 0.0), (steps[1].AtRisk, steps[1].Events, steps[1].Survival));
    }

    [Fact]
    public void WithoutCensoringItIsTheEmpiricalShareAndItsBinomialError()
    {
        Gen.Int[0, 20].Array[1, 60].Sample(lives =>
        {
            double[] durations = lives.Select(l => (double)l).ToArray();
            foreach (SurvivalStep step in KaplanMeier.Estimate(durations, Enumerable.Repeat(true, lives.Length).ToArray()))
            {
                double share = lives.Count(l => l > step.Time) / (double)lives.Length;
                Assert.Equal(share, step.Survival, 1e-12);
                if (share > 0)
                {
                    Assert.Equal(Math.Sqrt(share * (1 - share) / lives.Length), step.StandardError, 1e-12);
                    Assert.InRange(step.Survival, step.Low - 1e-12, step.High + 1e-12);
                }
            }
        });
    }

    [Fact]
    public void NobodyGivesNoStepAndBadInputIsRefused()
    {
        Assert.Empty(KaplanMeier.Estimate([], []));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([1], []));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([-1], [true]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([double.NaN], [true]));
    }
}
