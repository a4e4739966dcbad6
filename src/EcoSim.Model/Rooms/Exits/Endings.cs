using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Exits;

/// <summary>What closing, sale and listing do: money goes out by the cap table and people go on.</summary>
internal sealed class Endings(Parameters parameters)
{
    /// <summary>Closes a firm; its people look for work.</summary>
    public void Close(World world, ref Firm firm)
    {
        world.Tally.Failed += firm.Hub == World.Home ? 1 : 0;

        // What is left goes to the holders; an overdraft is the creditors' loss.
        if (firm.Status == FirmStatus.Operating)
        {
            PayOut(world, ref firm, Math.Max(world.Concerns.Cash[firm.Place], 0), fromFirm: true);
        }

        world.Books.LostWithFirms += world.Concerns.Cash[firm.Place];
        world.Concerns.Cash[firm.Place] = 0;
        End(world, ref firm, FirmStatus.Failed, 0);
        Release(world, ref firm, State.Unemployed, World.None);
    }

    /// <summary>Sells a firm with its people.</summary>
    public void Sell(World world, ref Firm firm, double price)
    {
        (State state, int buyer) = Buyer(world, firm);
        firm.Acquirer = buyer;
        world.Tally.Acquired += firm.Hub == World.Home ? 1 : 0;

        // The buyer takes over the till, or the debts.
        world.Books.LostWithFirms += world.Concerns.Cash[firm.Place];
        world.Concerns.Cash[firm.Place] = 0;
        world.Books.BuyersToHolders += price;
        PayOut(world, ref firm, price, fromFirm: false);
        End(world, ref firm, FirmStatus.Acquired, price);
        Release(world, ref firm, state, buyer);
    }

    /// <summary>Lists a firm: holders are paid its value and it goes on.</summary>
    public void List(World world, ref Firm firm)
    {
        int row = world.Concerns[firm.Place].Row;
        double value = world.Concerns.Valuation[firm.Place];
        world.Tally.Listed += firm.Hub == World.Home ? 1 : 0;
        world.Books.BuyersToHolders += value;
        PayOut(world, ref firm, value, fromFirm: false);
        firm.Status = FirmStatus.Public;
        world.Concerns.Operating[firm.Place] = 0;
        firm.ExitValue = value;
        firm.Ended = (short)world.Month;
        world.Hubs[firm.Hub].ExitValue += value;
        world.Exits.Add(new Exit(row, (short)world.Month, FirmStatus.Public, value, world.Staffing[row].Staff));
        Succeed(world, firm);
    }

    /// <summary>Pays out a part of a firm's profits: by the cap table, or to the market's holders once it is listed.</summary>
    public static void PayProfits(World world, ref Firm firm, double value)
    {
        if (firm.Status == FirmStatus.Public)
        {
            world.Concerns.Cash[firm.Place] -= value;
            world.Books.PaidToMarket += value;
            return;
        }

        PayOut(world, ref firm, value, fromFirm: true, last: false);
        world.Hubs[firm.Hub].ExitValue += value;
        world.Tally.Payouts += firm.Hub == World.Home ? value : 0;
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
    private static void PayOut(World world, ref Firm firm, double value, bool fromFirm, bool last = true)
    {
        if (fromFirm)
        {
            world.Concerns.Cash[firm.Place] -= value;
        }

        for (int h = firm.LastHolding; h >= 0; h = world.Holdings[h].Previous)
        {
            ref Holding holding = ref world.Holdings[h];
            ref Investor investor = ref world.Investors[holding.Investor];
            double proceeds = value * holding.Share * firm.Dilution / holding.DilutionAtIssue;
            holding.Proceeds += proceeds;
            holding.ProceedsMonth = last ? (short)world.Month : holding.ProceedsMonth;
            Return(world, ref investor, proceeds);
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

    private static void End(World world, ref Firm firm, FirmStatus status, double price)
    {
        int row = world.Concerns[firm.Place].Row;
        // Holders of a listed firm were paid when it was listed; what the market loses later is the market's.
        bool listed = firm.Status == FirmStatus.Public;
        firm.Status = status;
        firm.ExitValue = listed ? firm.ExitValue : price;
        world.Exits.Add(new Exit(row, (short)world.Month, status, price, world.Staffing[row].Staff));
        firm.Ended = (short)world.Month;
        ref Hub hub = ref world.Hubs[firm.Hub];
        hub.StartUps--;
        world.Niches[firm.Niche].Firms--;
        hub.ExitValue += price;
        if (status == FirmStatus.Acquired && price > firm.Raised && firm.Raised > 0)
        {
            Succeed(world, firm);
        }
    }

    private static void Succeed(World world, in Firm firm)
    {
        for (int i = 0; i < firm.FounderCount; i++)
        {
            world.People.EstateOf(ref world.People[firm.Founders[i]]).Successes++;
        }
    }

    /// <summary>Sends everyone on: to the buyer, or to look for a job.</summary>
    private static void Release(World world, ref Firm firm, State state, int employer)
    {
        int row = world.Concerns[firm.Place].Row;
        People people = world.People;
        ref Staffing staffing = ref world.Staffing[row];
        for (int page = staffing.FirstStaff; page >= 0; page = world.StaffLists.Before(page))
        {
            people.Touch(world.StaffLists.On(page));
        }

        while (Employment.TakeLatest(world, row) is int person and >= 0)
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

        staffing.Staff = 0;
    }
}
