using EcoSim.Model;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Laws;

/// <summary>A world with one person or one founder more is the same world, up to what that person can have touched.</summary>
public sealed class LeastDifferenceTests
{
    private const int Workers = 20_000;

    /// <summary>Month in which the extra founder begins.</summary>
    private const int Founded = 30;

    private static readonly Plan Plan = Trial.Plan(("population.workers", Workers));

    [Fact]
    public void One_person_more_changes_no_founding_before_they_move()
    {
        Simulation without = new(Plan, 0), with = new(Plan, 0);
        int person = AddPerson(with.World);
        Place at = Place.Of(with.World, person);
        while (!without.Done && Place.Of(with.World, person) == at)
        {
            Step(without, with);
        }

        Assert.True(without.World.Month > 0);
        Assert.NotEmpty(Firms(without.World));
        Assert.Equal(Firms(without.World), Firms(with.World));
    }

    [Fact]
    public void One_person_more_leaves_nearly_all_firms_what_they_are()
    {
        Simulation without = new(Plan, 0), with = new(Plan, 0), otherLuck = new(Plan, 1);
        AddPerson(with.World);
        while (!without.Done)
        {
            Step(without, with);
            otherLuck.Step();
        }

        // Luck that is drawn in order instead of by identity would leave as few firms the same as another replicate does,
        // in which the same person founds in the same month by chance alone.
        FirmIdentity[] firms = [.. Firms(without.World).Where(firm => firm.Hub == World.Home)];
        int byChance = firms.Intersect(Firms(otherLuck.World)).Count(), same = firms.Intersect(Firms(with.World)).Count();
        Assert.True(byChance < 0.1 * firms.Length, $"{byChance} of {firms.Length} firms are the same with other luck.");
        Assert.True(same > 0.9 * firms.Length, $"Only {same} of {firms.Length} firms are the same in a world with one person more.");
    }

    [Fact]
    public void One_founder_more_adds_a_firm_and_changes_none_founded_at_the_same_time()
    {
        Simulation without = new(Plan, 0), with = new(Plan, 0);
        for (int month = 0; month < Founded; month++)
        {
            Step(without, with);
        }

        int founder = Enumerable.Range(0, Workers).First(row => with.World.People[row] is { State: State.OtherFirm, Hub: World.Home });
        with.World.Founders.Add(founder);
        Step(without, with);
        HashSet<FirmIdentity> before = Firms(without.World), after = Firms(with.World);
        Assert.Subset(after, before);
        FirmIdentity added = Assert.Single(after.Except(before));
        Assert.Equal(Founded, added.Month);
    }

    private static void Step(Simulation one, Simulation other)
    {
        one.Step();
        other.Step();
    }

    private static HashSet<FirmIdentity> Firms(World world)
    {
        var firms = new HashSet<FirmIdentity>();
        foreach (ref readonly Firm firm in world.Firms.All)
        {
            firms.Add(new FirmIdentity(firm.Key, firm.Founded, firm.Hub, firm.Sector));
        }

        return firms;
    }

    /// <summary>Adds someone to the staff of an ordinary firm before the first month.</summary>
    private static int AddPerson(World world)
    {
        int row = Newcomers.Add(world, Plan.Parameters, Draw.Child(parent: 0xEE, occasion: 0), World.Home, level: 1);
        int employer = world.Employers.FirstIncumbent;
        Employment.Move(world, row, State.OtherFirm, employer, Division.None, world.Employers.FirstTeam[employer], Reason.Hired, World.Home);
        world.FirstNewcomer = world.People.Count;
        return row;
    }

    private readonly record struct FirmIdentity(ulong Key, int Month, byte Hub, Sector Sector);

    private readonly record struct Place(State State, int Employer, int Since)
    {
        public static Place Of(World world, int row) => new(world.People[row].State, world.People[row].Employer, world.People[row].SpellStart);
    }
}
