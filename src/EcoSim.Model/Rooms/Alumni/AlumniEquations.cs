namespace EcoSim.Model.Rooms.Alumni;

/// <summary>From wealth to angel money.</summary>
public static class AlumniEquations
{
    /// <summary>Chance of ever becoming an angel; wealth from an anchor's shares counts as far as the capital channel is open, wealth from one's own firm in full.</summary>
    public static double AngelProbability(double share, bool alumnus, double strength) => alumnus ? share * strength : share;

    /// <summary>Money to move from wealth to the angel's purse so that the purse is the committed share of both.</summary>
    public static double TopUp(double wealth, double purse, double share) => Math.Max(share * (wealth + purse) - purse, 0);
}
