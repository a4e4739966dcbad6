namespace EcoSim.Model.Rooms.Hubs;

/// <summary>How places draw people, suppliers and money.</summary>
public static class HubsEquations
{
    /// <summary>One month's step of a stock towards its target with a mean lag in months.</summary>
    public static double Follow(double stock, double target, double lag) => stock + (target - stock) / Math.Max(lag, 1);

    /// <summary>Rent r = (N/N₀)^ε, 1 at the start.</summary>
    public static double Rent(double people, double peopleAtStart, double elasticity) => Math.Pow(people / peopleAtStart, elasticity);

    /// <summary>Level that follows a ratio with an elasticity, raised by gravity: (x/x₀)^ε · exp(g).</summary>
    public static double Level(double value, double reference, double elasticity, double gravity) =>
        Math.Pow(Math.Max(value, reference / MostFall) / reference, elasticity) * Math.Exp(gravity);

    /// <summary>A ratio never counts as less than this part of its reference, so that an empty hub can begin.</summary>
    private const double MostFall = 20;

    /// <summary>Utility of a hub for people who choose where to live.</summary>
    public static double Pull(
        double wage, double wagePull, double rent, double rentPush, double jobs, double jobPull, double reputation, double reputationPull, double other) =>
        wagePull * Math.Log(wage) - rentPush * Math.Log(rent) + jobPull * Math.Log(Math.Max(jobs, 1e-4)) + reputationPull * reputation + other;

    /// <summary>Probability of preferring one alternative to another in the logit model: 1/(1 + exp(V_stay − V_go)).</summary>
    public static double Logit(double go, double stay) => 1 / (1 + Math.Exp(stay - go));
}
