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
/// it before. All who are on their way take one step, four at once; then those who have arrived are left behind and the
/// others close up. So the steps of a round wait for nothing, where one person's steps would each wait for the last.
/// </remarks>
public sealed class Walks
{
    /// <summary>People who can walk together.</summary>
    public const int Most = People.Batch;

    /// <summary>2⁵²: below it the bits of a number are those of a whole number.</summary>
    private const double Leading = 1L << 52;

    /// <summary>Height of what is no candidate: no hazard reaches it.</summary>
    private const double NoCandidate = double.PositiveInfinity;

    // Who looks and what for, in the order they came; and what they find.
    private readonly int[] _row = new int[Most];
    private readonly ulong[] _key = new ulong[Most];
    private readonly double[] _after = new double[Most];
    private readonly int[] _since = new int[Most];
    private readonly Ceiling[] _ceiling = new Ceiling[Most];
    private readonly Ladder[] _ladder = new Ladder[Most];
    private readonly Chain[] _chain = new Chain[Most];
    private readonly Candidate[] _found = new Candidate[Most];

    // Those on their way, and a column for each number that a step needs.
    private readonly int[] _who = new int[Most];
    private readonly ulong[] _luck = new ulong[Most];
    private readonly double[] _time = new double[Most];
    private readonly ulong[] _index = new ulong[Most];
    private readonly double[] _block = new double[Most];
    private readonly double[] _height = new double[Most];
    private readonly double[] _past = new double[Most];

    // What the ladders are made of, so that people on different ones can walk together.
    private readonly ulong[] _question = new ulong[Most];
    private readonly double[] _mean = new double[Most];
    private readonly double[] _lowest = new double[Most];
    private readonly double[] _stretch = new double[Most];

    /// <summary>People who wait to walk, or have walked.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there is room for nobody more.</summary>
    public bool IsFull => Count == Most;

    /// <summary>Row of one of the people.</summary>
    public int Row(int which) => _row[which];

    /// <summary>Where one of the people stands after the walk.</summary>
    public Chain Reached(int which) => _chain[which];

    /// <summary>The candidate that one of the people found; its time is infinite when there is none before the horizon.</summary>
    public Candidate Found(int which) => _found[which];

    /// <summary>Lets everyone go.</summary>
    public void Clear() => Count = 0;

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
        _after[at] = after;
        _since[at] = since;
        _ceiling[at] = ceiling;
        _ladder[at] = ladder;
        _chain[at] = chain;
    }

    /// <summary>Finds everyone's next candidate.</summary>
    /// <param name="luck">Keyed draws.</param>
    /// <param name="horizon">Nothing is looked for from this month on; the same in every call.</param>
    public void Walk(Draw luck, int horizon)
    {
        int walking = SetOut(luck, horizon);
        while (walking > 0)
        {
            for (int first = 0; first < walking; first += Vector256<double>.Count)
            {
                Step(luck, first);
            }

            walking = CloseUp(luck, horizon, walking);
        }
    }

    /// <summary>Lets those arrive who stand at a candidate after the time asked for already; the others set out.</summary>
    private int SetOut(Draw luck, int horizon)
    {
        int walking = 0;
        for (int i = 0; i < Count; i++)
        {
            Chain chain = _chain[i];
            Ladder ladder = _ladder[i];
            if (chain.Time > _after[i] && chain.Index > 0)
            {
                Arrive(luck, horizon, i, ladder.Height(luck, _key[i], chain));
                continue;
            }

            _who[walking] = i;
            _luck[walking] = _key[i];
            _time[walking] = chain.Time;
            _index[walking] = (ulong)chain.Index;
            _past[walking] = _after[i];
            _question[walking] = ladder.Question;
            _mean[walking] = ladder.Mean;
            _lowest[walking] = ladder.Lowest;
            _stretch[walking] = ladder.Stretch;
            _block[walking++] = (int)chain.Time / ladder.Stretch;
        }

        return walking;
    }

    /// <summary>Four people take a step: to the next point of their luck, or to the end of the block if that comes first.</summary>
    private void Step(Draw luck, int first)
    {
        Vector256<double> time = Four(_time, first), block = Four(_block, first), stretch = Four(_stretch, first);
        Vector256<ulong> index = Four(_index, first);
        Vector256<ulong> bits = Occasion.Bits(luck.At(Four(_luck, first), Whole(block)), Four(_question, first) | index);
        Vector256<double> gap = Variate.Exponential(Unit(bits >> Ladder.GapShift, Ladder.GapUnit)) * Four(_mean, first);
        Vector256<double> next = Vector256.MaxNative(Chain.Step(time + gap), time + Vector256.Create(Chain.StepMonths));
        Vector256<double> blockEnd = (block + Vector256<double>.One) * stretch;
        Vector256<double> over = Vector256.GreaterThanOrEqual(next, blockEnd);
        time = Vector256.MinNative(next, blockEnd);
        time.CopyTo(_time, first);
        Vector256.AndNot(index + Vector256<ulong>.One, over.AsUInt64()).CopyTo(_index, first);
        (block + (over & Vector256<double>.One)).CopyTo(_block, first);

        Vector256<double> height = Unit(bits & Vector256.Create(Ladder.HeightMask), Ladder.HeightUnit) * Four(_lowest, first);
        Vector256<double> candidate = Vector256.AndNot(Vector256.GreaterThan(time, Four(_past, first)), over);
        Vector256.ConditionalSelect(candidate, height, Vector256.Create(NoCandidate)).CopyTo(_height, first);
    }

    /// <summary>Leaves behind who has reached a candidate below the ceiling, or the horizon; returns how many walk on.</summary>
    private int CloseUp(Draw luck, int horizon, int walking)
    {
        int on = 0;
        for (int i = 0; i < walking; i++)
        {
            int who = _who[i];
            double time = _time[i];

            // A time still to be passed over may lie before the spell; its ceiling is not asked for.
            if (time >= horizon || (_height[i] < NoCandidate && _height[i] < _ceiling[who].After((int)time - _since[who])))
            {
                _chain[who] = new Chain(time, (int)_index[i]);
                Arrive(luck, horizon, who, _height[i]);
                continue;
            }

            _who[on] = who;
            _luck[on] = _luck[i];
            _time[on] = time;
            _index[on] = _index[i];
            _block[on] = _block[i];
            _past[on] = _past[i];
            _question[on] = _question[i];
            _mean[on] = _mean[i];
            _lowest[on] = _lowest[i];
            _stretch[on++] = _stretch[i];
        }

        return on;
    }

    /// <summary>Notes the candidate at which someone stands; who may pass the lowest band finds the first candidate of all bands.</summary>
    private void Arrive(Draw luck, int horizon, int who, double height)
    {
        double time = _chain[who].Time;
        Candidate found = time < horizon ? new Candidate(time, height) : Ladder.None;
        int rung = _ceiling[who].Rung;
        _found[who] = rung > 0 ? _ladder[who].Lower(luck, _key[who], found, _after[who], rung, horizon) : found;
    }

    /// <summary>The numbers of four people in a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Four<T>(T[] column, int first) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)first);

    /// <summary>Whole numbers from 0 to below 2⁵², whose bits lie below a leading 2⁵².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Whole(Vector256<double> number) => (number + Vector256.Create(Leading)).AsUInt64() ^ Vector256.Create(Leading).AsUInt64();

    /// <summary>Bits as a number between 0 and 1, in the middle of its step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Unit(Vector256<ulong> bits, double step) =>
        ((bits | Vector256.Create(Leading).AsUInt64()).AsDouble() - Vector256.Create(Leading) + Vector256.Create(0.5)) * step;
}
