using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Randomness;

/// <summary>Streams of neighbouring keys know nothing of each other.</summary>
public sealed class IndependenceTests
{
    private const int Months = 1024;
    private const int Streams = 128;

    [Theory]
    [InlineData(KeyWord.Seed, KeyWord.Time)]
    [InlineData(KeyWord.Seed, KeyWord.Entity)]
    [InlineData(KeyWord.Entity, KeyWord.Time)]
    [InlineData(KeyWord.Decision, KeyWord.Time)]
    [InlineData(KeyWord.Decision, KeyWord.Entity)]
    [InlineData(KeyWord.Index, KeyWord.Time)]
    [InlineData(KeyWord.Time, KeyWord.Entity)]
    [InlineData(KeyWord.Time, KeyWord.Index)]
    public void Streams_of_small_keys_are_uncorrelated(KeyWord across, KeyWord along)
    {
        double[][] streams = [.. Enumerable.Range(0, Streams).Select(s => Stream(across, s, along))];
        double squares = 0;
        int pairs = 0;
        for (int a = 0; a < Streams; a++)
        {
            for (int b = 0; b < a; b++)
            {
                double deviate = Deviate(streams[a], streams[b]);
                Sigma.Within(deviate, 6, $"correlation of streams {across} {a} and {b} along {along}");
                squares += deviate * deviate;
                pairs++;
            }
        }

        // Pairs of streams are uncorrelated, so the sum of their squares is a chi-square to a good approximation.
        Sigma.ChiSquare(squares, pairs, 5, $"all correlations between streams of {across} along {along}");
    }

    [Theory]
    [InlineData(KeyWord.Seed, KeyWord.Entity)]
    [InlineData(KeyWord.Seed, KeyWord.Time)]
    [InlineData(KeyWord.Seed, KeyWord.Decision)]
    [InlineData(KeyWord.Entity, KeyWord.Decision)]
    [InlineData(KeyWord.Entity, KeyWord.Time)]
    [InlineData(KeyWord.Time, KeyWord.Index)]
    public void Two_words_are_not_interchangeable(KeyWord one, KeyWord other)
    {
        // A weak combination, such as a sum of words, would give (a, b) the luck of (b, a) or of (a + 1, b - 1).
        const int side = 512;
        var seen = new HashSet<ulong>(side * side);
        for (int a = 0; a < side; a++)
        {
            for (int b = 0; b < side; b++)
            {
                seen.Add(Key.Small.Plus(one, a).Plus(other, b).Bits);
            }
        }

        Assert.Equal(side * side, seen.Count);
    }

    [Fact]
    public void The_sum_over_a_grid_of_small_keys_has_the_spread_of_independent_draws()
    {
        // Variance of the sum over rows: hidden common parts of a row would inflate it, cancelling ones deflate it.
        const int rows = 4096, columns = 64;
        double squares = 0;
        for (int row = 0; row < rows; row++)
        {
            double sum = 0;
            for (int column = 0; column < columns; column++)
            {
                sum += Key.Small.Plus(KeyWord.Entity, row).Plus(KeyWord.Time, column).Uniform - 0.5;
            }

            squares += sum * sum * 12 / columns;
        }

        Sigma.ChiSquare(squares, rows, 5, "spread of the sum of each entity's months");
    }

    private static double[] Stream(KeyWord across, int step, KeyWord along)
    {
        var stream = new double[Months];
        Key start = Key.Small.Plus(across, step);
        for (int i = 0; i < Months; i++)
        {
            stream[i] = start.Plus(along, i).Uniform - 0.5;
        }

        return stream;
    }

    private static double Deviate(double[] one, double[] other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return Sigma.OfMean(sum / one.Length, 0, 1.0 / 12, one.Length);
    }
}
