using EcoSim.Model;
using EcoSim.Model.Rooms.Capital;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Laws;

/// <summary>What cannot be divided does not make a small region another kind of region.</summary>
public sealed class SmallRegionTests
{
    private const int Workers = 5000;

    /// <summary>
    /// A house that looks at a tenth of a deal a month, with money in plenty and more askers than it can look at, does as many deals as attention came in, less what it
    /// kept for others and what it may have saved up at the end. If those who come in vain cost attention, it never has enough for one.
    /// </summary>
    [Fact]
    public void Who_comes_in_vain_costs_no_attention()
    {
        const int worlds = 8, months = 240;
        Plan plan = Trial.Plan(
            ("population.workers", Workers), ("run.months", months), ("run.warmupMonths", 0), ("capital.affiliatedFundSize", 100_000), ("capital.proRata", 0));
        var p = new Parameters().Capital;
        double came = p.FundAttention * Workers / 100_000 * months, most = 1 + p.AttentionMonths * p.FundAttention;
        double deals = Enumerable.Range(0, worlds).Sum(replicate => DealsOfTheAffiliatedFund(plan, replicate)) / (double)worlds;
        Assert.InRange(deals, came - most, came);
    }

    [Theory]
    [InlineData(false, 10, 1)]
    [InlineData(true, 0.1, 3)]
    [InlineData(true, 1, 3)]
    [InlineData(true, 10, 21)]
    public void What_is_kept_back_grows_with_a_large_region_alone(bool keepsBack, double scale, double least) =>
        Assert.Equal(least, CapitalEquations.LeastAttention(keepsBack, 2, scale));

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

    private static int DealsOfTheAffiliatedFund(Plan plan, int replicate)
    {
        var simulation = new Simulation(plan, replicate);
        simulation.Run();
        int deals = 0;
        foreach (ref readonly Round round in simulation.World.Rounds.All)
        {
            deals += simulation.World.Investors[round.Lead].Kind == InvestorKind.AffiliatedFund ? 1 : 0;
        }

        return deals;
    }
}
