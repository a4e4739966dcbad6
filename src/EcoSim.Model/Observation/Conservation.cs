using EcoSim.Model.Worlds;

namespace EcoSim.Model.Observation;

/// <summary>The laws that hold in every month: people, money, equity and compute are neither made nor lost.</summary>
public static class Conservation
{
    /// <summary>
    /// Relative error that sums of doubles may have: each addition rounds by at most 2⁻⁵³ of the sum, and 10⁸ additions, more
    /// than a run makes, by 10⁻⁸ of it. A start-up's grant of 0.3 million RMB is missed only beyond 3·10⁷ million RMB.
    /// </summary>
    private const double Rounding = 1e-8;

    /// <summary>Throws <see cref="ConservationException"/> at the first law that does not hold.</summary>
    public static void Verify(World world)
    {
        People(world);
        Staff(world);
        Money(world);
        Equity(world);
        Compute(world);
    }

    /// <summary>Everyone is in one state of one hub, and the counts kept are those counted anew.</summary>
    private static void People(World world)
    {
        People people = world.People;
        Span<int> found = stackalloc int[world.StateCount.Length];
        Span<int> workforce = stackalloc int[world.Hubs.Length];
        int alumni = 0;
        for (int person = 0; person < people.Count; person++)
        {
            State state = people[person].State;
            found[people[person].Hub * Count.States + (int)state]++;
            workforce[people[person].Hub] += state is State.Student or State.Left ? 0 : 1;
            alumni += people.HasLeftAnchor(people[person]) && people[person].Hub == World.Home
                && state is not (State.Anchor or State.Left or State.Student) ? 1 : 0;
            Require(world, "an employer for those at work and for no one else",
                people[person].Employer >= 0 ? 1 : 0, state is State.Anchor or State.StartUp or State.OtherFirm or State.Founder ? 1 : 0);
        }

        for (int i = 0; i < found.Length; i++)
        {
            Require(world, "people by hub and state", found[i], world.StateCount[i]);
        }

        for (int h = 0; h < workforce.Length; h++)
        {
            Require(world, "people by hub", workforce[h], world.Hubs[h].People);
        }

        Require(world, "alumni", alumni, world.Alumni);
    }

    /// <summary>Every employer has the staff that say they work there.</summary>
    private static void Staff(World world)
    {
        var headcount = new int[world.Employers.Count];
        var startUps = new int[world.Firms.Count];
        for (int person = 0; person < world.People.Count; person++)
        {
            int employer = world.People[person].Employer;
            if (employer >= 0 && world.IsStartUp(employer))
            {
                startUps[world.FirmOf(employer)]++;
            }
            else if (employer >= 0)
            {
                headcount[employer]++;
            }
        }

        for (int e = 0; e < headcount.Length; e++)
        {
            Require(world, "staff of an employer", headcount[e], world.Employers.Headcount[e]);
        }

        for (int f = 0; f < startUps.Length; f++)
        {
            if (world.Firms[f].Hub == World.Home)
            {
                Require(world, "staff of a start-up", startUps[f], world.Staffing[f].Staff);
            }
        }
    }

    /// <summary>Cash of firms and investors and the wealth of people are what the named flows brought in, less what they took out.</summary>
    private static void Money(World world)
    {
        double inside = 0;
        foreach (int f in world.Living)
        {
            inside += world.Concerns.Cash[world.Firms[f].Place];
        }

        foreach (ref readonly Investor investor in world.Investors.All)
        {
            inside += investor.Cash;
            Require(world, "investors without debts", Math.Min(investor.Cash, 0), 0, scale: 1 + investor.Invested);
        }

        for (int person = 0; person < world.People.Count; person++)
        {
            inside += world.People.WealthOf(world.People[person]);
        }

        Require(world, "money", inside, world.Books.Inside, world.Books.Inflow);
    }

    /// <summary>The cap table of every firm sums to one.</summary>
    private static void Equity(World world)
    {
        foreach (int f in world.Living)
        {
            ref Firm firm = ref world.Firms[f];
            double sum = firm.FounderShare;
            for (int h = firm.LastHolding; h >= 0; h = world.Holdings[h].Previous)
            {
                sum += world.Holdings[h].Share * firm.Dilution / world.Holdings[h].DilutionAtIssue;
            }

            Require(world, "equity", sum, 1);
        }
    }

    /// <summary>No more compute is served than there is, nor more than was asked for.</summary>
    private static void Compute(World world)
    {
        double capacity = 0;
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            capacity += world.Anchors[a].Capacity;
        }

        double most = Math.Min(capacity, world.Tally.CloudDemand);
        Require(world, "compute served within capacity and demand", Math.Max(world.Tally.CloudServed - most, 0), 0, scale: most);
    }

    private static void Require(World world, string law, double found, double expected, double scale = 1)
    {
        if (!(Math.Abs(found - expected) <= Rounding * Math.Max(Math.Abs(expected), Math.Abs(scale))))
        {
            throw new ConservationException(world.RecordedMonth, law, found, expected);
        }
    }
}
