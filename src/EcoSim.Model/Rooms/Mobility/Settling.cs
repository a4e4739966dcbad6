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
        Occasion luck = world.Luck.At(person.Key, world.Month);
        if (person.Hub != World.Home)
        {
            SettleAway(world, luck, row, ref person, reason);
            return;
        }

        int submarket = Submarket.Of(person.Key, world.Labour.Submarkets.Length);
        world.Labour.Submarkets[submarket].SeekersThisMonth++;
        world.Tally.Matches++;
        Promote(world, luck, ref person);
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            if (person.Employer != a && Offers(world, luck, person, a))
            {
                var division = (Division)(1 + luck.Below(Count.Divisions - 1, Decision.Destination, 1));
                world.Tally.AnchorHires++;
                Employment.Move(world, row, State.Anchor, a, division, TeamIn(world, luck, a, division), reason, World.Home);
                return;
            }
        }

        if (luck.Uniform(Decision.StartUpOffer) < world.Labour.Submarkets[submarket].StartUpProbability
            && ring.Take(submarket, luck.Bits(Decision.Destination, 2), out int team) is int firm and >= 0)
        {
            world.Tally.StartUpHires++;
            Employment.Move(
                world, row, State.StartUp, world.OrganisationOf(firm), Division.None, team, reason, World.Home);
            return;
        }

        if (luck.Uniform(Decision.Away) < world.Labour.AwayProbability)
        {
            GoAway(world, luck, row, ref person);
            return;
        }

        JoinIncumbent(world, luck, row, ref person, reason);
    }

    /// <summary>A team of an employer, by the person's own luck; an anchor's teams are split evenly over its divisions.</summary>
    public static int TeamIn(World world, Occasion luck, int employer, Division division)
    {
        int first = world.Employers.FirstTeam[employer];
        int count = world.Employers.TeamCount[employer];
        if (division != Division.None)
        {
            count /= Count.Divisions - 1;
            first += ((int)division - 1) * count;
        }

        return first + luck.Below(count, Decision.Team);
    }

    /// <summary>Whether an anchor offers a place. The power of ability is reckoned only where a power of one would not settle it.</summary>
    private bool Offers(World world, Occasion luck, in Person person, int anchor)
    {
        double probability = world.Anchors[anchor].HireProbability;
        double selectivity = parameters.Mobility.AnchorSelectivity;
        if (probability <= 0)
        {
            return false;
        }

        double u = luck.Uniform(Decision.AnchorOffer, anchor);
        bool outOfReach = selectivity <= MostPower && u >= probability * Math.Max(person.Ability, 1);
        return !outOfReach && u < MobilityEquations.OfferProbability(probability, person.Ability, selectivity);
    }

    private static void JoinIncumbent(World world, Occasion luck, int row, ref Person person, Reason reason) =>
        JoinOrdinary(world, luck, row, ref person, world.Employers.SizeTable[luck.Below(Employers.SizeSlots, Decision.Destination)], reason, World.Home);

    private static void JoinPool(World world, Occasion luck, int row, ref Person person, Reason reason, byte hub) =>
        JoinOrdinary(world, luck, row, ref person, world.Employers.FirstPool + hub - 1, reason, hub);

    private static void JoinOrdinary(World world, Occasion luck, int row, ref Person person, int employer, Reason reason, byte hub)
    {
        int team = TeamIn(world, luck, employer, Division.None);
        if (person.State == State.OtherFirm && person.Hub == hub)
        {
            Employment.ChangeFirm(world, row, ref person, employer, team, reason);
        }
        else
        {
            Employment.Move(world, row, State.OtherFirm, employer, Division.None, team, reason, hub);
        }
    }

    private static void GoAway(World world, Occasion luck, int row, ref Person person)
    {
        world.Tally.Departures++;
        world.Tally.AnchorEmigrants += person.State == State.Anchor ? 1 : 0;
        JoinPool(world, luck, row, ref person, Reason.Migrated, Destination(world, luck));
    }

    /// <summary>Someone in a rival hub stays there or comes home.</summary>
    private static void SettleAway(World world, Occasion luck, int row, ref Person person, Reason reason)
    {
        if (luck.Uniform(Decision.Away) < world.Hubs[person.Hub].HomeProbability)
        {
            world.Tally.Arrivals++;
            JoinIncumbent(world, luck, row, ref person, Reason.Migrated);
            return;
        }

        JoinPool(world, luck, row, ref person, reason, person.Hub);
    }

    private static byte Destination(World world, Occasion luck)
    {
        int best = 1;
        double bestScore = double.NegativeInfinity;
        for (int hub = 1; hub < world.Hubs.Length; hub++)
        {
            double score = world.Hubs[hub].LogPull + Variate.Gumbel(luck.Uniform(Decision.Destination, 2 + hub));
            (best, bestScore) = score > bestScore ? (hub, score) : (best, bestScore);
        }

        return (byte)best;
    }

    private void Promote(World world, Occasion luck, ref Person person)
    {
        if (luck.Uniform(Decision.Promotion) < parameters.Mobility.PromotionShare && person.Role != Role.Manager)
        {
            Learning.BringForward(world, ref person);
            person.TakeUp(person.Division, Role.Manager);
        }
    }
}
