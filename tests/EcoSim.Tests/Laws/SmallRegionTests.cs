using EcoSim.Model;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Laws;

/// <summary>What cannot be divided does not make a small region another kind of region.</summary>
public sealed class SmallRegionTests
{
    private const int Workers = 5000;

    /// <summary>Rounds of a usual Series A cost 18 million, the fund gets 3 million a year: it waits and then pays.</summary>
    [Fact]
    public void A_guidance_fund_saves_for_one_deal() => Assert.Contains(Rounds(), round => round is { Kind: InvestorKind.State, Stage: Stage.A });

    /// <summary>The anchor's budget of two years is about 23 million.</summary>
    [Fact]
    public void An_anchor_saves_for_one_deal() => Assert.Contains(Rounds(), round => round is { Kind: InvestorKind.Strategic, Raised: > 40 });

    /// <summary>With a tenth of a deal a month, the affiliated fund still looks at one now and then, though more than that come each month.</summary>
    [Fact]
    public void Who_comes_in_vain_costs_no_attention() => Assert.Contains(Rounds(), round => round.Kind == InvestorKind.AffiliatedFund);

    [Fact]
    public void Angels_are_as_many_as_stated_in_the_mean()
    {
        const int worlds = 400;
        var plan = Trial.Plan(("population.workers", Workers), ("run.months", 1), ("run.warmupMonths", 0));
        double[] angels = [.. Enumerable.Range(0, worlds).Select(replicate => (double)Angels(new Simulation(plan, replicate).World))];
        var p = new Parameters();
        double size = 1 + p.Rivals.Beijing.Size + p.Rivals.Shenzhen.Size + p.Rivals.Others.Size;
        double expected = p.Capital.OrdinaryAngels * size * Workers / 100_000;

        // Each hub's number is one of two neighbours: its variance is at most a quarter.
        double error = Math.Sqrt(0.25 * 4 / worlds);
        Statistics.Sigma.Within((angels.Average() - expected) / error, 4, "ordinary angels of all hubs");
    }

    private static int Angels(World world)
    {
        int angels = 0;
        for (int i = 0; i < world.Investors.Count; i++)
        {
            angels += world.Investors[i].Kind == InvestorKind.Angel ? 1 : 0;
        }

        return angels;
    }

    /// <summary>Who led which rounds in a few small regions.</summary>
    private static List<(InvestorKind Kind, Stage Stage, double Raised)> Rounds() => Led.Value;

    private static readonly Lazy<List<(InvestorKind Kind, Stage Stage, double Raised)>> Led = new(() =>
    {
        var led = new List<(InvestorKind, Stage, double)>();
        Plan plan = Trial.Plan(("population.workers", Workers), ("run.months", 240));
        for (int replicate = 0; replicate < 8; replicate++)
        {
            var simulation = new Simulation(plan, replicate);
            simulation.Run();
            foreach (ref readonly Round round in simulation.World.Rounds.All)
            {
                led.Add((simulation.World.Investors[round.Lead].Kind, round.Stage, round.Raised));
            }
        }

        return led;
    });
}
