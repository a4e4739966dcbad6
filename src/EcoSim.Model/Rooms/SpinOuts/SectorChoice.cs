using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.SpinOuts;

/// <summary>The sector and niche that a founder has in mind.</summary>
internal static class SectorChoice
{
    /// <summary>Keeps the logarithm of a niche that has not opened finite, million RMB.</summary>
    private const double LeastDemand = 1e-9;

    /// <summary>Sector with the best weight times luck: its usual share of entries, own experience, and what the anchor says it needs.</summary>
    public static int Intended(World world, Parameters parameters, in Person person)
    {
        ulong key = person.Key;
        int occasion = world.People.EstateNow(person).Foundings;
        int own = Careers.SectorNow(world, person);
        int best = 0;
        double bestScore = double.NegativeInfinity;
        for (int sector = 0; sector < Count.Sectors; sector++)
        {
            double score = Math.Log(parameters.Sectors.Of((Sector)sector).EntryWeight)
                + (sector == own ? parameters.SpinOuts.OwnSectorPull : 0)
                + (person.Hub == World.Home ? parameters.SpinOuts.SteeringPull * Need(world, sector) : 0)
                + world.Luck.Gumbel(Decision.SectorChoice, key, occasion, sector);
            (best, bestScore) = score > bestScore ? (sector, score) : (best, bestScore);
        }

        return best;
    }

    /// <summary>A niche of the sector, of some that lie side by side: room left for one more firm weighs against luck.</summary>
    public static int Niche(World world, Parameters parameters, ulong firmKey, int sector)
    {
        int perSector = world.Niches.Length / Count.Sectors;
        int first = world.Luck.Below(perSector, Decision.NicheChoice, firmKey, 0);
        int best = World.None;
        double bestScore = double.NegativeInfinity;
        for (int i = 0; i < Math.Min(parameters.SpinOuts.NichesSeen, perSector); i++)
        {
            int niche = sector * perSector + (first + i) % perSector;
            double score = Math.Log(Math.Max(world.Niches[niche].Demand, LeastDemand) / (1 + world.Niches[niche].Firms))
                + world.Luck.Gumbel(Decision.NicheChoice, firmKey, 1, niche - sector * perSector);
            (best, bestScore) = score > bestScore ? (niche, score) : (best, bestScore);
        }

        return best;
    }

    /// <summary>The largest need of a present anchor, as loudly as its mandate announces it, 0-1.</summary>
    private static double Need(World world, int sector)
    {
        double most = 0;
        foreach (ref AnchorState anchor in world.Anchors.AsSpan())
        {
            most = Math.Max(most, Math.Min(anchor.Announced, 1) * anchor.Needs[sector]);
        }

        return most;
    }
}
