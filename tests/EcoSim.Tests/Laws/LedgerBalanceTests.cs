using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Laws;

/// <summary>Cap tables and rounds add up, reckoned anew from the rows of money after a whole run.</summary>
public sealed class LedgerBalanceTests
{
    /// <summary>Rounding of sums of doubles; far below one payment.</summary>
    private const double Rounding = 1e-9;

    private static readonly Lazy<(World World, RunResult Result)> Shared = new(() =>
    {
        var simulation = new Simulation(Trial.Plan(("population.workers", 20_000), ("run.warmupMonths", 0), ("government.grantBudget", 0)), 0);
        RunResult result = simulation.Run();
        return (simulation.World, result);
    });

    [Fact]
    public void The_parts_of_a_round_are_what_was_raised()
    {
        World world = Shared.Value.World;
        double[] raised = new double[world.Rounds.Count];
        foreach (ref readonly Holding holding in world.Holdings.All)
        {
            raised[holding.Round] += holding.Amount;
        }

        Assert.NotEmpty(raised);
        for (int round = 0; round < raised.Length; round++)
        {
            Near(world.Rounds[round].Raised, raised[round], $"parts of round {round}");
        }
    }

    [Fact]
    public void An_investor_has_one_part_of_a_round()
    {
        World world = Shared.Value.World;
        var parts = new HashSet<(int Round, int Investor)>();
        foreach (ref readonly Holding holding in world.Holdings.All)
        {
            Assert.True(parts.Add((holding.Round, holding.Investor)), $"Investor {holding.Investor} has two parts of round {holding.Round}.");
        }
    }

    [Fact]
    public void A_share_is_its_part_of_the_post_money()
    {
        World world = Shared.Value.World;
        foreach (ref readonly Holding holding in world.Holdings.All)
        {
            ref Round round = ref world.Rounds[holding.Round];
            Near(holding.Amount / (round.PreMoney + round.Raised), holding.Share, $"share of investor {holding.Investor} in firm {holding.Firm}");
        }
    }

    [Fact]
    public void Shares_of_every_firm_dead_or_alive_sum_to_one()
    {
        World world = Shared.Value.World;
        double[] sum = new double[world.Firms.Count];
        for (int firm = 0; firm < sum.Length; firm++)
        {
            sum[firm] = world.Firms[firm].FounderShare;
        }

        foreach (ref readonly Holding holding in world.Holdings.All)
        {
            Assert.InRange(holding.Share, 0, 1);
            sum[holding.Firm] += holding.Share * world.Firms[holding.Firm].Dilution / holding.DilutionAtIssue;
        }

        Assert.All(sum, (total, firm) => Near(1, total, $"shares of firm {firm}"));
    }

    [Fact]
    public void Money_by_source_in_the_series_is_the_money_of_all_rounds()
    {
        (World world, RunResult result) = Shared.Value;
        string[] sources = ["angel_investment", "affiliated_investment", "venture_investment", "strategic_investment", "state_investment", "rival_investment"];
        double told = sources.Sum(name => result.Series.Column(Observables.IndexOf(name)).Sum());
        double raised = 0;
        foreach (ref readonly Round round in world.Rounds.All)
        {
            raised += round.Raised;
        }

        Near(raised, told, "money of all sources");
    }

    [Fact]
    public void An_exit_pays_its_value_to_the_holders()
    {
        World world = Shared.Value.World;
        double[] proceeds = new double[world.Firms.Count], held = new double[world.Firms.Count];
        foreach (ref readonly Holding holding in world.Holdings.All)
        {
            proceeds[holding.Firm] += holding.ProceedsMonth >= 0 ? holding.Proceeds : 0;
            held[holding.Firm] += holding.Share * world.Firms[holding.Firm].Dilution / holding.DilutionAtIssue;
        }

        Exit[] paying = [.. world.Exits.Where(exit => exit.Status is FirmStatus.Acquired or FirmStatus.Public)];
        Assert.NotEmpty(paying);
        foreach (Exit exit in paying.DistinctBy(exit => exit.Firm).Where(exit => paying.Count(other => other.Firm == exit.Firm) == 1 && world.Firms[exit.Firm].Status == exit.Status))
        {
            Near(exit.Value * held[exit.Firm], proceeds[exit.Firm], $"what the investors of firm {exit.Firm} got");
        }
    }

    private static void Near(double expected, double found, string what) =>
        Assert.True(Math.Abs(found - expected) <= Rounding * Math.Max(Math.Abs(expected), 1), $"{what}: found {found:R}, expected {expected:R}.");
}
