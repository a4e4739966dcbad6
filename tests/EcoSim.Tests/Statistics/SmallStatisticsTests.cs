using EcoSim.Experiments.Statistics;

namespace EcoSim.Tests.Statistics;

/// <summary>Grouped median, log trend, concentration and survival to an age, against answers known by hand.</summary>
public sealed class SmallStatisticsTests
{
    [Fact]
    public void AGroupedMedianLiesWithinItsCell()
    {
        // Two below, four in the cell from 4.5 to 5.5, one above: 3.5 observations are reached after 1.5 of the four.
        Assert.Equal(4.5 + 1.5 / 4, GroupedMedian.Of([5, 3, 5, 5, 9, 5, 4]), 12);
        Assert.Equal(7, GroupedMedian.Of([7, 7, 7]), 12);
        Assert.Equal(3.5, GroupedMedian.Of([1, 6, 3, 4]), 12);
        Assert.True(double.IsNaN(GroupedMedian.Of([])));
    }

    [Fact]
    public void AGroupedMedianOfRoundedTimesIsTheMedian()
    {
        // Exponential times of median 12 laid out on their quantiles, then rounded: within a cell the density changes by 1/12·ln 2 over its width.
        int[] rounded = [.. Enumerable.Range(0, 20_000).Select(i => (int)Math.Round(-12 / Math.Log(2) * Math.Log(1 - (i + 0.5) / 20_000)))];
        Assert.InRange(GroupedMedian.Of(rounded), 12 - Math.Log(2) / 12 / 8, 12 + Math.Log(2) / 12 / 8);
    }

    [Fact]
    public void ALogTrendIsTheGrowthOfASteadyPath()
    {
        double[] path = [.. Enumerable.Range(0, 50).Select(t => 3 * Math.Exp(-0.02 * t))];
        Assert.Equal(-0.02, LogTrend.Slope(path), 12);
        path[7] = double.NaN;
        path[9] = 0;
        Assert.Equal(-0.02, LogTrend.Slope(path), 12);
        Assert.True(double.IsNaN(LogTrend.Slope([1])) && double.IsNaN(LogTrend.Slope([])) && double.IsNaN(LogTrend.Slope([0, 0, 5])));
    }

    [Fact]
    public void ConcentrationOfEqualsAndOfOne()
    {
        Assert.Equal(0.01, Concentration.Herfindahl([.. Enumerable.Repeat(4.0, 100)]), 12);
        Assert.Equal(1, Concentration.Herfindahl([0, 5, 0]), 12);
        Assert.Equal(0.5 * 0.5 + 0.3 * 0.3 + 0.2 * 0.2, Concentration.Herfindahl([2, 5, 3]), 12);
        Assert.Equal(0.5, Concentration.TopShare([2, 5, 3], 0.01), 12);
        Assert.Equal(0.8, Concentration.TopShare([2, 5, 3], 0.7), 12);
        Assert.Equal(0.1, Concentration.TopShare([.. Enumerable.Repeat(4.0, 100)], 0.1), 12);
        Assert.True(double.IsNaN(Concentration.Herfindahl([])) && double.IsNaN(Concentration.TopShare([0, 0], 0.5)));
    }

    [Fact]
    public void ConcentrationOfAParetoSampleIsThatOfItsLaw()
    {
        // With P(X > x) = x^−α the top share p holds p^(1 − 1/α); quantiles laid out evenly leave only the largest few uncertain.
        const int Count = 1_000_000;
        double[] sizes = [.. Enumerable.Range(0, Count).Select(i => Math.Pow((i + 0.5) / Count, -1 / 3.0))];
        Assert.InRange(Concentration.TopShare(sizes, 0.01) / Math.Pow(0.01, 2 / 3.0), 1 - 1e-3, 1 + 1e-3);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.9)]
    public void SurvivalToAnAgeOutlivesHeavyCensoring(double censored)
    {
        // Hazard 1 against a hazard of censoring that takes this share of all before their event.
        const int Count = 20_000;
        var random = new Random(11);
        double rate = censored / (1 - censored);
        var lives = Enumerable.Range(0, Count).Select(i => (Group: i % 2, Death: -Math.Log(1 - random.NextDouble()), Gone: -Math.Log(1 - random.NextDouble()) / rate)).ToArray();
        var alive = SurvivalByGroup.At(0.3, lives.Select(life => (life.Group, Math.Min(life.Death, life.Gone), life.Death <= life.Gone)));
        foreach (int group in new[] { 0, 1 })
        {
            // Greenwood's variance in the limit: S² ∫ h/(S·G) with G the share not censored.
            double s = Math.Exp(-0.3), variance = s * s * (Math.Exp(0.3 * (1 + rate)) - 1) / (1 + rate);
            Sigma.Mean(alive[group], s, Math.Sqrt(variance), Count / 2, 5);
        }
    }

    [Fact]
    public void SurvivalBeyondWhatWasSeenIsNotKnown()
    {
        Assert.True(double.IsNaN(SurvivalByGroup.At(5, [1, 2, 4], [true, false, false])));
        Assert.True(double.IsNaN(SurvivalByGroup.At(5, [], [])));
        Assert.Equal(0, SurvivalByGroup.At(5, [1, 2], [true, true]));
        Assert.Equal(1, SurvivalByGroup.At(0.5, [1, 2], [true, true]));
        Assert.Equal(2 / 3.0, SurvivalByGroup.At(4, [1, 4, 9], [true, false, true]), 12);
    }
}
