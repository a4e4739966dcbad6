using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Mobility;

/// <summary>Finds a new place for someone who looks for one: an anchor, a start-up, another hub, or an ordinary firm.</summary>
/// <remarks>Each offer has luck of its own, so that a better chance of one adds takers and reshuffles nobody else.</remarks>
internal sealed class Settling(Parameters parameters)
{
    private const double MostPower = 1;

    public void Settle(World world, int row, ref Person person, HiringRing ring, Reason reason)
    {
        ulong key = person.Key;
        if (person.Hub != World.Home)
        {
            SettleAway(world, row, ref person, reason);
            return;
        }

        world.Labour.SeekersThisMonth++;
        Promote(world, ref person);
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            if (person.Employer != a && Offers(world, person, a))
            {
                var division = (Division)(1 + world.Luck.Below(Count.Divisions - 1, Decision.Destination, key, world.Month, 1));
                world.Tally.AnchorHires++;
                Employment.Move(world, row, State.Anchor, a, division, TeamIn(world, key, a, division), reason, World.Home);
                return;
            }
        }

        if (world.Luck.Uniform(Decision.StartUpOffer, key, world.Month) < world.Labour.StartUpProbability
            && ring.Take(world.Luck.Bits(Decision.Destination, key, world.Month, 2), out int team) is int firm and >= 0)
        {
            Employment.Move(
                world, row, State.StartUp, world.OrganisationOf(firm), Division.None, team, reason, World.Home);
            return;
        }

        if (world.Luck.Uniform(Decision.Away, key, world.Month) < world.Labour.AwayProbability)
        {
            GoAway(world, row, ref person);
            return;
        }

        int incumbent = world.Employers.SizeTable[world.Luck.Below(Employers.SizeSlots, Decision.Destination, key, world.Month)];
        Employment.Move(
            world, row, State.OtherFirm, incumbent, Division.None, TeamIn(world, key, incumbent, Division.None), reason, World.Home);
    }

    /// <summary>A team of an employer, by the person's own luck; an anchor's teams are split evenly over its divisions.</summary>
    public static int TeamIn(World world, ulong key, int employer, Division division)
    {
        int first = world.Employers.FirstTeam[employer];
        int count = world.Employers.TeamCount[employer];
        if (division != Division.None)
        {
            count /= Count.Divisions - 1;
            first += ((int)division - 1) * count;
        }

        return first + world.Luck.Below(count, Decision.Team, key, world.Month);
    }

    /// <summary>Whether an anchor offers a place. The power of ability is reckoned only where a power of one would not settle it.</summary>
    private bool Offers(World world, in Person person, int anchor)
    {
        double probability = world.Anchors[anchor].HireProbability;
        double selectivity = parameters.Mobility.AnchorSelectivity;
        if (probability <= 0)
        {
            return false;
        }

        double luck = world.Luck.Uniform(Decision.AnchorOffer, person.Key, world.Month, anchor);
        bool outOfReach = selectivity <= MostPower && luck >= probability * Math.Max(person.Ability, 1);
        return !outOfReach && luck < MobilityEquations.OfferProbability(probability, person.Ability, selectivity);
    }

    private static void GoAway(World world, int row, ref Person person)
    {
        byte hub = Destination(world, person.Key);
        int pool = world.Employers.FirstPool + hub - 1;
        world.Tally.Departures++;
        world.Tally.AnchorEmigrants += person.State == State.Anchor ? 1 : 0;
        Employment.Move(
            world, row, State.OtherFirm, pool, Division.None, TeamIn(world, person.Key, pool, Division.None), Reason.Migrated, hub);
    }

    /// <summary>Someone in a rival hub stays there or comes home.</summary>
    private static void SettleAway(World world, int row, ref Person person, Reason reason)
    {
        byte hub = person.Hub;
        if (world.Luck.Uniform(Decision.Away, person.Key, world.Month) < world.Hubs[hub].HomeProbability)
        {
            int incumbent = world.Employers.SizeTable[world.Luck.Below(Employers.SizeSlots, Decision.Destination, person.Key, world.Month)];
            world.Tally.Arrivals++;
            Employment.Move(
                world, row, State.OtherFirm, incumbent, Division.None, TeamIn(world, person.Key, incumbent, Division.None), Reason.Migrated, World.Home);
            return;
        }

        int pool = world.Employers.FirstPool + hub - 1;
        Employment.Move(
            world, row, State.OtherFirm, pool, Division.None, TeamIn(world, person.Key, pool, Division.None), reason, hub);
    }

    private static byte Destination(World world, ulong key)
    {
        int best = 1;
        double bestScore = double.NegativeInfinity;
        for (int hub = 1; hub < world.Hubs.Length; hub++)
        {
            double score = world.Hubs[hub].LogPull + world.Luck.Gumbel(Decision.Destination, key, world.Month, 2 + hub);
            (best, bestScore) = score > bestScore ? (hub, score) : (best, bestScore);
        }

        return (byte)best;
    }

    private void Promote(World world, ref Person person)
    {
        if (person.Role != Role.Manager
            && world.Luck.Uniform(Decision.Promotion, person.Key, world.Month) < parameters.Mobility.PromotionShare)
        {
            Learning.BringForward(world, ref person);
            person.Role = Role.Manager;
        }
    }
}
