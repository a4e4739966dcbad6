using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Engine;

/// <summary>
/// People whose next candidates are looked for together: the same that <see cref="Ladder.Next(Draw, ulong, ref Chain, double, Ceiling, int, int)"/>
/// finds one by one, bit for bit.
/// </summary>
/// <remarks>
/// A candidate is a function of the person alone, so it does not matter when it is looked for, as long as nobody asks for
/// it before. Each lane walks until its own candidate is found; those who have arrived wait for the last of the four. All
/// fours take a step before one takes its next, so that the steps of a round wait for nothing, where the steps of one four
/// would each wait for the last.
/// </remarks>
public sealed class Walks
{
    /// <summary>People who can walk together.</summary>
    public const int Most = People.Batch;

    /// <summary>People who take a step at once.</summary>
    private const int Four = 4;

    /// <summary>2⁵²: below it the bits of a number are those of a whole number.</summary>
    private const double Leading = 1L << 52;

    // A column for each number that the walk needs or finds.
    private readonly int[] _row = new int[Most];
    private readonly ulong[] _key = new ulong[Most];
    private readonly double[] _time = new double[Most];
    private readonly ulong[] _index = new ulong[Most];
    private readonly double[] _block = new double[Most];
    private readonly double[] _found = new double[Most];
    private readonly double[] _height = new double[Most];
    private readonly double[] _after = new double[Most];
    private readonly ulong[] _since = new ulong[Most];
    private readonly ulong[] _walking = new ulong[Most];
    private readonly Ceiling[] _ceiling = [.. Enumerable.Repeat(Ladders.FoundingCeiling(0), Most)];
    private readonly Ladder[] _ladder = new Ladder[Most];

    /// <summary>First of each four of whom someone is on the way.</summary>
    private readonly int[] _four = new int[Most / Four];

    // What the ladders are made of, so that people on different ones can walk together.
    private readonly ulong[] _question = new ulong[Most];
    private readonly double[] _mean = new double[Most];
    private readonly double[] _lowest = new double[Most];
    private readonly double[] _stretch = new double[Most];
    private bool _anyHigher;

    /// <summary>People who wait to walk, or have walked.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there is room for nobody more.</summary>
    public bool IsFull => Count == Most;

    /// <summary>Row of one of the people.</summary>
    public int Row(int which) => _row[which];

    /// <summary>Where one of the people stands after the walk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Chain Reached(int which) => new(_time[which], (int)_index[which]);

    /// <summary>The candidate that one of the people found; its time is infinite when there is none before the horizon.</summary>
    public Candidate Found(int which) => new(_found[which], _height[which]);

    /// <summary>Lets everyone go.</summary>
    public void Clear() => (Count, _anyHigher) = (0, false);

    /// <summary>Takes in someone who looks for the next candidate; the same rules hold as for one person alone.</summary>
    /// <param name="row">Row of the person.</param>
    /// <param name="ladder">Which ladder is walked.</param>
    /// <param name="key">Whose luck.</param>
    /// <param name="chain">Where the person stands.</param>
    /// <param name="after">Months since the start; candidates at or before it are passed over.</param>
    /// <param name="ceiling">What the hazard does not pass.</param>
    /// <param name="since">Month in which the spell began that the ceiling counts from.</param>
    public void Add(int row, Ladder ladder, ulong key, Chain chain, double after, Ceiling ceiling, int since)
    {
        int at = Count++;
        _row[at] = row;
        _key[at] = key;
        _time[at] = chain.Time;
        _index[at] = (ulong)chain.Index;
        _after[at] = after;
        _since[at] = (ulong)since;
        _ceiling[at] = ceiling;
        _ladder[at] = ladder;
        _question[at] = ladder.Question;
        _mean[at] = ladder.Mean;
        _lowest[at] = ladder.Lowest;
        _stretch[at] = ladder.Stretch;
        _anyHigher |= ceiling.Rung > 0;
    }

    /// <summary>Finds everyone's next candidate.</summary>
    /// <param name="luck">Keyed draws.</param>
    /// <param name="horizon">Nothing is looked for from this month on; the same in every call.</param>
    public void Walk(Draw luck, int horizon)
    {
        int walking = 0;
        for (int first = 0; first < Count; first += Four)
        {
            _four[walking] = first;
            walking += SetOut(luck, first) ? 1 : 0;
        }

        var end = Vector256.Create((double)horizon);
        while (walking > 0)
        {
            int on = 0;
            for (int i = 0; i < walking; i++)
            {
                int first = _four[i];
                _four[on] = first;
                on += Step(luck, end, first) ? 1 : 0;
            }

            walking = on;
        }

        for (int first = 0; first < Count; first += Four)
        {
            Arrive(end, first);
        }

        if (_anyHigher)
        {
            LookHigher(luck, horizon);
        }
    }

    /// <summary>Finds who of four is on the way; who stands at a candidate after the time asked for has arrived.</summary>
    private bool SetOut(Draw luck, int first)
    {
        Vector256<ulong> index = Load(_index, first);
        Vector256<double> time = Load(_time, first);
        Vector256<double> block = Vector256.Floor(time / Load(_stretch, first));
        Vector256<ulong> standing = Vector256.GreaterThan(time, Load(_after, first)).AsUInt64() & ~Vector256.Equals(index, Vector256<ulong>.Zero);
        Vector256<ulong> walking = Vector256.LessThan(Vector256.Create(0.0, 1, 2, 3), Vector256.Create((double)(Count - first))).AsUInt64() & ~standing;
        block.CopyTo(_block, first);
        walking.CopyTo(_walking, first);
        if (standing != Vector256<ulong>.Zero)
        {
            // The height of a candidate is in the draw before the next.
            Vector256<ulong> bits = Occasion.Bits(luck.At(Load(_key, first), Whole(block)), Load(_question, first) | (index + standing));
            Height(bits, first).CopyTo(_height, first);
        }

        return walking != Vector256<ulong>.Zero;
    }

    /// <summary>Those of four who are on the way take a step: to the next point of their luck, or to the end of the block if that comes first. True when someone walks on.</summary>
    private bool Step(Draw luck, Vector256<double> end, int first)
    {
        Vector256<ulong> index = Load(_index, first), walking = Load(_walking, first);
        Vector256<double> time = Load(_time, first), block = Load(_block, first);
        Vector256<ulong> bits = Occasion.Bits(luck.At(Load(_key, first), Whole(block)), Load(_question, first) | index);
        Vector256<double> gap = Variate.Exponential(Unit(bits >> Ladder.GapShift, Ladder.GapUnit)) * Load(_mean, first);
        Vector256<double> next = Vector256.MaxNative(Chain.Step(time + gap), time + Vector256.Create(Chain.StepMonths));
        Vector256<double> blockEnd = (block + Vector256<double>.One) * Load(_stretch, first);
        Vector256<double> over = Vector256.GreaterThanOrEqual(next, blockEnd);
        Vector256<double> height = Vector256.ConditionalSelect(walking.AsDouble(), Height(bits, first), Load(_height, first));
        time = Vector256.ConditionalSelect(walking.AsDouble(), Vector256.MinNative(next, blockEnd), time);
        index = Vector256.ConditionalSelect(walking, Vector256.AndNot(index + Vector256<ulong>.One, over.AsUInt64()), index);
        Vector256<double> candidate = Vector256.AndNot(Vector256.GreaterThan(time, Load(_after, first)) & Vector256.LessThan(height, Ceilings(time, first)), over);
        walking = Vector256.AndNot(walking, (candidate | Vector256.GreaterThanOrEqual(time, end)).AsUInt64());
        time.CopyTo(_time, first);
        index.CopyTo(_index, first);
        (block + (over & Vector256<double>.One)).CopyTo(_block, first);
        height.CopyTo(_height, first);
        walking.CopyTo(_walking, first);
        return walking != Vector256<ulong>.Zero;
    }

    /// <summary>Notes what four found: beyond the horizon there is no candidate.</summary>
    private void Arrive(Vector256<double> end, int first)
    {
        Vector256<double> time = Load(_time, first);
        Vector256<double> found = Vector256.LessThan(time, end);
        Vector256.ConditionalSelect(found, time, Vector256.Create(double.PositiveInfinity)).CopyTo(_found, first);
        (Load(_height, first) & found).CopyTo(_height, first);
    }

    /// <summary>The numbers of four people in a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Load<T>(T[] column, int first) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)first);

    /// <summary>Whole numbers from 0 to below 2⁵², whose bits lie below a leading 2⁵².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Whole(Vector256<double> number) => (number + Vector256.Create(Leading)).AsUInt64() ^ Vector256.Create(Leading).AsUInt64();

    /// <summary>Bits as a number between 0 and 1, in the middle of its step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Unit(Vector256<ulong> bits, double step) =>
        ((bits | Vector256.Create(Leading).AsUInt64()).AsDouble() - Vector256.Create(Leading) + Vector256.Create(0.5)) * step;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Height(Vector256<ulong> bits, int first) =>
        Unit(bits & Vector256.Create(Ladder.HeightMask), Ladder.HeightUnit) * Load(_lowest, first);

    /// <summary>The ceilings of four people, each at a time of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Ceilings(Vector256<double> time, int first)
    {
        // A time still to be passed over may lie before the spell; its ceiling is not asked for.
        Vector256<long> months = Vector256.Max((Whole(Vector256.Floor(time)) - Load(_since, first)).AsInt64(), Vector256<long>.Zero);
        ReadOnlySpan<Ceiling> of = _ceiling.AsSpan(first, Four);
        return Vector256.Create(
            of[0].After((int)months[0]), of[1].After((int)months[1]), of[2].After((int)months[2]), of[3].After((int)months[3]));
    }

    /// <summary>Those whose hazard may pass the lowest band find the first candidate of all bands.</summary>
    private void LookHigher(Draw luck, int horizon)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_ceiling[i].Rung > 0)
            {
                (_found[i], _height[i]) = _ladder[i].Lower(luck, _key[i], Found(i), _after[i], _ceiling[i].Rung, horizon);
            }
        }
    }
}
