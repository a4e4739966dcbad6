using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EcoSim.Model.Randomness;

/// <summary>Keyed draws: each is a pure function of (seed, decision, entity, time, index).</summary>
/// <remarks>
/// Nothing is remembered between draws, so neither order, nor threads, nor another agent's draws can change one, and
/// two scenarios share their luck person by person. The mixer is the 64-bit finaliser with the constants of
/// David Stafford's "variant 13", applied once per key word; its evidence is in the test suite.
/// </remarks>
public readonly struct Draw(ulong seed)
{
    private readonly ulong _seed = Mix(seed + Golden);
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Odd factor that spreads time and index over all bits.</summary>
    internal const ulong Spread = 0xD6E8FEB86659FD93;

    /// <summary>Uniform on the open interval (0, 1), from the top 52 bits, so that neither end can be reached by rounding.</summary>
    /// <param name="decision">What is being decided; each decision has its own luck.</param>
    /// <param name="entity">Key of the entity that decides.</param>
    /// <param name="time">Month, spell or occurrence of the decision.</param>
    /// <param name="index">Distinguishes several draws of one decision.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform(Decision decision, ulong entity, int time, int index = 0) => ToUnit(Bits(decision, entity, time, index));

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits(Decision decision, ulong entity, int time, int index = 0) => Of(decision, entity).Bits(time, index);

    /// <summary>The luck of one entity in one decision, for several draws: what they share is mixed once.</summary>
    /// <param name="decision">What is being decided.</param>
    /// <param name="entity">Key of the entity that decides.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EntityDraw Of(Decision decision, ulong entity) => new(Mix((_seed + (ulong)decision * Golden) ^ entity));

    /// <summary>The uniforms of four entities, the same as one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Uniform(Decision decision, Vector256<ulong> entities, int time, int index = 0)
    {
        Vector256<ulong> z = Mix(Vector256.Create(_seed + (ulong)decision * Golden) ^ entities);
        Vector256<ulong> bits = Mix(z ^ Vector256.Create(((ulong)(uint)time << 32 | (uint)index) * Spread));

        // The upper bits after a leading 1 are a number between 1 and 2 with the same steps.
        Vector256<double> oneToTwo = (bits >> 12 | Vector256.Create(0x3FF0000000000000ul)).AsDouble();
        return oneToTwo - Vector256<double>.One + Vector256.Create(0.5 / (1UL << 52));
    }

    /// <summary>Unit exponential.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Exponential(Decision decision, ulong entity, int time, int index = 0) =>
        -Math.Log(Uniform(decision, entity, time, index));

    /// <summary>Standard normal, by inversion of one uniform.</summary>
    public double Normal(Decision decision, ulong entity, int time, int index = 0) =>
        Variate.Normal(Uniform(decision, entity, time, index));

    /// <summary>Standard Gumbel: add it to a log-weight and take the best to choose in proportion to the weights.</summary>
    public double Gumbel(Decision decision, ulong entity, int time, int index = 0) =>
        Variate.Gumbel(Uniform(decision, entity, time, index));

    /// <summary>Whole number below <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int count, Decision decision, ulong entity, int time, int index = 0) =>
        (int)Math.BigMul(Bits(decision, entity, time, index), (ulong)count, out _);

    /// <summary>Identity of a new entity, taken from its parent: the same parent, occasion and index give the same child.</summary>
    public static ulong Child(ulong parent, int occasion, int index = 0) =>
        Mix(Mix(parent + Golden) ^ (((ulong)(uint)occasion << 32 | (uint)index) * Spread));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double ToUnit(ulong bits) => ((bits >> 12) + 0.5) * (1.0 / (1UL << 52));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Mix(Vector256<ulong> z)
    {
        z = (z ^ (z >> 30)) * Vector256.Create(0xBF58476D1CE4E5B9);
        z = (z ^ (z >> 27)) * Vector256.Create(0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}

/// <summary>The luck of one entity in one decision: the same draws as those of <see cref="Draw"/> with that decision and entity.</summary>
public readonly struct EntityDraw
{
    private readonly ulong _mixed;

    internal EntityDraw(ulong mixed) => _mixed = mixed;

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits(int time, int index = 0) => Draw.Mix(_mixed ^ (((ulong)(uint)time << 32 | (uint)index) * Draw.Spread));

    /// <summary>Uniform on the open interval (0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform(int time, int index = 0) => Draw.ToUnit(Bits(time, index));

    /// <summary>Whole number below <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int count, int time, int index = 0) => (int)Math.BigMul(Bits(time, index), (ulong)count, out _);
}
