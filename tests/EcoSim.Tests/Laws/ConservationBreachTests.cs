using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Laws;

/// <summary>Each law of conservation, broken by hand in a world that kept it, is missed by that very law.</summary>
public sealed class ConservationBreachTests
{
    [Fact]
    public void A_world_left_alone_keeps_them_all() => Conservation.Verify(Running());

    [Fact]
    public void A_person_counted_twice() => Breaks("people by hub", world => world.Hubs[World.Home].People++);

    [Fact]
    public void A_person_in_no_state() => Breaks("people by hub and state", world => world.StateCount[(int)State.Unemployed]--);

    [Fact]
    public void An_alumnus_too_many() => Breaks("alumni", world => world.Alumni++);

    [Fact]
    public void Work_without_an_employer() => Breaks(
        "an employer for those at work and for no one else", world => world.People[First(world, State.OtherFirm)].Employer = World.None);

    [Fact]
    public void A_place_that_nobody_has() => Breaks("staff of an employer", world => world.Employers.Headcount[0]++);

    [Fact]
    public void A_place_at_a_start_up_that_nobody_has() => Breaks("staff of a start-up", world => world.Staffing[Home(world)].Staff++);

    /// <summary>A grant of usual size that no book tells of.</summary>
    [Fact]
    public void Money_from_nowhere() => Breaks("money", world => world.Concerns.Cash[world.Firms[Home(world)].Place] += new Parameters().Government.GrantSize);

    [Fact]
    public void A_payment_that_only_the_books_tell_of() => Breaks("money", world => world.Books.CustomersToFirms += 1);

    [Fact]
    public void An_investor_in_debt() => Breaks("investors without debts", world => world.Investors[0].Cash = -1);

    [Fact]
    public void A_share_given_to_two() => Breaks("equity", world => world.Firms[Home(world)].FounderShare += 0.01);

    [Fact]
    public void Compute_that_nobody_asked_for() => Breaks(
        "compute served within capacity and demand", world => world.Tally.CloudServed = world.Tally.CloudDemand + 1);

    [Fact]
    public void The_message_names_the_month_and_both_numbers()
    {
        World world = Running();
        world.Alumni += 3;
        ConservationException breach = Assert.Throws<ConservationException>(() => Conservation.Verify(world));
        Assert.Equal(world.RecordedMonth, breach.Month);
        Assert.Equal($"Conservation of alumni failed in month {world.RecordedMonth}: found {world.Alumni - 3}, expected {world.Alumni}.", breach.Message);
    }

    private static void Breaks(string law, Action<World> breach)
    {
        World world = Running();
        breach(world);
        Assert.Equal(law, Assert.Throws<ConservationException>(() => Conservation.Verify(world)).Law);
    }

    /// <summary>A small region after three years, with start-ups, investors and alumni.</summary>
    private static World Running()
    {
        var simulation = new Simulation(Trial.Plan(), 0);
        while (simulation.World.RecordedMonth < 36)
        {
            simulation.Step();
        }

        return simulation.World;
    }

    private static int First(World world, State state) => Enumerable.Range(0, world.People.Count).First(row => world.People[row].State == state);

    private static int Home(World world) => world.Living.First(firm => world.Firms[firm].Hub == World.Home);
}
