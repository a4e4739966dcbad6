using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EcoSim.Model.Randomness;

/// <summary>Keyed draws: each is a pure function of (seed, decision, entity, time, index).</summary>
/// <remarks>
/// Nothing is remembered between draws, so neither order, nor threads, nor another agent's draws can change one, and
/// two scenarios share their luck person by person. The mixer is the 64-bit finaliser with the constants of
/// David Stafford's "variant 13", applied once to seed, entity and time, and once more to decision and index; its
/// evidence is in the test suite.
/// </remarks>
public readonly struct Draw(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private readonly ulong _seed = Mix(seed + Golden);

    /// <summary>All luck of an entity at one time; who draws several times for the same entity and time asks for it once.</summary>
    /// <param name="entity">Key of the entity that decides.</param>
    /// <param name="time">Month, spell or occurrence of the decision.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Occasion At(ulong entity, int time) => new(Mix((_seed ^ entity) + (ulong)(uint)time * Golden));

    /// <summary>Uniform on the open interval (0, 1), from the top 52 bits, so that neither end can be reached by rounding.</summary>
    /// <param name="decision">What is being decided; each decision has its own luck.</param>
    /// <param name="entity">Key of the entity that decides.</param>
    /// <param name="time">Month, spell or occurrence of the decision.</param>
    /// <param name="index">Distinguishes several draws of one decision.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform(Decision decision, ulong entity, int time, int index = 0) => At(entity, time).Uniform(decision, index);

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits(Decision decision, ulong entity, int time, int index = 0) => At(entity, time).Bits(decision, index);

    /// <summary>The uniforms of four entities, the same as one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Uniform(Decision decision, Vector256<ulong> entities, int time)
    {
        Vector256<ulong> luck = Mix((Vector256.Create(_seed) ^ entities) + Vector256.Create((ulong)(uint)time * Golden));
        Vector256<ulong> bits = Mix(luck ^ Vector256.Create(((ulong)decision << 32) * Occasion.Spread));

        // The upper bits after a leading 1 are a number between 1 and 2 with the same steps.
        Vector256<double> oneToTwo = (bits >> 12 | Vector256.Create(0x3FF0000000000000ul)).AsDouble();
        return oneToTwo - Vector256<double>.One + Vector256.Create(0.5 / (1UL << 52));
    }

    /// <summary>All luck of four entities, each at a time of its own, for <see cref="Occasion.Bits(Vector256{ulong}, Vector256{ulong})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<ulong> At(Vector256<ulong> entities, Vector256<ulong> times) =>
        Mix((Vector256.Create(_seed) ^ entities) + times * Golden);

    /// <summary>Unit exponential.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Exponential(Decision decision, ulong entity, int time, int index = 0) =>
        Variate.Exponential(Uniform(decision, entity, time, index));

    /// <summary>Standard normal, by inversion of one uniform.</summary>
    public double Normal(Decision decision, ulong entity, int time, int index = 0) =>
        Variate.Normal(Uniform(decision, entity, time, index));

    /// <summary>Standard Gumbel: add it to a log-weight and take the best to choose in proportion to the weights.</summary>
    public double Gumbel(Decision decision, ulong entity, int time, int index = 0) =>
        Variate.Gumbel(Uniform(decision, entity, time, index));

    /// <summary>Whole number below <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int count, Decision decision, ulong entity, int time, int index = 0) =>
        At(entity, time).Below(count, decision, index);

    /// <summary>Identity of a new entity, taken from its parent: the same parent, occasion and index give the same child.</summary>
    public static ulong Child(ulong parent, int occasion, int index = 0) =>
        Mix(Mix(parent + Golden) ^ (((ulong)(uint)occasion << 32 | (uint)index) * Occasion.Spread));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<ulong> Mix(Vector256<ulong> z)
    {
        z = (z ^ (z >> 30)) * Vector256.Create(0xBF58476D1CE4E5B9);
        z = (z ^ (z >> 27)) * Vector256.Create(0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}

/// <summary>The luck of one entity at one time, from which each decision takes its own.</summary>
public readonly struct Occasion
{
    internal const ulong Spread = 0xD6E8FEB86659FD93;
    private readonly ulong _luck;

    internal Occasion(ulong luck) => _luck = luck;

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits(Decision decision, int index = 0) =>
        Draw.Mix(_luck ^ (Question(decision, index) * Spread));

    /// <summary>A decision and an index as one number, for draws of four entities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Question(Decision decision, int index) => (ulong)decision << 32 | (uint)index;

    /// <summary>64 random bits for each of four entities, the same as one by one.</summary>
    /// <param name="luck">Their luck, as <see cref="Draw"/> gives it.</param>
    /// <param name="question">What is asked of each.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<ulong> Bits(Vector256<ulong> luck, Vector256<ulong> question) => Draw.Mix(luck ^ (question * Spread));

    /// <summary>Uniform on the open interval (0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform(Decision decision, int index = 0) => ((Bits(decision, index) >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Whole number below <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int count, Decision decision, int index = 0) => (int)Math.BigMul(Bits(decision, index), (ulong)count, out _);

    /// <summary>Standard normal, by inversion of one uniform.</summary>
    public double Normal(Decision decision, int index = 0) => Variate.Normal(Uniform(decision, index));
}
