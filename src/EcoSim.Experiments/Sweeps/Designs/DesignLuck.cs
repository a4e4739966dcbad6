using EcoSim.Model.Randomness;

namespace EcoSim.Experiments.Sweeps.Designs;

/// <summary>Luck of a design: keyed, so that a point does not depend on how many others are drawn.</summary>
/// <param name="seed">Seed of the design.</param>
internal readonly struct DesignLuck(long seed)
{
    private const double TwoToMinus52 = 1.0 / (1UL << 52);

    private readonly ulong _key = Draw.Child((ulong)seed, 0);

    /// <summary>64 random bits.</summary>
    public ulong Bits(int purpose, int index) => Draw.Child(_key, purpose, index);

    /// <summary>32 random bits that belong to a place in a tree of bits.</summary>
    public uint Bits(int purpose, int level, uint place) => (uint)(Draw.Child(Draw.Child(_key, purpose, level), 1, (int)place) >> 32);

    /// <summary>Uniform on (0, 1).</summary>
    public double Uniform(int purpose, int index) => ((Bits(purpose, index) >> 12) + 0.5) * TwoToMinus52;

    /// <summary>Luck for a part of a design.</summary>
    public DesignLuck Part(int number) => new((long)Draw.Child(_key, -1, number));

    /// <summary>0 to <paramref name="count"/> − 1 in random order (Fisher-Yates).</summary>
    public int[] Permutation(int purpose, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int other = (int)Math.BigMul(Bits(purpose, i), (ulong)(i + 1), out _);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}
