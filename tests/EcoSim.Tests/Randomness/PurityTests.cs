using EcoSim.Model.Randomness;

namespace EcoSim.Tests.Randomness;

/// <summary>A draw depends on its key and on nothing else.</summary>
public sealed class PurityTests
{
    private static readonly Key[] Keys =
        [.. Enumerable.Range(0, 10_000).Select(i => new Key((ulong)(i % 3), (ulong)(i % 5), (ulong)(i / 20), (uint)(i % 20), (uint)(i % 2)))];

    [Fact]
    public void Order_and_other_draws_change_nothing()
    {
        ulong[] forward = [.. Keys.Select(key => key.Bits)];
        ulong[] backward = [.. Keys.Reverse().Select(key => key.Bits)];
        Assert.Equal(forward, backward.Reverse());
        Assert.Equal(forward.Where((_, i) => i % 7 == 0), Keys.Where((_, i) => i % 7 == 0).Select(key => key.Bits));
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var parallel = new ulong[Keys.Length];
        Parallel.For(0, Keys.Length, i => parallel[i] = Keys[i].Bits);
        Assert.Equal(Keys.Select(key => key.Bits), parallel);
    }

    [Fact]
    public void The_bits_are_those_of_all_published_results()
    {
        // A change here changes every result ever made: raise the version with it.
        var draw = new Draw(1);
        ulong[] bits = [draw.Bits(Key.Any, 0, 0), draw.Bits(Key.Any, 1, 0), draw.Bits(Key.Any, 1, 24, 1), Draw.Child(1, 2, 3)];
        Assert.Equal([11682809872974981821, 13442118168666344364, 9228366857351678871, 1135623404637443996], bits);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(ulong.MaxValue)]
    public void The_most_extreme_bits_stay_inside_the_open_interval(ulong bits)
    {
        ulong entity = EntityWith(bits);
        var draw = new Draw(1);
        Assert.Equal(bits, draw.Bits(Key.Any, entity, 0));
        double u = draw.Uniform(Key.Any, entity, 0);
        Assert.True(u > 0 && u < 1, $"Bits {bits:x} give the uniform {u:R}; allowed is the open interval (0, 1).");
        Assert.True(double.IsFinite(draw.Normal(Key.Any, entity, 0)), "The normal of the most extreme bits is not finite.");
        Assert.True(double.IsFinite(draw.Gumbel(Key.Any, entity, 0)), "The Gumbel of the most extreme bits is not finite.");
    }

    /// <summary>The entity that draws these bits at time 0: the mixer is a bijection, so it can be run backwards.</summary>
    private static ulong EntityWith(ulong bits)
    {
        const ulong golden = 0x9E3779B97F4A7C15, spread = 0xD6E8FEB86659FD93;
        ulong seed = Mix(1 + golden);
        return Unmix(Unmix(bits) ^ unchecked(((ulong)Key.Any << 32) * spread)) ^ seed;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static ulong Unmix(ulong z)
    {
        z = Unshift(z, 31) * Inverse(0x94D049BB133111EB);
        z = Unshift(z, 27) * Inverse(0xBF58476D1CE4E5B9);
        return Unshift(z, 30);
    }

    private static ulong Unshift(ulong z, int shift) => z ^ z >> shift ^ z >> 2 * shift ^ (3 * shift < 64 ? z >> 3 * shift : 0);

    /// <summary>Inverse of an odd number modulo 2⁶⁴ by Newton's iteration, which doubles the correct bits.</summary>
    private static ulong Inverse(ulong odd)
    {
        ulong inverse = odd;
        for (int i = 0; i < 6; i++)
        {
            inverse *= 2 - odd * inverse;
        }

        return inverse;
    }
}
