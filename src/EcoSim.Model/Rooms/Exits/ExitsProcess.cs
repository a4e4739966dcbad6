using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Exits;

/// <summary>Decides which start-ups close, are sold or are listed this month, and which pay out profits.</summary>
public sealed class ExitsProcess(Parameters parameters) : IProcess
{
    private readonly Endings _endings = new(parameters);
    private readonly Payouts _payouts = new(parameters);
    private readonly List<int> _ended = [];

    public void Step(World world)
    {
        Concerns concerns = world.Concerns;
        foreach (int row in world.FoundedWithin())
        {
            ref Firm firm = ref world.Firms[row];
            concerns.EndClock[firm.Place] = HazardClock.Wind(world.Luck, Decision.Ending, firm.Key, World.None);
        }

        _ended.Clear();
        for (int place = 0; place < concerns.Count; place += Column.Lanes)
        {
            Decide(world, concerns, place);
        }

        world.Bury(CollectionsMarshal.AsSpan(_ended));
        _payouts.Step(world);
    }

    /// <summary>Without cash a firm fails; otherwise competing hazards run its clock down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Decide(World world, Concerns concerns, int place)
    {
        Vector256<double> zero = Vector256<double>.Zero;
        Vector256<double> solvent = Vector256.GreaterThanOrEqual(concerns.Cash.Four(place), zero);
        Hazards hazards = HazardsOf(world, concerns, place);
        Vector256<double> all = solvent & Vector256.GreaterThan(concerns.Operating.Four(place), zero) & (hazards.GiveUp + hazards.Offer + hazards.Listing);
        uint rings = HazardClock.Rings(concerns.EndClock, place, all);
        uint failing = ~solvent.ExtractMostSignificantBits();
        for (uint ending = (rings | failing) & concerns.Taken(place); ending != 0; ending &= ending - 1)
        {
            int lane = BitOperations.TrailingZeroCount(ending);
            ref Firm firm = ref world.Firms[concerns[place + lane].Row];
            if ((failing >> lane & 1) != 0)
            {
                Fail(world, ref firm);
            }
            else
            {
                concerns.EndClock[place + lane] = HazardClock.Wind(world.Luck, Decision.Ending, firm.Key, world.Month);
                Happen(world, ref firm, hazards.GiveUp[lane], hazards.Offer[lane], all[lane]);
            }

            if (!firm.Alive)
            {
                _ended.Add(concerns[place + lane].Row);
            }
        }
    }

    /// <summary>Competing hazards of four firms that can pay their bills: founders give up, someone offers, a market opens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Hazards HazardsOf(World world, Concerns concerns, int place)
    {
        ExitsParameters p = parameters.Exits;
        Vector256<double> sales = concerns.Sales.Four(place) * Hazard.MonthsPerYear;
        Vector256<double> valuation = concerns.Valuation.Four(place);
        Vector256<double> waiting = Vector256.Create((double)world.Month) - Vector256.Max(concerns.LastStep.Four(place), concerns.LastRound.Four(place));
        Vector256<double> stuck = Vector256.GreaterThan(waiting, Vector256.Create(p.Patience))
            & Vector256.LessThan(sales, concerns.Founders.Four(place) * p.LivingSales);
        Vector256<double> stake = Vector256<double>.One + concerns.Strategic.Four(place) * (p.StakeFactor - 1);
        Vector256<double> wanted = concerns.Started.Four(place)
            * ExitsEquations.Offer(Hazard.PerMonth(p.OfferHazard), Lanes.Pow(concerns.Knowledge.Four(place), p.OfferKnowledgeElasticity), stake);
        Vector256<double> ripe = Vector256.GreaterThanOrEqual(valuation, Vector256.Create(p.ListingValue))
            & Vector256.GreaterThanOrEqual(concerns.Revenue.Four(place) * Hazard.MonthsPerYear, Vector256.Create(p.ListingSales));
        return new Hazards(
            stuck & Vector256.Create(Hazard.PerMonth(p.GiveUpHazard)),
            Vector256.LessThan(valuation, Vector256.Create(p.TooLarge)) & wanted,
            ripe & Vector256.Create(Hazard.PerMonth(p.ListingHazard)));
    }

    /// <summary>A firm without cash closes, unless someone buys its people.</summary>
    private void Fail(World world, ref Firm firm)
    {
        ExitsParameters p = parameters.Exits;
        bool sold = firm.Status == FirmStatus.Operating && world.Luck.Uniform(Decision.Acquisition, firm.Key, world.Month)
            < ExitsEquations.TalentSale(p.TalentSale, firm.TeamWorth, StaffOf(world, firm));
        if (sold)
        {
            _endings.Sell(world, ref firm, ExitsEquations.Price(0, p.Premium, StaffOf(world, firm), p.TalentPrice));
        }
        else
        {
            _endings.Close(world, ref firm);
        }
    }

    /// <summary>Which of the competing hazards it was falls to each in proportion.</summary>
    private void Happen(World world, ref Firm firm, double giveUp, double offer, double all)
    {
        double luck = world.Luck.Uniform(Decision.Ending, firm.Key, world.Month, 1) * all;
        if (luck < giveUp)
        {
            _endings.Close(world, ref firm);
        }
        else if (luck < giveUp + offer)
        {
            double value = world.Concerns.Valuation[firm.Place];
            _endings.Sell(world, ref firm, ExitsEquations.Price(value, parameters.Exits.Premium, StaffOf(world, firm), parameters.Exits.TalentPrice));
        }
        else
        {
            _endings.List(world, ref firm);
        }
    }

    private static int StaffOf(World world, in Firm firm) => world.Staffing[world.Concerns[firm.Place].Row].Staff;

    /// <summary>Hazards a month of giving up, of an offer and of listing, of four firms.</summary>
    private readonly record struct Hazards(Vector256<double> GiveUp, Vector256<double> Offer, Vector256<double> Listing);
}
