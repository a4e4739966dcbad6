using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Mobility;

/// <summary>Finds a new place for someone who looks for one: an anchor, a start-up, another hub, or an ordinary firm.</summary>
/// <remarks>Each offer has luck of its own, so that a better chance of one adds takers and reshuffles nobody else.</remarks>
internal sealed class Settling(Parameters parameters)
{
    public void Settle(World world, int person, HiringRing ring, Reason reason)
    {
        People people = world.People;
        ulong key = people[person].Key;
        if (people[person].Hub != World.Home)
        {
            SettleAway(world, person, reason);
            return;
        }

        world.Labour.SeekersThisMonth++;
        Promote(world, person);
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            if (people[person].Employer != a && world.Anchors[a].HireProbability > 0
                && world.Luck.Uniform(Decision.AnchorOffer, key, world.Month, a)
                    < MobilityEquations.OfferProbability(world.Anchors[a].HireProbability, people[person].Ability, parameters.Mobility.AnchorSelectivity))
            {
                var division = (Division)(1 + world.Luck.Below(Count.Divisions - 1, Decision.Destination, key, world.Month, 1));
                world.Tally.AnchorHires++;
                Employment.Move(world, person, State.Anchor, a, division, TeamIn(world, person, a, division), reason, World.Home);
                return;
            }
        }

        if (world.Luck.Uniform(Decision.StartUpOffer, key, world.Month) < world.Labour.StartUpProbability
            && ring.Take(world, world.Luck.Bits(Decision.Destination, key, world.Month, 2)) is int firm and >= 0)
        {
            Employment.Move(
                world, person, State.StartUp, world.OrganisationOf(firm), Division.None, world.Firms[firm].Team, reason, World.Home);
            return;
        }

        if (world.Luck.Uniform(Decision.Away, key, world.Month) < world.Labour.AwayProbability)
        {
            GoAway(world, person);
            return;
        }

        int incumbent = world.Employers.SizeTable[world.Luck.Below(Employers.SizeSlots, Decision.Destination, key, world.Month)];
        Employment.Move(
            world, person, State.OtherFirm, incumbent, Division.None, TeamIn(world, person, incumbent, Division.None), reason, World.Home);
    }

    /// <summary>A team of an employer, by the person's own luck; an anchor's teams are split evenly over its divisions.</summary>
    public static int TeamIn(World world, int person, int employer, Division division)
    {
        int first = world.Employers.FirstTeam[employer];
        int count = world.Employers.TeamCount[employer];
        if (division != Division.None)
        {
            count /= Count.Divisions - 1;
            first += ((int)division - 1) * count;
        }

        return first + world.Luck.Below(count, Decision.Team, world.People[person].Key, world.Month);
    }

    private static void GoAway(World world, int person)
    {
        People people = world.People;
        byte hub = Destination(world, person);
        int pool = world.Employers.FirstPool + hub - 1;
        world.Tally.Departures++;
        world.Tally.AnchorEmigrants += people[person].State == State.Anchor ? 1 : 0;
        Employment.Move(
            world, person, State.OtherFirm, pool, Division.None, TeamIn(world, person, pool, Division.None), Reason.Migrated, hub);
    }

    /// <summary>Someone in a rival hub stays there or comes home.</summary>
    private static void SettleAway(World world, int person, Reason reason)
    {
        People people = world.People;
        byte hub = people[person].Hub;
        if (world.Luck.Uniform(Decision.Away, people[person].Key, world.Month) < world.Hubs[hub].HomeProbability)
        {
            int incumbent = world.Employers.SizeTable[world.Luck.Below(Employers.SizeSlots, Decision.Destination, people[person].Key, world.Month)];
            world.Tally.Arrivals++;
            Employment.Move(
                world, person, State.OtherFirm, incumbent, Division.None, TeamIn(world, person, incumbent, Division.None), Reason.Migrated, World.Home);
            return;
        }

        int pool = world.Employers.FirstPool + hub - 1;
        Employment.Move(
            world, person, State.OtherFirm, pool, Division.None, TeamIn(world, person, pool, Division.None), reason, hub);
    }

    private static byte Destination(World world, int person)
    {
        int best = 1;
        double bestScore = double.NegativeInfinity;
        for (int hub = 1; hub < world.Hubs.Length; hub++)
        {
            double score = world.Hubs[hub].LogPull + world.Luck.Gumbel(Decision.Destination, world.People[person].Key, world.Month, 2 + hub);
            (best, bestScore) = score > bestScore ? (hub, score) : (best, bestScore);
        }

        return (byte)best;
    }

    private void Promote(World world, int person)
    {
        if (world.People[person].Role != Role.Manager
            && world.Luck.Uniform(Decision.Promotion, world.People[person].Key, world.Month) < parameters.Mobility.PromotionShare)
        {
            Learning.BringForward(world, person);
            world.People[person].Role = Role.Manager;
        }
    }
}
