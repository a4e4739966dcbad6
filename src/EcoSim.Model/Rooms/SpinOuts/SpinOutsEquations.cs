using System.Runtime.Intrinsics;

namespace EcoSim.Model.Rooms.SpinOuts;

/// <summary>Founding, teams and inheritance.</summary>
public static class SpinOutsEquations
{
    /// <summary>Value of staying: a wage that rises with the best skill, times what the employer pays over an ordinary firm.</summary>
    public static double StayingValue(double bestSkill, double wageElasticity, double employerPremium) =>
        Math.Pow(Math.Max(bestSkill, 1e-6), wageElasticity) * employerPremium;

    /// <summary>How well two know each other, 0-1: 1 − (1 − f)·exp(−m/τ), with m months in the same team, f the part that a former team keeps, τ the time it takes, months.</summary>
    public static double Together(double months, double former, double time) => 1 - (1 - former) * Math.Exp(-months / time);

    /// <summary>Saturating peer effect n/(n + n½), 0-1.</summary>
    public static double Peers(double count, double half) => count / (count + half);

    /// <summary>Hazard of founding, in the unit of the base hazard.</summary>
    /// <param name="baseHazard">Hazard at equal values, no peers and no wealth.</param>
    /// <param name="prospects">Value of founding over value of staying.</param>
    /// <param name="prospectElasticity">b₁.</param>
    /// <param name="wealthFactor">1 + wealth over the reference, capped.</param>
    /// <param name="wealthElasticity">b₃.</param>
    /// <param name="logShift">b₂·g(peers) + b₄·laid off + b₅·liquidity + outlook − χ·non-compete.</param>
    /// <param name="opportunity">The hub's opportunity, 1 on average.</param>
    public static double FoundingHazard(
        double baseHazard, double prospects, double prospectElasticity, double wealthFactor, double wealthElasticity, double logShift, double opportunity) =>
        baseHazard * opportunity
        * Math.Exp(prospectElasticity * Math.Log(prospects) + wealthElasticity * Math.Log(wealthFactor) + logShift);

    /// <summary>Opportunity of a hub: a product of powers, held within [1/most, most].</summary>
    public static double Opportunity(
        double venturePresence, double ventureElasticity, double entryCost, double costElasticity,
        double reputation, double reputationElasticity, double crowding, double crowdingElasticity, double grants, double most)
    {
        double log = ventureElasticity * Math.Log(Math.Max(venturePresence, 1e-6))
            - costElasticity * Math.Log(Math.Max(entryCost, 1e-6))
            + reputationElasticity * Math.Log(1 + reputation)
            - crowdingElasticity * Math.Log(Math.Max(crowding, 1e-6))
            + grants;
        return Math.Clamp(Math.Exp(log), 1 / most, most);
    }

    /// <summary>Know-how at birth: ω · uptake · parent + (1 − ω·uptake) · entrant, with uptake = (1 − exp(−tenure/τ)) · s/S.</summary>
    /// <param name="weight">ω, 0-1.</param>
    /// <param name="tenure">Founder's months at the parent.</param>
    /// <param name="months">τ.</param>
    /// <param name="mastery">Founder's skill over the parent's frontier, held at 1.</param>
    /// <param name="parent">Parent's level.</param>
    /// <param name="entrant">Level of an entrant without a parent, with this entrant's luck.</param>
    public static double Inherited(double weight, double tenure, double months, double mastery, double parent, double entrant)
    {
        double uptake = weight * (1 - Math.Exp(-tenure / months)) * Math.Min(mastery, 1);
        return uptake * parent + (1 - uptake) * entrant;
    }
}
