using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Exits;

/// <summary>Closes, sells and lists start-ups; money goes out by the cap table and people go on.</summary>
public sealed class ExitsProcess(Parameters parameters) : IProcess
{
    public void Step(World world)
    {
        List<int> living = world.Living;
        int kept = 0;
        for (int i = 0; i < living.Count; i++)
        {
            int f = living[i];
            Decide(world, f);
            if (world.Firms[f].Alive)
            {
                living[kept++] = f;
            }
        }

        living.RemoveRange(kept, living.Count - kept);
    }

    private void Decide(World world, int f)
    {
        ExitsParameters p = parameters.Exits;
        ref Firm firm = ref world.Firms[f];
        if (firm.Cash < 0)
        {
            bool sold = firm.Status == FirmStatus.Operating && world.Luck.Uniform(Decision.Acquisition, firm.Key, world.Month, 1)
                < ExitsEquations.TalentSale(p.TalentSale, firm.TeamWorth, firm.Staff);
            if (sold)
            {
                Sell(world, f, ExitsEquations.Price(0, p.Premium, firm.Staff, p.TalentPrice));
            }
            else
            {
                Close(world, f);
            }
        }
        else if (GivesUp(world, firm))
        {
            Close(world, f);
        }
        else if (firm.Status == FirmStatus.Operating)
        {
            if (firm.Valuation < p.TooLarge && firm.Step > 0 && IsWanted(world, firm))
            {
                Sell(world, f, ExitsEquations.Price(firm.Valuation, p.Premium, firm.Staff, p.TalentPrice));
            }
            else if (firm.Valuation >= p.ListingValue && firm.Revenue * Hazard.MonthsPerYear >= p.ListingSales
                && world.Luck.Uniform(Decision.Listing, firm.Key, world.Month) < Hazard.Probability(Hazard.PerMonth(p.ListingHazard)))
            {
                List(world, f);
            }
        }
    }

    /// <summary>Elasticities up to here are bounded by a square.</summary>
    private const double SquareSuffices = 2;

    private bool IsWanted(World world, in Firm firm)
    {
        ExitsParameters p = parameters.Exits;
        double luck = world.Luck.Uniform(Decision.Acquisition, firm.Key, world.Month);
        double plain = Hazard.PerMonth(p.OfferHazard) * (firm.StrategicAnchor >= 0 ? p.StakeFactor : 1);

        // A probability is below its hazard, and the power of knowledge below the knowledge to a whole power above: most months end here.
        double most = p.OfferKnowledgeElasticity <= SquareSuffices ? plain * Math.Max(firm.Knowledge * firm.Knowledge, 1) : double.PositiveInfinity;
        return luck < most && luck < Hazard.Probability(ExitsEquations.Offer(plain, firm.Knowledge, p.OfferKnowledgeElasticity, 1));
    }

    private bool GivesUp(World world, in Firm firm)
    {
        ExitsParameters p = parameters.Exits;
        return firm.Status == FirmStatus.Operating
            && world.Month - Math.Max(firm.LastStep, firm.LastRound) > p.Patience
            && firm.Sales * Hazard.MonthsPerYear < p.LivingSales * firm.FounderCount
            && world.Luck.Uniform(Decision.GiveUp, firm.Key, world.Month) < Hazard.Probability(Hazard.PerMonth(p.GiveUpHazard));
    }

    private static void Close(World world, int f)
    {
        ref Firm firm = ref world.Firms[f];
        world.Tally.Failed += firm.Hub == World.Home ? 1 : 0;

        // What is left goes to the holders; an overdraft is the creditors' loss.
        if (firm.Status == FirmStatus.Operating)
        {
            PayOut(world, f, Math.Max(firm.Cash, 0), fromFirm: true);
        }

        world.Books.LostWithFirms += firm.Cash;
        firm.Cash = 0;
        End(world, f, FirmStatus.Failed, 0);
        Release(world, f, State.Unemployed, World.None);
    }

    private void Sell(World world, int f, double price)
    {
        ref Firm firm = ref world.Firms[f];
        (State state, int buyer) = Buyer(world, firm);
        firm.Acquirer = buyer;
        world.Tally.Acquired += firm.Hub == World.Home ? 1 : 0;

        // The buyer takes over the till, or the debts.
        world.Books.LostWithFirms += firm.Cash;
        firm.Cash = 0;
        world.Books.BuyersToHolders += price;
        PayOut(world, f, price, fromFirm: false);
        End(world, f, FirmStatus.Acquired, price);
        Release(world, f, state, buyer);
    }

    private void List(World world, int f)
    {
        ref Firm firm = ref world.Firms[f];
        double value = firm.Valuation;
        world.Tally.Listed += firm.Hub == World.Home ? 1 : 0;
        world.Books.BuyersToHolders += value;
        PayOut(world, f, value, fromFirm: false);
        firm.Status = FirmStatus.Public;
        firm.ExitValue = value;
        firm.Ended = (short)world.Month;
        world.Hubs[firm.Hub].ExitValue += value;
        world.Exits.Add(new Exit(f, (short)world.Month, FirmStatus.Public, value, firm.Staff));
        Succeed(world, f);
    }

    /// <summary>An anchor buys what it needs; otherwise an ordinary firm of the hub does.</summary>
    private (State State, int Buyer) Buyer(World world, in Firm firm)
    {
        if (firm.Hub != World.Home)
        {
            return (State.OtherFirm, world.Employers.FirstPool + firm.Hub - 1);
        }

        for (int a = 0; a < world.Anchors.Length; a++)
        {
            double chance = firm.StrategicAnchor == a ? 1 : parameters.Exits.AnchorBuyerShare * world.Anchors[a].Needs[(int)firm.Sector];
            if (world.Luck.Uniform(Decision.Acquirer, firm.Key, 0, a) < chance)
            {
                return (State.Anchor, a);
            }
        }

        return (State.OtherFirm, world.Employers.SizeTable[world.Luck.Below(Employers.SizeSlots, Decision.Acquirer, firm.Key, 1)]);
    }

    /// <summary>Divides money by the cap table: investors by their shares, founders the rest in equal parts.</summary>
    private static void PayOut(World world, int f, double value, bool fromFirm)
    {
        ref Firm firm = ref world.Firms[f];
        if (fromFirm)
        {
            firm.Cash -= value;
        }

        for (int h = firm.LastHolding; h >= 0; h = world.Holdings[h].Previous)
        {
            ref Holding holding = ref world.Holdings[h];
            ref Investor investor = ref world.Investors[holding.Investor];
            holding.Proceeds = value * holding.Share * firm.Dilution / holding.DilutionAtIssue;
            holding.ProceedsMonth = (short)world.Month;
            investor.Returned += holding.Proceeds;
            Return(world, ref investor, holding.Proceeds);
        }

        for (int i = 0; i < firm.FounderCount; i++)
        {
            world.People.EstateOf(ref world.People[firm.Founders[i]]).Wealth += value * firm.FounderShare / firm.FounderCount;
            world.Enriched.Add(firm.Founders[i]);
        }

        world.Tally.ExitProceeds += firm.Hub == World.Home && !fromFirm ? value : 0;
    }

    /// <summary>Funds pass proceeds on to their partners; angels keep them for the next deal.</summary>
    private static void Return(World world, ref Investor investor, double proceeds)
    {
        if (investor.Kind != InvestorKind.Angel)
        {
            world.Books.DistributedByFunds += proceeds;
        }
        else if (investor.Person >= 0)
        {
            world.People.EstateOf(ref world.People[investor.Person]).Wealth += proceeds;
            world.Enriched.Add(investor.Person);
            world.Jumped.Add(investor.Person);
        }
        else
        {
            investor.Cash += proceeds;
        }
    }

    private static void End(World world, int f, FirmStatus status, double price)
    {
        ref Firm firm = ref world.Firms[f];
        // Holders of a listed firm were paid when it was listed; what the market loses later is the market's.
        bool listed = firm.Status == FirmStatus.Public;
        firm.Status = status;
        firm.ExitValue = listed ? firm.ExitValue : price;
        world.Exits.Add(new Exit(f, (short)world.Month, status, price, firm.Staff));
        firm.Ended = (short)world.Month;
        ref Hub hub = ref world.Hubs[firm.Hub];
        hub.StartUps--;
        hub.ExitValue += price;
        if (status == FirmStatus.Acquired && price > firm.Raised && firm.Raised > 0)
        {
            Succeed(world, f);
        }
    }

    private static void Succeed(World world, int f)
    {
        ref Firm firm = ref world.Firms[f];
        for (int i = 0; i < firm.FounderCount; i++)
        {
            world.People.EstateOf(ref world.People[firm.Founders[i]]).Successes++;
        }
    }

    /// <summary>Sends everyone on: to the buyer, or to look for a job.</summary>
    private static void Release(World world, int f, State state, int employer)
    {
        People people = world.People;
        while (Employment.TakeLatest(world, f) is int person and >= 0)
        {
            Division division = Division.None;
            int team = World.None;
            if (employer >= 0)
            {
                int first = world.Employers.FirstTeam[employer];
                int count = world.Employers.TeamCount[employer];
                if (state == State.Anchor)
                {
                    division = (Division)(1 + world.Luck.Below(Count.Divisions - 1, Decision.AfterExit, people[person].Key, world.Month));
                    count /= Count.Divisions - 1;
                    first += ((int)division - 1) * count;
                }

                team = first + world.Luck.Below(count, Decision.Team, people[person].Key, world.Month);
            }

            Employment.Move(world, person, state, employer, division, team, Reason.Exit, people[person].Hub);
            world.Released.Add(person);
        }

        world.Firms[f].Staff = 0;
    }
}
