using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Statistics;
using EcoSim.Reporting;

namespace EcoSim.Tests.Pages;

/// <summary>An interval without width is told in words: it would look like certainty where nothing was seen of luck.</summary>
public sealed class SamePairsTests
{
    [Theory]
    [InlineData("no pair differs", new[] { 0.0, 0, 0 }, new[] { 0.0, 0, 0 })]
    [InlineData("no pair differs", new[] { 3.0, 7, 2 }, new[] { 3.0, 7, 2 })]
    [InlineData("the same in every pair", new[] { 5.0, 9, 4 }, new[] { 3.0, 7, 2 })]
    [InlineData(null, new[] { 5.0, 9, 4 }, new[] { 3.0, 7, 3 })]
    [InlineData(null, new[] { 1.0, -1, 0 }, new[] { 0.0, 0, 0 })]
    [InlineData(null, new[] { 0.0 }, new[] { 0.0 })]
    public void Only_where_every_pair_differs_by_the_same(string? words, double[] first, double[] second) => Assert.Equal(words, SamePairs.Of(PairedDifference.Of(first, second)));

    /// <summary>0.3 less (0.1 + 0.2) is not 0 in binary, but nothing differs.</summary>
    [Fact]
    public void What_rounding_leaves_is_no_difference() => Assert.True(SamePairs.AreZero(PairedDifference.Of([0.1 + 0.2, 1, 2], [0.3, 1, 2])));

    [Fact]
    public void A_missing_interval_is_not_one_at_0() => Assert.False(SamePairs.AreZero(double.NaN, double.NaN));

    [Fact]
    public void The_answer_claims_no_unknown_direction_where_nothing_differs() => Assert.Equal(
        "Against “with”, “other” moves ecosystem value in none of 4 pairs of replicates.", ComparisonReport.Answer(Compared([1, 2, 3, 4], [1, 2, 3, 4])));

    [Fact]
    public void The_answer_says_that_every_pair_differs_by_the_same() => Assert.Equal(
        "Against “with”, “other” raises ecosystem value by 2 million RMB (+80.0\u00A0%; the same in every pair, 4 pairs of replicates).", ComparisonReport.Answer(Compared([3, 4, 5, 6], [1, 2, 3, 4])));

    private static PairedComparison Compared(double[] other, double[] baseline)
    {
        PairedComparison comparison = SyntheticReports.Pair(2, "other", changed: true, months: 12);
        return comparison with { Effects = [.. comparison.Effects.Select(effect => effect with { Unit = "million RMB", Paired = PairedDifference.Of(other, baseline) })] };
    }
}
