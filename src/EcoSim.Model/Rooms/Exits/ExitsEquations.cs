using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EcoSim.Model.Rooms.Exits;

/// <summary>Competing risks of a start-up.</summary>
public static class ExitsEquations
{
    /// <summary>Hazard of an offer: λ · A^ε · factor of a stake.</summary>
    /// <param name="hazard">λ.</param>
    /// <param name="knowledge">A^ε.</param>
    /// <param name="stake">1, or the factor.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Offer(double hazard, Vector256<double> knowledge, Vector256<double> stake) => knowledge * stake * hazard;

    /// <summary>Chance that a failing firm's people are bought: chance · team worth, at most 1, nil without staff beyond the founder.</summary>
    public static double TalentSale(double chance, double teamWorth, int staff) => staff < 2 ? 0 : Math.Min(chance * teamWorth, 1);

    /// <summary>Price of a firm's people, or of the firm when it is worth more.</summary>
    public static double Price(double value, double premium, double people, double perHead) => Math.Max(value * premium, people * perHead);
}
