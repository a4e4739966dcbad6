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
/// tops are powers of two times the lowest bound. A hazard below the top of rung k needs the candidates of rungs 0…k:
/// a higher bound adds candidates and moves none, and a higher hazard accepts a superset of the same events.
/// </summary>
/// <remarks>
/// Thinning: Lewis &amp; Shedler (1979). The field is cut in time too, into short blocks with luck
/// of their own, so that the next candidate is found from any month without walking from the beginning.
/// </remarks>
public sealed class Ladder
{
    private const int MostRungs = 24;
    private const int RungShift = 16;
    private const int HeightBit = 1 << 15;

    // One draw of 64 bits serves a chain's gap (the upper 40) and height (the lower 24).
    private const int ChainBit = 1 << 30;
    private const int GapShift = 24;
    private const ulong HeightMask = (1UL << GapShift) - 1;
    private const double GapUnit = 1.0 / (1UL << 40);

    /// <summary>Candidates per block of time in the mean.</summary>
    private const double PerBlock = 0.25;

    private const double JustBefore = 1e-9;
    private const double HeightUnit = 1.0 / (1UL << GapShift);

    private static readonly Candidate None = new(double.PositiveInfinity, 0);

    private readonly Decision _decision;
    private readonly double _lowest;
    private readonly double _mean;
    private readonly Rung[] _rungs = new Rung[MostRungs];

    /// <summary>A ladder of bounds.</summary>
    /// <param name="decision">Which luck.</param>
    /// <param name="lowest">Lowest bound, per month, at most 1.</param>
    public Ladder(Decision decision, double lowest)
    {
        _decision = decision;
        _lowest = lowest;
        _mean = 1 / lowest;
        for (int r = 0; r < MostRungs; r++)
        {
            // Bands: [0, b) for rung 0, then [b·2^(r−1), b·2^r). Most blocks hold no candidate, which one comparison tells.
            double width = r == 0 ? lowest : lowest * (1 << (r - 1));
            int months = Math.Max((int)(PerBlock / width), 1);
            _rungs[r] = new Rung(r == 0 ? 0 : width, width, 1 / width, months, 1.0 / months, Math.Exp(-width * months));
        }
    }

    /// <summary>Lowest bound, per month.</summary>
    public double Lowest => _rungs[0].Width;

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

    /// <summary>The first candidate after a time, as <see cref="Next(Draw, ulong, double, int, int)"/>, with the lowest rung read from where the person stands on it.</summary>
    /// <param name="luck">Keyed draws.</param>
    /// <param name="entity">Whose luck.</param>
    /// <param name="chain">Where the person stands on the lowest rung; moved on past <paramref name="after"/>.</param>
    /// <param name="after">Months since the start; not before an earlier call's.</param>
    /// <param name="rung">Highest rung needed.</param>
    /// <param name="horizon">Nothing is looked for from this month on.</param>
    public Candidate Next(Draw luck, ulong entity, ref Chain chain, double after, int rung, int horizon)
    {
        while (chain.Time <= after)
        {
            chain.Time += (float)Gap(luck.Bits(_decision, entity, chain.Index++, ChainBit));
        }

        Candidate first = chain.Time < horizon ? new Candidate(chain.Time, Height(luck, entity, chain)) : None;
        return rung == 0 ? first : Lower(luck, entity, first, after, rung, horizon);
    }

    /// <summary>Time of the candidate that <see cref="Next(Draw, ulong, ref Chain, double, int, int)"/> finds; its height is not drawn where it can wait.</summary>
    public double NextTime(Draw luck, ulong entity, ref Chain chain, double after, int rung, int horizon)
    {
        if (rung > 0)
        {
            return Next(luck, entity, ref chain, after, rung, horizon).Time;
        }

        while (chain.Time <= after)
        {
            chain.Time += (float)Gap(luck.Bits(_decision, entity, chain.Index++, ChainBit));
        }

        return chain.Time < horizon ? chain.Time : double.PositiveInfinity;
    }

    /// <summary>Height of the candidate at which a chain stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Height(Draw luck, ulong entity, in Chain chain) =>
        ((luck.Bits(_decision, entity, chain.Index - 1, ChainBit) & HeightMask) + 0.5) * HeightUnit * _lowest;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Gap(ulong bits) => -Math.Log(((bits >> GapShift) + 0.5) * GapUnit) * _mean;

    /// <summary>The first of a candidate and those of the rungs above the lowest.</summary>
    private Candidate Lower(Draw luck, ulong entity, Candidate first, double after, int rung, int horizon)
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

    private Candidate NextOfRung(Draw luck, ulong entity, double after, double before, int r)
    {
        ref readonly Rung rung = ref _rungs[r];
        for (int block = (int)(after * rung.BlocksPerMonth); ; block++)
        {
            double time = (double)block * rung.Months;
            double end = time + rung.Months;
            if (time >= before)
            {
                return None;
            }

            for (int i = 0; ; i++)
            {
                double u = luck.Uniform(_decision, entity, block, r << RungShift | i);
                if (i == 0 && u <= rung.Empty)
                {
                    break;
                }

                time -= Math.Log(u) * rung.Mean;
                if (time >= end)
                {
                    break;
                }

                if (time > after)
                {
                    return time < before
                        ? new Candidate(time, rung.Floor + rung.Width * luck.Uniform(_decision, entity, block, r << RungShift | HeightBit | i))
                        : None;
                }
            }
        }
    }

    /// <summary>A band of the hazard field and its blocks of time; a first uniform up to Empty means a block without a candidate.</summary>
    private readonly record struct Rung(double Floor, double Width, double Mean, int Months, double BlocksPerMonth, double Empty);
}
