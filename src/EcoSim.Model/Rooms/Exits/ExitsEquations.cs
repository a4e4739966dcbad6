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

    /// <summary>Cash that neither the plan nor a reserve needs, below 0 when they need more than there is.</summary>
    /// <param name="cash">Cash.</param>
    /// <param name="plan">Money that planned growth needs beyond what sales bring; nothing is needed below 0.</param>
    /// <param name="spending">Spending a month.</param>
    /// <param name="months">Months of it that are kept.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SpareCash(Vector256<double> cash, Vector256<double> plan, Vector256<double> spending, double months) =>
        cash - Vector256.Max(plan, Vector256<double>.Zero) - Vector256.Max(spending, Vector256<double>.Zero) * months;
}
