using EcoSim.Experiments.Statistics;
using Xunit;

namespace EcoSim.Tests.Results;

public class StatisticsOfResultsTests
{
    /// <summary>Rounding of a handful of operations on numbers near 10.</summary>
    private const double Rounding = 1e-12;

    /// <summary>The quantile of Student's t is found by root-finding and printed to ten digits in tables.</summary>
    private const double TableDigits = 1e-8;

    [Fact]
    public void Spread_of_1_to_5_by_hand()
    {
        Spread spread = Spread.Of([5, 3, double.NaN, 1, 2, 4]);
        Assert.Equal(5, spread.Count);
        Assert.Equal(3, spread.Mean, Rounding);
        Assert.Equal(Math.Sqrt(2.5), spread.StandardDeviation, Rounding);
        Assert.Equal(Math.Sqrt(0.5), spread.StandardError, Rounding);

        // Definition 7: position 1 + (5 - 1) × share among the ordered values.
        Assert.Equal(1.2, spread.Low, Rounding);
        Assert.Equal(3, spread.Median, Rounding);
        Assert.Equal(4.8, spread.High, Rounding);
    }

    [Fact]
    public void One_value_has_no_standard_error()
    {
        Spread spread = Spread.Of([7]);
        Assert.Equal((7.0, 7.0, 7.0, 1), (spread.Mean, spread.Low, spread.High, spread.Count));
        Assert.True(double.IsNaN(spread.StandardError));
    }

    [Fact]
    public void Ends_are_the_outermost_values_until_there_are_enough_for_quantiles()
    {
        // The lower quantile is at place 0.05 (n - 1): from 21 values on at the second or beyond it.
        Assert.Equal((1.0, 20.0), Of(20).Ends);
        Assert.Equal((2.0, 20.0), Of(21).Ends);
        Assert.InRange(Of(Spread.MostForRange).Low, 1, Math.BitDecrement(2));

        static Spread Of(int values) => Spread.Of([.. Enumerable.Range(1, values).Select(i => (double)i)]);
    }

    [Fact]
    public void No_value_is_missing() => Assert.True(double.IsNaN(Spread.Of([double.NaN]).Mean));

    [Fact]
    public void Pairs_give_the_interval_of_the_differences()
    {
        // Differences 1, 2, 3: mean 2, standard error 1/√3, t(0.975, 2) = 4.302652729911275.
        PairedDifference effect = PairedDifference.Of([11, 22, 33, double.NaN], [10, 20, 30, 5]);
        Assert.Equal(3, effect.Pairs);
        Assert.Equal(2, effect.Difference, Rounding);
        Assert.Equal(22, effect.First, Rounding);
        Assert.Equal(20, effect.Second, Rounding);
        Assert.Equal(2 - 4.302652729911275 / Math.Sqrt(3), effect.Low, TableDigits);
        Assert.Equal(2 + 4.302652729911275 / Math.Sqrt(3), effect.High, TableDigits);
    }

    [Fact]
    public void One_pair_has_no_interval()
    {
        PairedDifference effect = PairedDifference.Of([3], [1]);
        Assert.Equal((2.0, 1), (effect.Difference, effect.Pairs));
        Assert.True(double.IsNaN(effect.Low) && double.IsNaN(effect.High) && double.IsNaN(effect.StandardError));
    }

    [Fact]
    public void Arrays_of_different_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => PairedDifference.Of([1, 2], [1]));
}
