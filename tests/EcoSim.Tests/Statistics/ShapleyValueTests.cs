using System.Numerics;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Tests.Statistics;

public sealed class ShapleyValueTests
{
    /// <summary>One owner of a left glove (player 0) and two of a right one; a pair is worth 1. By hand: 2/3, 1/6, 1/6.</summary>
    private static readonly double[] Gloves = [0, 0, 0, 1, 0, 1, 0, 1];

    [Fact]
    public void Gloves_by_hand()
    {
        double[] values = ShapleyValue.Of(Gloves);
        Assert.Equal([4, 1, 1], values.Select(value => Math.Round(6 * value, 12)));
    }

    [Fact]
    public void Interactions_of_gloves_by_hand()
    {
        // Left with right: over S = {} 1 - 0 - 0 + 0 = 1 and S = {other right} 1 - 1 - 0 + 0 = 0, each with weight 1/2.
        // Right with right: over S = {} 0 and S = {left} 1 - 1 - 1 + 0 = -1.
        double[,] indices = ShapleyValue.Interactions(Gloves);
        Assert.Equal((0.5, 0.5, -0.5), (indices[0, 1], indices[0, 2], indices[1, 2]));
        Assert.Equal(indices[1, 0], indices[0, 1]);
        Assert.True(double.IsNaN(indices[2, 2]));
    }

    [Fact]
    public void Sums_to_the_whole_effect()
    {
        double[] worth = Arbitrary(6);
        // 6 values, each a sum of 32 terms of magnitude below 2: rounding stays below 6 * 32 * 2 * 2^-52.
        Assert.Equal(worth[^1] - worth[0], ShapleyValue.Of(worth).Sum(), 6 * 32 * 2 * Math.BitIncrement(1.0) - 6 * 32 * 2);
    }

    [Fact]
    public void A_player_without_effect_gets_exactly_0()
    {
        double[] five = Arbitrary(5);
        double[] worth = [.. Enumerable.Range(0, 64).Select(set => five[set & 31])];
        Assert.Equal(0, ShapleyValue.Of(worth)[5]);
        Assert.All(Enumerable.Range(0, 5), other => Assert.Equal(0, ShapleyValue.Interactions(worth)[5, other]));
    }

    [Fact]
    public void Equal_players_get_the_same()
    {
        double[] worth = [.. Enumerable.Range(0, 64).Select(set => Math.Sqrt(BitOperations.PopCount((uint)set)))];
        double[] values = ShapleyValue.Of(worth);
        Assert.All(values, value => Assert.Equal(values[0], value, 1e-15));
    }

    [Fact]
    public void Apart_they_neither_gain_nor_lose_by_each_other()
    {
        double[] alone = [3, -1, 0.5, 8];
        double[] worth = [.. Enumerable.Range(0, 16).Select(set => 7 + Enumerable.Range(0, 4).Where(i => (set >> i & 1) == 1).Sum(i => alone[i]))];
        Assert.Equal(alone, ShapleyValue.Of(worth).Select(value => Math.Round(value, 12)));
        double[,] indices = ShapleyValue.Interactions(worth);
        Assert.Equal(0, indices[0, 3], 1e-12);
    }

    [Fact]
    public void A_table_that_is_not_every_set_is_refused() =>
        Assert.Contains("3 sets", Assert.Throws<ArgumentException>(() => ShapleyValue.Of([0, 1, 2])).Message);

    /// <summary>Numbers in [0, 1) without order: fractional parts of multiples of the golden ratio.</summary>
    private static double[] Arbitrary(int players) => [.. Enumerable.Range(1, 1 << players).Select(i => i * 0.6180339887498949 % 1)];
}
