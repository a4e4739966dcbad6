using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Engine;

/// <summary>The ladders of the model's rare events, with lowest bounds just above the usual hazards, so that few candidates are in vain.</summary>
/// <remarks>Bounds are no parameters: they change no distribution, only how many candidates are looked at in vain.</remarks>
public static class Ladders
{
    /// <summary>Leaving an ordinary firm, a start-up or anchor, and the search for work, 1/month.</summary>
    private static readonly Ladder Ordinary = new(Decision.Separation, 0.009), Moving = new(Decision.Moving, 0.036), Searching = new(Decision.Search, 0.25);

    /// <summary>
    /// Founding a firm, 1/month: so high that losing a job rarely passes it. Candidates in vain cost less than looking for
    /// a higher band's whenever someone moves.
    /// </summary>
    public static readonly Ladder Founding = new(Decision.Founding, 0.009);

    /// <summary>Ceilings of founding, each with a number that fits a person's record: in fine steps up to the ladder's lowest bound, then its rungs.</summary>
    private static readonly Ceiling[] FoundingCeilings = [.. Enumerable.Range(0, People.NoCeiling).Select(HighestFounding).Select(h => Founding.Under(h))];

    private const int FineCeilings = 8;
    private const double FineStep = 1.5;

    /// <summary>The ceiling of founding with this number.</summary>
    public static Ceiling FoundingCeiling(int number) => FoundingCeilings[number];

    /// <summary>Number of the lowest ceiling that holds a hazard of founding, 1/month; the highest for one beyond all.</summary>
    public static int FoundingCeilingFor(double hazard)
    {
        int number = 0;
        while (number < FoundingCeilings.Length - 1 && FoundingCeilings[number].After(0) < hazard)
        {
            number++;
        }

        return number;
    }

    private static double HighestFounding(int number) => number < FineCeilings
        ? Founding.Lowest * Math.Pow(FineStep, number + 1 - FineCeilings)
        : Founding.Top(number + 1 - FineCeilings);

    /// <summary>The luck that ends a spell at a workplace.</summary>
    public static Ladder OfSpell(int workplace) => workplace switch
    {
        Training.NoJob => Searching,
        Training.Ordinary => Ordinary,
        _ => Moving,
    };
}
