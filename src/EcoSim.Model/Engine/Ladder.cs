using System.Runtime.CompilerServices;
using EcoSim.Model.Randomness;

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
/// <param name="decision">Which luck.</param>
/// <param name="lowest">Lowest bound, per month, at most 1.</param>
public readonly struct Ladder(Decision decision, double lowest)
{
    private const int MostRungs = 24;
    private const int RungShift = 16;
    private const int HeightBit = 1 << 15;

    /// <summary>Lowest bound, per month.</summary>
    public double Lowest => lowest;

    /// <summary>The rung whose top is at or above a hazard per month.</summary>
    public int RungFor(double hazard)
    {
        int rung = 0;
        for (double top = Lowest; top < hazard && rung < MostRungs; top *= 2)
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
    public Candidate Next(in Draw luck, ulong entity, double after, int rung, int horizon)
    {
        var first = new Candidate(double.PositiveInfinity, 0);
        for (int r = 0; r <= rung; r++)
        {
            // Bands: [0, b) for rung 0, then [b·2^(r−1), b·2^r). Blocks last as long as one candidate takes in the mean.
            double width = r == 0 ? lowest : lowest * (1 << (r - 1));
            double floor = r == 0 ? 0 : width;
            int months = Math.Max((int)(1 / width), 1);
            Candidate own = NextOfRung(luck, entity, after, Math.Min(first.Time, horizon), r, width, floor, months);
            first = own.Time < first.Time ? own : first;
        }

        return first;
    }

    private Candidate NextOfRung(in Draw luck, ulong entity, double after, double before, int rung, double width, double floor, int months)
    {
        double mean = 1 / width;
        for (int block = (int)after / months; (double)block * months < before; block++)
        {
            double time = (double)block * months;
            double end = time + months;
            for (int i = 0; ; i++)
            {
                time += luck.Exponential(decision, entity, block, rung << RungShift | i) * mean;
                if (time >= end)
                {
                    break;
                }

                if (time > after)
                {
                    double height = floor + width * luck.Uniform(decision, entity, block, rung << RungShift | HeightBit | i);
                    return time < before ? new Candidate(time, height) : new Candidate(double.PositiveInfinity, 0);
                }
            }
        }

        return new Candidate(double.PositiveInfinity, 0);
    }
}
