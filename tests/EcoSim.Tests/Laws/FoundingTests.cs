using EcoSim.Model;
using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Laws;

/// <summary>With every influence on founding switched off, founders arrive as a Poisson process of the base hazard.</summary>
public sealed class FoundingTests
{
    private const double PerYear = 0.02;
    private const double K = 5;

    [Fact]
    public void Founders_arrive_as_poisson()
    {
        Plan plan = Trial.Plan(
            ("population.workers", 20_000), ("spinOuts.baseHazard", PerYear), ("spinOuts.graduateFounding", 0),
            ("spinOuts.prospectElasticity", 0), ("spinOuts.wealthElasticity", 0), ("spinOuts.peerEffect", 0), ("spinOuts.layoffEffect", 0),
            ("spinOuts.liquidityEffect", 0), ("spinOuts.outlookEffect", 0), ("spinOuts.nonCompete", 0), ("spinOuts.ventureElasticity", 0),
            ("spinOuts.entryCostElasticity", 0), ("spinOuts.reputationElasticity", 0), ("spinOuts.crowdingElasticity", 0),
            ("government.grantPull", 0), ("spinOuts.coFounderWillingness", 0), ("spinOuts.firstHireWillingness", 0));
        var simulation = new Simulation(plan, 0);
        double chance = Hazard.Probability(Hazard.PerMonth(PerYear));
        double founded = 0, expected = 0, spread = 0;
        int months = 0;
        while (!simulation.Done)
        {
            int eligible = Eligible(simulation.World);
            simulation.Step();
            double mean = chance * eligible, excess = simulation.World.Tally.Founded - mean;
            founded += simulation.World.Tally.Founded;
            expected += mean;
            spread += excess * excess / mean;
            months++;
        }

        // Natives who come home this month may found at once; they are not among those counted before, a few in ten thousand.
        Sigma.Count(founded, expected, K, "foundings over all months");
        Sigma.ChiSquare(spread, months, K, "foundings month by month");
    }

    private static int Eligible(World world)
    {
        int count = 0;
        for (int row = 0; row < world.People.Count; row++)
        {
            ref Person person = ref world.People[row];
            count += person.Hub == World.Home && person.State is (State.Anchor or State.StartUp or State.OtherFirm or State.Unemployed) ? 1 : 0;
        }

        return count;
    }
}
