using EcoSim.Experiments.Statistics;

namespace EcoSim.Tests.Statistics;

/// <summary>Odds ratios and hazard ratios against answers known by hand and planted truths.</summary>
public sealed class RatioTests
{
    private const double Sigmas = 5;

    [Fact]
    public void OddsOfOneTableAreWoolfs()
    {
        RatioEstimate estimate = OddsRatio.Of(new TwoByTwo(20, 80, 10, 90));
        Assert.Equal(20.0 * 90 / (80 * 10), estimate.Ratio, 12);
        Assert.Equal(Math.Sqrt(1 / 20.0 + 1 / 80.0 + 1 / 10.0 + 1 / 90.0), estimate.LogStandardError, 12);
        Assert.Equal(estimate.Ratio * estimate.Ratio, estimate.Low * estimate.High, 9);
    }

    [Fact]
    public void MatchedPairsGiveTheRatioOfDiscordantOnes()
    {
        // 30 pairs in which only the exposed has the event, 12 in which only the other has, and some that agree: 30/12 with error √(1/30 + 1/12).
        TwoByTwo[] pairs =
        [
            .. Enumerable.Repeat(new TwoByTwo(1, 0, 0, 1), 30), .. Enumerable.Repeat(new TwoByTwo(0, 1, 1, 0), 12),
            .. Enumerable.Repeat(new TwoByTwo(1, 0, 1, 0), 50), .. Enumerable.Repeat(new TwoByTwo(0, 1, 0, 1), 70),
        ];
        RatioEstimate estimate = OddsRatio.MantelHaenszel(pairs);
        Assert.Equal(2.5, estimate.Ratio, 12);
        Assert.Equal(Math.Sqrt(1 / 30.0 + 1 / 12.0), estimate.LogStandardError, 12);
    }

    [Fact]
    public void StrataWithAConfoundedMarginGiveTheCommonRatio()
    {
        // Within each stratum the odds ratio is 2; the pooled table would say 16.
        TwoByTwo[] strata = [new(2, 18, 10, 180), new(200, 100, 10, 10), default];
        Assert.Equal(2, OddsRatio.MantelHaenszel(strata).Ratio, 12);
    }

    [Fact]
    public void EmptyCellsGiveAnEdgeWithoutError()
    {
        Assert.Equal(0, OddsRatio.Of(new TwoByTwo(0, 10, 5, 5)).Ratio);
        Assert.Equal(double.PositiveInfinity, OddsRatio.Of(new TwoByTwo(5, 5, 0, 10)).Ratio);
        Assert.True(double.IsNaN(OddsRatio.Of(new TwoByTwo(0, 10, 0, 10)).Ratio));
        Assert.True(double.IsNaN(OddsRatio.Of(new TwoByTwo(0, 10, 5, 5)).LogStandardError));
    }

    [Fact]
    public void SparseStrataShowThePlantedOdds()
    {
        // Strata of a dozen with odds of their own, three times as high for the exposed.
        var random = new Random(2);
        TwoByTwo[] strata = [.. Enumerable.Range(0, 3000).Select(_ =>
        {
            double odds = Math.Exp(-2 + 2 * random.NextDouble());
            int exposed = random.Next(2, 6), others = random.Next(2, 10);
            int first = Events(exposed, 3 * odds), second = Events(others, odds);
            return new TwoByTwo(first, exposed - first, second, others - second);
        })];
        RatioEstimate estimate = OddsRatio.MantelHaenszel(strata);
        Sigma.Within(Math.Log(estimate.Ratio / 3) / estimate.LogStandardError, Sigmas, $"odds ratio {estimate.Ratio} of 3");

        int Events(int persons, double odds) => Enumerable.Range(0, persons).Count(_ => random.NextDouble() < odds / (1 + odds));
    }

    [Fact]
    public void AHazardRatioByHand()
    {
        // L = θ/(2θ + 1) · 1/(θ + 1), greatest at θ = 1/√2; at 3 only one kind is left, which says nothing.
        ObservedLife[] lives = [new(1, true, true), new(2, true, false), new(3, true, true)];
        RatioEstimate estimate = HazardRatio.Of(lives);
        Assert.Equal(Math.Sqrt(0.5), estimate.Ratio, 10);
        double first = 2 * estimate.Ratio / (2 * estimate.Ratio + 1), second = estimate.Ratio / (estimate.Ratio + 1);
        Assert.Equal(1 / Math.Sqrt(first * (1 - first) + second * (1 - second)), estimate.LogStandardError, 9);
    }

    [Fact]
    public void TiesAreEfrons()
    {
        // One of three exposed and the only other one fail together: L = θ/((3θ + 1)(3θ + 1 − (θ + 1)/2)), greatest at θ = 1/√15. Breslow's
        // likelihood would have its top at 1/3.
        ObservedLife[] lives = [new(1, true, true), new(1, true, false), new(2, false, true), new(4, false, true)];
        Assert.Equal(1 / Math.Sqrt(15), HazardRatio.Of(lives).Ratio, 10);
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.9, 0)]
    [InlineData(0.5, 30)]
    [InlineData(0.9, 30)]
    public void APlantedHazardRatioOutlivesCensoringTiesAndStrata(double censored, int ticks)
    {
        // Ratio 0.6 over strata whose baseline hazards differ tenfold; with ticks, times are rounded up to so many in a mean life.
        const double Ratio = 0.6;
        var random = new Random(4);
        ObservedLife[][] strata = [.. Enumerable.Range(0, 5).Select(stratum => Enumerable.Range(0, 4000).Select(i => Life(Math.Pow(10, stratum / 4.0), i % 3 == 0)).ToArray())];
        RatioEstimate estimate = HazardRatio.Stratified(strata);
        Sigma.Within(Math.Log(estimate.Ratio / Ratio) / estimate.LogStandardError, Sigmas, $"hazard ratio {estimate.Ratio} of {Ratio}");

        ObservedLife Life(double baseline, bool exposed)
        {
            double hazard = baseline * (exposed ? Ratio : 1);
            double death = -Math.Log(1 - random.NextDouble()) / hazard, gone = -Math.Log(1 - random.NextDouble()) * (1 - censored) / censored / hazard;
            double seen = Math.Min(death, gone), unit = 1 / baseline / ticks;
            return new ObservedLife(ticks == 0 ? seen : Math.Ceiling(seen / unit) * unit, death <= gone, exposed);
        }
    }

    [Fact]
    public void TheOrderOfTimesIsAllThatCounts()
    {
        var random = new Random(6);
        ObservedLife[] lives = [.. Enumerable.Range(0, 200).Select(i => new ObservedLife(random.Next(1, 40), random.Next(3) > 0, i % 2 == 0))];
        RatioEstimate one = HazardRatio.Of(lives), squared = HazardRatio.Of(lives.Select(life => life with { Duration = life.Duration * life.Duration }));
        RatioEstimate turned = HazardRatio.Of(lives.Select(life => life with { Exposed = !life.Exposed }));
        Assert.Equal(one, squared);
        Assert.Equal(1 / one.Ratio, turned.Ratio, 9);
        Assert.Equal(one.LogStandardError, turned.LogStandardError, 9);
    }

    [Fact]
    public void OneKindOfEventGivesAnEdgeAndNoneGivesNothing()
    {
        ObservedLife[] lives = [new(1, true, true), new(2, false, false), new(3, false, true)];
        Assert.Equal(double.PositiveInfinity, HazardRatio.Of(lives).Ratio);
        Assert.Equal(0, HazardRatio.Of(lives.Select(life => life with { Exposed = !life.Exposed })).Ratio);
        Assert.True(double.IsNaN(HazardRatio.Of(lives.Select(life => life with { Observed = false })).Ratio));
        Assert.True(double.IsNaN(HazardRatio.Of([]).Ratio));
    }
}
