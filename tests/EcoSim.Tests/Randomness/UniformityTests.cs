using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Randomness;

/// <summary>Draws whose keys count up one word are uniform, in one and in two dimensions.</summary>
public sealed class UniformityTests
{
    private const int Draws = 1 << 20;

    public static TheoryData<KeyWord> Words => new(Enum.GetValues<KeyWord>());

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_byte_of_the_bits_is_uniform(KeyWord word)
    {
        var counts = new int[8 * 256];
        for (int i = 0; i < Draws; i++)
        {
            ulong bits = Key.Small.Plus(word, i).Bits;
            for (int place = 0; place < 8; place++)
            {
                counts[place * 256 + (int)(bits >> 8 * place & 0xFF)]++;
            }
        }

        for (int place = 0; place < 8; place++)
        {
            Distribution.Uniform(counts.AsSpan(place * 256, 256), 5, $"byte {place} while {word} counts up");
        }
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void The_uniform_follows_its_law(KeyWord word)
    {
        double[] sample = [.. Enumerable.Range(0, 1 << 17).Select(i => Key.Small.Plus(word, i).Uniform)];
        Distribution.Follows(sample, u => u, 5, $"uniform while {word} counts up");
        Sigma.Mean(sample.Average(), 0.5, Math.Sqrt(1.0 / 12), sample.Length, 5, $"mean while {word} counts up");
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Neighbours_fill_the_square_evenly(KeyWord word)
    {
        // Pairs do not overlap, so that the cells of the square are counts of independent trials.
        var counts = new int[64 * 64];
        for (int i = 0; i < Draws; i += 2)
        {
            counts[(int)(Key.Small.Plus(word, i).Uniform * 64) * 64 + (int)(Key.Small.Plus(word, i + 1).Uniform * 64)]++;
        }

        Distribution.Uniform(counts, 5, $"pairs of neighbours along {word}");
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void No_serial_correlation(KeyWord word)
    {
        int[] lags = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 128, 256, 1024];
        double[] sample = [.. Enumerable.Range(0, 1 << 17).Select(i => Key.Small.Plus(word, i).Uniform - 0.5)];
        foreach (int lag in lags)
        {
            double sum = 0;
            for (int i = lag; i < sample.Length; i++)
            {
                sum += sample[i] * sample[i - lag];
            }

            // The product of two independent uniforms around zero has mean 0 and variance (1/12)².
            int pairs = sample.Length - lag;
            Sigma.Mean(sum / pairs, 0, 1.0 / 12, pairs, 5, $"serial product at lag {lag} along {word}");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Below_is_even(int count)
    {
        var draw = new EcoSim.Model.Randomness.Draw(5);
        var counts = new int[count];
        for (int i = 0; i < 200_000; i++)
        {
            counts[draw.Below(count, Key.Any, (ulong)i, 0)]++;
        }

        Distribution.Uniform(counts, 5, $"whole numbers below {count}");
    }
}
