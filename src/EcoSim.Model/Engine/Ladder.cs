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
/// Thinning: Lewis &amp; Shedler (1979). The field is cut in time too, into blocks of about one candidate each with luck
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
    private const double HeightUnit = 1.0 / (1UL << GapShift);

    private readonly Decision _decision;
    private readonly Rung[] _rungs = new Rung[MostRungs];

    /// <summary>A ladder of bounds.</summary>
    /// <param name="decision">Which luck.</param>
    /// <param name="lowest">Lowest bound, per month, at most 1.</param>
    public Ladder(Decision decision, double lowest)
    {
        _decision = decision;
        for (int r = 0; r < MostRungs; r++)
        {
            // Bands: [0, b) for rung 0, then [b·2^(r−1), b·2^r). Blocks last as long as one candidate takes in the mean.
            double width = r == 0 ? lowest : lowest * (1 << (r - 1));
            int months = Math.Max((int)(1 / width), 1);
            _rungs[r] = new Rung(r == 0 ? 0 : width, width, 1 / width, months, 1.0 / months);
        }
    }

    /// <summary>Lowest bound, per month.</summary>
    public double Lowest => _rungs[0].Width;

    /// <summary>The rung whose top is at or above a hazard per month.</summary>
    public int RungFor(double hazard)
    {
        int rung = 0;
        while (rung < MostRungs - 1 && _rungs[rung].Floor + _rungs[rung].Width < hazard)
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
        var first = new Candidate(double.PositiveInfinity, 0);
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
        ref readonly Rung lowest = ref _rungs[0];
        while (chain.Time <= after)
        {
            ulong bits = luck.Bits(_decision, entity, chain.Index++, ChainBit);
            chain.Time -= (float)(Math.Log(((bits >> GapShift) + 0.5) * GapUnit) * lowest.Mean);
            chain.Height = (float)(((bits & HeightMask) + 0.5) * HeightUnit * lowest.Width);
        }

        var first = chain.Time < horizon ? new Candidate(chain.Time, chain.Height) : new Candidate(double.PositiveInfinity, 0);
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
                return new Candidate(double.PositiveInfinity, 0);
            }

            for (int i = 0; ; i++)
            {
                time += luck.Exponential(_decision, entity, block, r << RungShift | i) * rung.Mean;
                if (time >= end)
                {
                    break;
                }

                if (time > after)
                {
                    return time < before
                        ? new Candidate(time, rung.Floor + rung.Width * luck.Uniform(_decision, entity, block, r << RungShift | HeightBit | i))
                        : new Candidate(double.PositiveInfinity, 0);
                }
            }
        }
    }

    /// <summary>A band of the hazard field and its blocks of time.</summary>
    private readonly record struct Rung(double Floor, double Width, double Mean, int Months, double BlocksPerMonth);
}
