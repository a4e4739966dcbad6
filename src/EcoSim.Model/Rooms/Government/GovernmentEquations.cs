namespace EcoSim.Model.Rooms.Government;

/// <summary>Budgets and who gets them.</summary>
public static class GovernmentEquations
{
    /// <summary>Chance that an eligible firm gets a grant this month, so that the budget is spent in the mean.</summary>
    public static double GrantProbability(double monthlyBudget, double size, int eligible) =>
        eligible == 0 || monthlyBudget <= 0 ? 0 : Math.Min(monthlyBudget / size / eligible, 1);
}
