using System.Runtime.CompilerServices;
using EcoSim.Model.Randomness;

namespace EcoSim.Model.Engine;

/// <summary>A clock that a hazard runs down: it rings in the month in which the hazard since it was wound has added up to a unit exponential.</summary>
/// <remarks>
/// An event of hazard h so comes within a month with probability 1 − exp(−h), whatever h was before (a Poisson process in
/// its own time), and luck is drawn once per event instead of once per month.
/// </remarks>
public static class HazardClock
{
    /// <summary>Winds a clock: the hazard that must pass before the next event.</summary>
    /// <param name="luck">Source of luck.</param>
    /// <param name="decision">What the clock decides.</param>
    /// <param name="entity">Key of whose clock it is.</param>
    /// <param name="month">Month in which it is wound; it runs from the next use on.</param>
    public static float Wind(Draw luck, Decision decision, ulong entity, int month) => (float)luck.Exponential(decision, entity, month);

    /// <summary>Lets a month pass; true when the clock rings and must be wound again.</summary>
    /// <param name="left">Hazard left on the clock; changed.</param>
    /// <param name="hazard">Hazard of the month, at least 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Rings(ref float left, double hazard)
    {
        left -= (float)hazard;
        return left < 0;
    }
}
