using EcoSim.Experiments.Lives;
using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Model.Worlds;
using EcoSim.Tests.Laws;

namespace EcoSim.Tests.Lives;

/// <summary>What the ledger tells of milestones and rounds is what the world did.</summary>
public sealed class LedgerOfLivesTests
{
    private static readonly Lazy<(World World, RunResult Result)> Shared = new(() =>
    {
        var simulation = new Simulation(Trial.Plan(), 0, new RunOptions(Ledger: true));
        RunResult result = simulation.Run();
        return (simulation.World, result);
    });

    private static LedgerTable Table(string name) => Shared.Value.Result.Ledger.Single(table => table.Name == name);

    [Fact]
    public void Milestones_reached_are_the_steps_of_the_firm()
    {
        World world = Shared.Value.World;
        LedgerTable table = Table("milestones");
        ILookup<string, int> reached = Enumerable.Range(0, table.RowCount).Where(row => table[row, table.IndexOf("reached")] != 0)
            .ToLookup(row => table.Text(row, 0)!, row => (int)table.Number(row, table.IndexOf("milestone")));
        for (int f = 0; f < world.Firms.Count; f++)
        {
            Assert.Equal(Enumerable.Range(1, world.Firms[f].Step), reached[Identity.Format(Identity.StartUp(world, f))]);
        }
    }

    [Fact]
    public void A_round_has_the_pitch_that_won_it()
    {
        World world = Shared.Value.World;
        LedgerTable table = Table("funding_rounds");
        PitchRecord[] won = [.. world.PitchRecords!.Where(pitch => pitch.Funded)];
        Assert.Equal(world.Rounds.Count, won.Length);
        Assert.NotEmpty(won);
        for (int r = 0; r < won.Length; r++)
        {
            Assert.Equal((world.Rounds[r].Firm, world.Rounds[r].Lead, world.Rounds[r].Month), (won[r].Firm, won[r].Investor, won[r].Month));
            Assert.True(table.Number(r, table.IndexOf("score")) >= table.Number(r, table.IndexOf("cutoff")));
        }

        double refused = Enumerable.Range(0, won.Length).Sum(r => table.Number(r, table.IndexOf("turned_down_before")));
        int all = world.PitchRecords!.Count(pitch => !pitch.Funded);
        Assert.InRange(refused, 0, all);
    }

    [Fact]
    public void Identities_are_read_as_written()
    {
        Assert.True(Identity.TryParse("S0123456789AB", out long id));
        Assert.Equal("s0123456789ab", Identity.Format(id));
        Assert.Equal(IdentityKind.StartUp, Identity.KindOf(id));
        Assert.All(new[] { "", "s", "x0123456789ab", "s0123456789a", "s0123456789abc", "s 123456789ab", "s+123456789ab" }, text => Assert.False(Identity.TryParse(text, out _), text));
    }

    [Fact]
    public void Founders_keep_what_the_rounds_leave_them()
    {
        World world = Shared.Value.World;
        var ledger = new ReplicateLedger(Shared.Value.Result, Trial.Plan().Parameters.Run);
        for (int f = 0; f < world.Firms.Count; f++)
        {
            var money = new CapTable(ledger, Identity.Format(Identity.StartUp(world, f)));
            Assert.Equal(world.Firms[f].FounderShare, money.FounderShare, 1e-9);
            Assert.Equal(world.Firms[f].Raised, money.Raised, 1e-9 * Math.Max(1, money.Raised));
        }
    }

    [Fact]
    public void Three_short_lives_one_no_spin_out()
    {
        IReadOnlyList<ShortLife> lives = ShortLives.Of([Shared.Value.Result], Trial.Plan().Parameters.Run);
        Assert.Equal(3, lives.Count);
        Assert.Contains(lives, life => !life.Title.Contains("a spin-out of the anchor"));
        Assert.All(lives, life => Assert.InRange(life.Lines.Count, 2, 4));

        // The present value stands beside the highest one.
        var ledger = new ReplicateLedger(Shared.Value.Result, Trial.Plan().Parameters.Run);
        ShortLife[] living = [.. lives.Where(life => life.Lines.Any(line => line.StartsWith("Operating in")))];
        int fallen = 0;
        foreach (ShortLife life in living)
        {
            LifeRow now = ledger["panel"].Where("org_id", life.Id).Last();
            string best = LifeNames.Money(HighestValue.Of(ledger["organizations"].Where("org_id", life.Id).Single())), worth = LifeNames.Money(now.Number("valuation"));
            fallen += worth == best ? 0 : 1;
            Assert.Contains(life.Lines, line => line.EndsWith(worth == best ? $"worth {best} at its best." : $"worth {best} at its best, {worth} in {ledger.Date(now.Whole("month")!.Value)}."));
        }

        Assert.True(fallen > 0);
        Assert.Empty(ShortLives.Of([Trial.Run(Trial.Plan(("run.months", 12)))], Trial.Plan().Parameters.Run));
    }

    [Fact]
    public void Every_life_of_the_ledger_can_be_told_in_order()
    {
        var ledger = new ReplicateLedger(Shared.Value.Result, Trial.Plan().Parameters.Run);
        foreach (LifeRow row in ledger["organizations"].Where("kind", "startup"))
        {
            InOrder(FirmLife.Of(ledger, row["org_id"]!));
        }

        foreach (string person in ledger["people"].Rows.Concat(ledger["jobs"].Rows).Select(row => row["person_id"]!).Distinct())
        {
            InOrder(PersonLife.Of(ledger, person, null));
        }
    }

    private static void InOrder(Life life)
    {
        Assert.NotEmpty(life.Summary);
        Assert.Equal(life.Events.OrderBy(told => told.Date.Index).Select(told => told.Text), life.Events.Select(told => told.Text));
        Assert.All(life.Events.SelectMany(told => told.Details.Append(told.Text)).Concat(life.Summary), text => Assert.DoesNotContain("NaN", text));
    }
}
