using EcoSim.Experiments.Lives;
using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Model.Worlds;
using EcoSim.Tests.Laws;

namespace EcoSim.Tests.Lives;

/// <summary>Following a life changes nothing, finds nothing between equal worlds, and finds the step that a change comes through.</summary>
public sealed class FollowedLifeTests
{
    private const int Months = 60;

    private static Plan Plan(params ReadOnlySpan<(string, double)> changes) => Trial.Plan([("run.months", Months), .. changes]);

    private static readonly Lazy<World> Baseline = new(() =>
    {
        var simulation = new Simulation(Plan(), 0);
        simulation.Run();
        return simulation.World;
    });

    /// <summary>The firm that ever employed most, and its first founder: they live through many steps.</summary>
    private static (string Firm, string Founder) Someone()
    {
        World world = Baseline.Value;
        int firm = Enumerable.Range(0, world.Firms.Count).Where(f => world.Firms[f].Hub == World.Home).MaxBy(f => (world.Firms[f].Rounds, world.StandingOf(f).PeakValuation));
        return (Identity.Format(Identity.StartUp(world, firm)), Identity.Format(Identity.Person(world, world.Firms[firm].Founders[0])));
    }

    [Fact]
    public void Looking_on_changes_no_byte()
    {
        var watched = new Simulation(Plan(), 0);
        int steps = 0;
        watched.StepDone = _ => steps++;
        RunResult result = watched.Run();
        Trial.SameBytes(Trial.Run(Plan()), result);
        Assert.Equal(watched.World.End * Schedule.Steps.Count, steps);
    }

    [Fact]
    public void A_change_of_strength_zero_parts_no_life()
    {
        (string firm, string founder) = Someone();
        foreach (string id in new[] { firm, founder })
        {
            TwoLives lives = TwoLives.Of(Plan(), Plan(("channels.cloud", 1)), 0, id, default);
            Assert.True(lives.First.Exists);
            Assert.Null(lives.Earliest);
            Assert.Empty(lives.Events);
        }
    }

    [Fact]
    public void A_life_ends_as_the_world_has_it()
    {
        (string firm, string founder) = Someone();
        World world = Baseline.Value;
        FollowedLife life = FollowedLife.Of(Plan(), 0, firm, Months, default);
        int row = Enumerable.Range(0, world.Firms.Count).Single(f => Identity.Format(Identity.StartUp(world, f)) == firm);
        Assert.Equal(world.Firms[row].Founded - world.Warmup, life.Sightings[0].Month);
        Assert.Equal("incorporation", Schedule.Steps[life.Sightings[0].Step].Name);
        Assert.Equal(founder, life.Sightings[0].Values[life.IndexOf("founders")].Word!.Split(' ')[0]);
        Assert.Equal(world.Firms[row].Raised, life.Sightings[^1].Values[life.IndexOf("money raised")].Number);
        Assert.Equal(world.StandingOf(row).Cash, life.Sightings[^1].Values[life.IndexOf("cash")].Number);
    }

    [Fact]
    public void A_change_of_the_cloud_first_touches_a_firm_where_compute_is_bought()
    {
        // Dated after the firms that it is to touch were founded, so that nothing else can have changed before. They must use
        // the cloud on that day: who comes to it later may first feel it as a rival of those who do.
        const int changed = 24;
        Plan other = Plan() with { Shocks = [new Shock("dear cloud", changed, null, [("channels.cloud", 0)])] };
        var simulation = new Simulation(Plan(), 0);
        while (simulation.World.RecordedMonth < changed)
        {
            simulation.Step();
        }

        World world = simulation.World;
        string[] users = [.. Enumerable.Range(0, world.Firms.Count)
            .Where(f => world.Firms[f] is { Hub: World.Home, Alive: true } && world.StandingOf(f) is { Compute: ComputeMode.Cloud, ComputeNeed: > 0 })
            .Take(5).Select(f => Identity.Format(Identity.StartUp(world, f)))];
        Assert.NotEmpty(users);
        foreach (string id in users)
        {
            Parting parting = TwoLives.Of(Plan(), other, 0, id, default).Earliest!;
            Assert.True(parting.Month >= changed, $"{id} parts in month {parting.Month}, before anything was changed.");
            Assert.Equal("compute", parting.Step!.Name);
        }
    }

    [Fact]
    public void Until_they_part_two_lives_are_seen_alike()
    {
        (string firm, _) = Someone();
        TwoLives lives = TwoLives.Of(Plan(), Plan(("channels.capital", 0)), 0, firm, default);
        Parting parting = lives.Earliest!;
        int step = parting.Step is null ? -1 : Schedule.Steps.ToList().IndexOf(parting.Step);
        Sighting[] Before(FollowedLife life) => [.. life.Sightings.TakeWhile(seen => (seen.Month, seen.Step).CompareTo((parting.Month, step)) < 0)];
        Assert.Equal(Before(lives.First).Select(seen => (seen.Month, seen.Step)), Before(lives.Second).Select(seen => (seen.Month, seen.Step)));
    }

    [Fact]
    public void A_firm_of_one_world_only_is_explained_by_its_founder()
    {
        Plan other = Plan(("anchor.present", 0));
        World world = Baseline.Value;
        var simulation = new Simulation(other, 0);
        simulation.Run();
        HashSet<long> there = [.. Enumerable.Range(0, simulation.World.Firms.Count).Select(f => Identity.StartUp(simulation.World, f))];
        long only = Enumerable.Range(0, world.Firms.Count).Where(f => world.Firms[f].Origin == Origin.SpinOut).Select(f => Identity.StartUp(world, f)).First(id => !there.Contains(id));
        TwoLives lives = TwoLives.Of(Plan(), other, 0, Identity.Format(only), default);
        Assert.True(lives.First.Exists);
        Assert.False(lives.Second.Exists);
        Assert.NotNull(lives.Founder);
        Assert.NotNull(lives.Founder.Earliest);
        Assert.True(lives.Founder.Earliest.Month <= lives.Earliest!.Month);
    }
}
