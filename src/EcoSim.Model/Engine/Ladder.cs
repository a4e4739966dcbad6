using System.Runtime.CompilerServices;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Engine;

/// <summary>A point of a person's luck: something may happen at this time, and does if the hazard reaches the height.</summary>
/// <param name="Time">Months since the start, within a month as well; infinite when there is none before the horizon.</param>
/// <param name="Height">Hazard per month from which on the event happens.</param>
public readonly record struct Candidate(double Time, double Height);

/// <summary>
/// Thinning from a fixed ladder of bounds. A person's luck is a Poisson field over time × hazard, cut into bands whose
/// tops are powers of four times the lowest bound. A hazard below the top of rung k needs the candidates of rungs 0…k:
/// a higher bound adds candidates and moves none, and a higher hazard accepts a superset of the same events.
/// </summary>
/// <remarks>
/// Thinning: Lewis &amp; Shedler (1979). The field is cut in time too, into short blocks with luck
/// of their own, so that the next candidate is found from any month without walking from the beginning.
/// </remarks>
public sealed class Ladder
{
    /// <summary>Rungs of every ladder; a hazard beyond the highest is many a month.</summary>
    public const int MostRungs = 12;

    private const int Doublings = 2;
    private const int RungShift = 16;
    private const int HeightBit = 1 << 15;

    // One draw of 64 bits serves a chain's gap (the upper 40) and height (the lower 24).
    private const int ChainBit = 1 << 30;
    internal const int GapShift = 24;
    internal const ulong HeightMask = (1UL << GapShift) - 1;
    internal const double GapUnit = 1.0 / (1UL << 40);

    /// <summary>Candidates per block of time in the mean, as far as whole months allow.</summary>
    private const double PerBlock = 1;

    /// <summary>Candidates per stretch of a chain in the mean, as far as whole months allow.</summary>
    private const double PerStretch = 2;

    /// <summary>Standard deviations over the mean beyond which no block's count is, and what small means need besides.</summary>
    private const int MostDeviations = 10, MostOfFew = 20;

    private const double JustBefore = 1e-9;
    internal const double HeightUnit = 1.0 / (1UL << GapShift);

    private static readonly Candidate None = new(double.PositiveInfinity, 0);

    private readonly Decision _decision;
    private readonly double _lowest;
    private readonly double _mean;
    private readonly int _stretch;
    private readonly Rung[] _rungs = new Rung[MostRungs];

    /// <summary>A ladder of bounds.</summary>
    /// <param name="decision">Which luck.</param>
    /// <param name="lowest">Lowest bound, per month, at most 1.</param>
    public Ladder(Decision decision, double lowest)
    {
        _decision = decision;
        _lowest = lowest;
        _mean = 1 / lowest;
        _stretch = Math.Max((int)(PerStretch / lowest), 1);
        for (int r = 0; r < MostRungs; r++)
        {
            // Bands: [0, b) for rung 0, then [b·4^(r−1), b·4^r).
            double floor = r == 0 ? 0 : lowest * (1 << Doublings * (r - 1));
            double width = lowest * (1 << Doublings * r) - floor;
            int months = Math.Max((int)(PerBlock / width), 1);
            double mean = width * months;
            int most = (int)(mean + MostDeviations * Math.Sqrt(mean)) + MostOfFew;
            _rungs[r] = new Rung(floor, width, months, 1.0 / months, mean, Math.Exp(-mean), most);
        }
    }

    /// <summary>Lowest bound, per month.</summary>
    public double Lowest => _rungs[0].Width;

    /// <summary>Months between candidates of the lowest band in the mean.</summary>
    internal double Mean => _mean;

    /// <summary>Months after which the chain of the lowest band begins anew.</summary>
    internal int Stretch => _stretch;

    /// <summary>What is asked of a person's luck for a candidate of the lowest band; its number is added.</summary>
    internal ulong Question => Occasion.Question(_decision, ChainBit);

    /// <summary>A time from which a search finds the candidates of a month from its very beginning.</summary>
    public static double Before(int month) => month - JustBefore;

    /// <summary>Top of a rung, per month.</summary>
    public double Top(int rung) => _rungs[rung].Floor + _rungs[rung].Width;

    /// <summary>The rung whose top is at or above a hazard per month.</summary>
    public int RungFor(double hazard)
    {
        int rung = 0;
        while (rung < MostRungs - 1 && Top(rung) < hazard)
        {
            rung++;
        }

        return rung;
    }

    /// <summary>The first candidate after a time, among those of all rungs up to <paramref name="rung"/>.</summary>
    /// <param name="luck">Keyed draws.</param>
    /// <param name="entity">Whose luck.</param>
    /// <param name="after">Months since the start; candidates at or before it are passed over.</param>
    /// <param name="rung">Highest rung needed.</param>
    /// <param name="horizon">Nothing is looked for from this month on.</param>
    public Candidate Next(Draw luck, ulong entity, double after, int rung, int horizon)
    {
        Candidate first = None;
        double before = horizon;
        for (int r = 0; r <= rung; r++)
        {
            Candidate own = NextOfRung(luck, entity, after, before, r);
            if (own.Time < before)
            {
                first = own;
                before = own.Time;
            }
        }

        return first;
    }

    /// <summary>Time of the candidate that <see cref="Next(Draw, ulong, double, int, int)"/> finds, infinite when there is none.</summary>
    public double NextTime(Draw luck, ulong entity, double after, int rung, int horizon) => Next(luck, entity, after, rung, horizon).Time;

    /// <summary>A ceiling on this ladder, from hazards per month by months since a spell began.</summary>
    public Ceiling Under(params double[] hazard) => new(RungFor(hazard.Max()), hazard);

    /// <summary>The first candidate after a time that a hazard may reach, with the lowest band followed from where the person stands on it.</summary>
    /// <param name="luck">Keyed draws.</param>
    /// <param name="entity">Whose luck.</param>
    /// <param name="chain">Where the person stands; moved on past <paramref name="after"/> and past what no hazard reaches.</param>
    /// <param name="after">Months since the start; candidates at or before it are passed over.</param>
    /// <param name="ceiling">What the hazard does not pass. Has it risen since the chain was last moved, the chain must begin <see cref="At"/> now.</param>
    /// <param name="since">Month in which the spell began that the ceiling counts from.</param>
    /// <param name="horizon">Nothing is looked for from this month on; the same in every call.</param>
    public Candidate Next(Draw luck, ulong entity, ref Chain chain, double after, Ceiling ceiling, int since, int horizon)
    {
        Follow(luck, entity, ref chain, after, ceiling, since, horizon);
        Candidate first = chain.Time < horizon ? new Candidate(chain.Time, Height(luck, entity, chain)) : None;
        return ceiling.Rung == 0 ? first : Lower(luck, entity, first, after, ceiling.Rung, horizon);
    }

    /// <summary>Time of the candidate that <see cref="Next(Draw, ulong, ref Chain, double, Ceiling, int, int)"/> finds; its height is not drawn where it can wait.</summary>
    public double NextTime(Draw luck, ulong entity, ref Chain chain, double after, Ceiling ceiling, int since, int horizon)
    {
        if (ceiling.Rung > 0)
        {
            return Next(luck, entity, ref chain, after, ceiling, since, horizon).Time;
        }

        Follow(luck, entity, ref chain, after, ceiling, since, horizon);
        return chain.Time < horizon ? chain.Time : double.PositiveInfinity;
    }

    /// <summary>Where the lowest band of this ladder stands at a time, for who comes from another ladder or under a higher ceiling.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Chain At(double time) => new((int)time / _stretch * _stretch, 0);

    /// <summary>
    /// Moves a chain on past a time and to a candidate below the ceiling. Gaps are exponential; at the end of each stretch
    /// of months the chain begins anew with luck of its own, which changes no distribution, so that it can be entered at any
    /// time without walking from the beginning.
    /// </summary>
    private void Follow(Draw luck, ulong entity, ref Chain chain, double after, Ceiling ceiling, int since, int horizon)
    {
        double time = chain.Time;
        int index = chain.Index;
        if (time > after && index > 0)
        {
            return;
        }

        int stretch = (int)time / _stretch;
        double end = (stretch + 1) * (double)_stretch;
        Occasion occasion = luck.At(entity, stretch);
        while (true)
        {
            ulong bits = occasion.Bits(_decision, ChainBit | index++);

            // No two on the same step of time, where the first looked at would hide the second.
            time = Math.Max(Chain.Step(time + Gap(bits)), time + Chain.StepMonths);
            if (time >= end)
            {
                (time, index) = (end, 0);
                if (end >= horizon)
                {
                    break;
                }

                stretch++;
                end += _stretch;
                occasion = luck.At(entity, stretch);
            }
            else if (time >= horizon || (time > after && Height(bits) < ceiling.After((int)time - since)))
            {
                break;
            }
        }

        chain = new Chain(time, index);
    }

    /// <summary>Height of the candidate at which a chain stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Height(Draw luck, ulong entity, in Chain chain) =>
        Height(luck.Bits(_decision, entity, (int)chain.Time / _stretch, ChainBit | chain.Index - 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Height(ulong bits) => ((bits & HeightMask) + 0.5) * HeightUnit * _lowest;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Gap(ulong bits) => Variate.Exponential(((bits >> GapShift) + 0.5) * GapUnit) * _mean;

    /// <summary>The first of a candidate and those of the rungs above the lowest.</summary>
    internal Candidate Lower(Draw luck, ulong entity, Candidate first, double after, int rung, int horizon)
    {
        double before = Math.Min(first.Time, horizon);
        for (int r = 1; r <= rung; r++)
        {
            Candidate own = NextOfRung(luck, entity, after, before, r);
            if (own.Time < before)
            {
                first = own;
                before = own.Time;
            }
        }

        return first;
    }

    /// <summary>The first candidate of a band after a time and before another: each block has a Poisson number of them, spread evenly.</summary>
    private Candidate NextOfRung(Draw luck, ulong entity, double after, double before, int r)
    {
        ref readonly Rung rung = ref _rungs[r];
        for (int block = (int)(after * rung.BlocksPerMonth); ; block++)
        {
            double start = (double)block * rung.Months;
            if (start >= before)
            {
                return None;
            }

            Occasion occasion = luck.At(entity, block);
            double count = occasion.Uniform(_decision, r << RungShift);
            double first = before;
            int which = 0;
            int i = 0;
            for (double p = rung.Empty, sum = p; count > sum && i < rung.Most; p *= rung.Mean / ++i, sum += p)
            {
                double time = start + rung.Months * occasion.Uniform(_decision, r << RungShift | i + 1);
                (first, which) = time > after && time < first ? (time, i + 1) : (first, which);
            }

            if (which > 0)
            {
                return new Candidate(first, rung.Floor + rung.Width * occasion.Uniform(_decision, r << RungShift | HeightBit | which));
            }
        }
    }

    /// <summary>A band of the hazard field and its blocks of time.</summary>
    /// <param name="Floor">Lowest hazard of the band, per month.</param>
    /// <param name="Width">Hazards from its floor to its top, which is its rate of candidates per month.</param>
    /// <param name="Months">Months per block.</param>
    /// <param name="BlocksPerMonth">One over that.</param>
    /// <param name="Mean">Candidates per block in the mean.</param>
    /// <param name="Empty">Chance that a block has none.</param>
    /// <param name="Most">Candidates of one block at most; more have a chance below that of the last bit of a draw.</param>
    private readonly record struct Rung(double Floor, double Width, int Months, double BlocksPerMonth, double Mean, double Empty, int Most);
}
