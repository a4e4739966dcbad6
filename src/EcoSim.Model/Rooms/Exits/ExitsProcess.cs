using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Exits;

/// <summary>Decides which start-ups close, are sold or are listed this month.</summary>
public sealed class ExitsProcess(Parameters parameters) : IProcess
{
    private readonly Endings _endings = new(parameters);
    private double _giveUp;
    private double _offer;
    private double _listing;

    public void Step(World world)
    {
        foreach (int f in world.FoundedWithin())
        {
            ref Firm firm = ref world.Firms[f];
            firm.EndClock = HazardClock.Wind(world.Luck, Decision.Ending, firm.Key, World.None);
        }

        _giveUp = Hazard.PerMonth(parameters.Exits.GiveUpHazard);
        _offer = Hazard.PerMonth(parameters.Exits.OfferHazard);
        _listing = Hazard.PerMonth(parameters.Exits.ListingHazard);
        foreach (ref Firm firm in world.Firms.Living)
        {
            Decide(world, ref firm);
            if (!firm.Alive)
            {
                world.Firms.Retire(firm.Row);
            }
        }

        if (world.Month % (int)Hazard.MonthsPerYear == 0)
        {
            world.Firms.Tidy();
        }

        world.Bury();
    }

    private void Decide(World world, ref Firm firm)
    {
        if (firm.Cash < 0)
        {
            Fail(world, ref firm);
        }
        else if (firm.Status == FirmStatus.Operating)
        {
            Hazards hazards = HazardsOf(world, firm);
            if (HazardClock.Rings(ref firm.EndClock, hazards.All))
            {
                firm.EndClock = HazardClock.Wind(world.Luck, Decision.Ending, firm.Key, world.Month);
                Happen(world, ref firm, hazards);
            }
        }
    }

    /// <summary>Without cash a firm closes, unless someone buys its people.</summary>
    private void Fail(World world, ref Firm firm)
    {
        ExitsParameters p = parameters.Exits;
        bool sold = firm.Status == FirmStatus.Operating && world.Luck.Uniform(Decision.Acquisition, firm.Key, world.Month)
            < ExitsEquations.TalentSale(p.TalentSale, firm.TeamWorth, firm.Staff);
        if (sold)
        {
            _endings.Sell(world, ref firm, ExitsEquations.Price(0, p.Premium, firm.Staff, p.TalentPrice));
        }
        else
        {
            _endings.Close(world, ref firm);
        }
    }

    /// <summary>Competing hazards of a firm that can pay its bills.</summary>
    private Hazards HazardsOf(World world, in Firm firm)
    {
        ExitsParameters p = parameters.Exits;
        bool stuck = world.Month - Math.Max(firm.LastStep, firm.LastRound) > p.Patience
            && firm.Sales * Hazard.MonthsPerYear < p.LivingSales * firm.FounderCount;
        bool wanted = firm.Step > 0 && firm.Valuation < p.TooLarge;
        bool ripe = firm.Valuation >= p.ListingValue && firm.Revenue * Hazard.MonthsPerYear >= p.ListingSales;
        return new Hazards(
            stuck ? _giveUp : 0,
            wanted ? ExitsEquations.Offer(_offer, firm.Knowledge, p.OfferKnowledgeElasticity, firm.StrategicAnchor >= 0 ? p.StakeFactor : 1) : 0,
            ripe ? _listing : 0);
    }

    /// <summary>Something happened: which of the competing hazards it was falls to each in proportion.</summary>
    private void Happen(World world, ref Firm firm, Hazards hazards)
    {
        double luck = world.Luck.Uniform(Decision.Ending, firm.Key, world.Month, 1) * hazards.All;
        if (luck < hazards.GiveUp)
        {
            _endings.Close(world, ref firm);
        }
        else if (luck < hazards.GiveUp + hazards.Offer)
        {
            _endings.Sell(world, ref firm, ExitsEquations.Price(firm.Valuation, parameters.Exits.Premium, firm.Staff, parameters.Exits.TalentPrice));
        }
        else
        {
            _endings.List(world, ref firm);
        }
    }

    /// <summary>Hazards a month of giving up, of an offer and of listing.</summary>
    private readonly record struct Hazards(double GiveUp, double Offer, double Listing)
    {
        public double All => GiveUp + Offer + Listing;
    }
}
