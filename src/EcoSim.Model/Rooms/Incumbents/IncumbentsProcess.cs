using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Incumbents;

/// <summary>Moves ordinary firms' productivity once a year, and so what their leavers can inherit, and reckons their sales.</summary>
public sealed class IncumbentsProcess(Parameters parameters) : IProcess
{
    public void Step(World world)
    {
        if (world.Month % (int)Hazard.MonthsPerYear != 0)
        {
            return;
        }

        IncumbentsParameters p = parameters.Incumbents;
        Employers employers = world.Employers;
        for (int e = employers.FirstIncumbent; e < employers.Count; e++)
        {
            employers.Knowledge[e] = IncumbentsEquations.Productivity(
                employers.Knowledge[e], p.Persistence, p.ProductivityNoise,
                world.Luck.Normal(Decision.IncumbentGrowth, employers.Key[e], world.Month));
            employers.Revenue[e] = Hazard.PerMonth(p.SalesPerHead) * employers.Knowledge[e] * employers.Headcount[e];
        }
    }
}
