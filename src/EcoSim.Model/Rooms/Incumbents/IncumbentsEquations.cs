namespace EcoSim.Model.Rooms.Incumbents;

/// <summary>Ordinary firms' productivity.</summary>
public static class IncumbentsEquations
{
    /// <summary>Log productivity a year on: persistence · a + noise · z, around an ordinary firm's 0.</summary>
    public static double Productivity(double level, double persistence, double noise, double normal) =>
        Math.Exp(persistence * Math.Log(level) + noise * normal);
}
