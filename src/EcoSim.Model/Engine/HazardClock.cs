using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

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
    public static double Wind(Draw luck, Decision decision, ulong entity, int month) =>
        Variate.Exponential(luck.Uniform(decision, entity, month));

    /// <summary>Lets a month pass on four clocks; returns a bit per lane for those that ring and must be wound again.</summary>
    /// <param name="clock">Hazard left on the clocks of all start-ups; changed.</param>
    /// <param name="place">First of the four places.</param>
    /// <param name="hazard">Hazards of the month, at least 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Rings(Column clock, int place, Vector256<double> hazard)
    {
        Vector256<double> left = clock.Four(place) - hazard;
        clock.Put(place, left);
        return Vector256.LessThan(left, Vector256<double>.Zero).ExtractMostSignificantBits();
    }
}
