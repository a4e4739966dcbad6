using EcoSim.Model;
using EcoSim.Model.Randomness;
using EcoSim.Model.Rooms.Mobility;
using EcoSim.Model.Worlds;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Laws;

/// <summary>Seekers meet the start-ups of their own submarket only, and a market cut into parts of one size matches like many small ones.</summary>
public sealed class SubmarketTests
{
    [Theory]
    [InlineData(1_000, 10_000, 1)]
    [InlineData(14_000, 10_000, 1)]
    [InlineData(16_000, 10_000, 2)]
    [InlineData(25_000, 10_000, 3)]
    [InlineData(1_000_000, 10_000, 100)]
    public void There_are_workers_over_size_rounded_and_at_least_one(int workers, double perSubmarket, int submarkets) =>
        Assert.Equal(submarkets, MobilityEquations.Submarkets(workers, perSubmarket));

    [Fact]
    public void Everyone_belongs_to_one_and_each_is_as_likely()
    {
        const int count = 7;
        World world = Later(20_000, 120);
        Even(count, [.. Enumerable.Range(0, world.People.Count).Select(row => world.People[row].Key)], "people");
        Even(count, [.. Enumerable.Range(0, world.Firms.Count).Select(row => world.Firms[row].Key)], "firms");
        Assert.Equal(0, Submarket.Of(ulong.MaxValue, 1));
        Assert.Equal(count - 1, Submarket.Of(ulong.MaxValue, count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Each_vacancy_is_filled_once_by_a_seeker_of_its_own_submarket(int submarkets)
    {
        World world = Hiring(submarkets);
        var ring = new HiringRing();
        ring.Build(world);
        int[] open = [.. Enumerable.Range(0, submarkets).Select(ring.Vacancies)];
        Assert.Equal(Wanted(world).Values.Sum(), open.Sum());
        for (int submarket = 0; submarket < submarkets; submarket++)
        {
            var taken = new Dictionary<int, int>();
            for (int seeker = 0; seeker < open[submarket]; seeker++)
            {
                int firm = ring.Take(submarket, world.Luck.Bits(Decision.Destination, (ulong)seeker, submarket), out _);
                taken[firm] = taken.GetValueOrDefault(firm) + 1;
            }

            Assert.Equal(Wanted(world).Where(pair => Submarket.Of(world.Firms[pair.Key].Key, submarkets) == submarket).OrderBy(pair => pair.Key), taken.OrderBy(pair => pair.Key));
            Assert.Equal(World.None, ring.Take(submarket, 0, out _));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void A_seeker_goes_to_the_next_firm_clockwise(int submarkets)
    {
        World world = Hiring(submarkets);
        var ring = new HiringRing();
        ring.Build(world);
        for (int submarket = 0; submarket < submarkets; submarket++)
        {
            ulong point = world.Luck.Bits(Decision.Destination, 99, submarket);
            ulong[] keys = [.. Wanted(world).Keys.Select(f => world.Firms[f].Key).Where(key => Submarket.Of(key, submarkets) == submarket).Order()];
            if (keys.Length > 0)
            {
                var at = (ulong)((((UInt128)submarket << 64) + point) / (ulong)submarkets);
                ulong next = keys.FirstOrDefault(key => key >= at, keys[0]);
                Assert.Equal(next, world.Firms[ring.Take(submarket, point, out _)].Key);
            }
        }
    }

    [Fact]
    public void Who_is_hired_belongs_to_the_submarket_of_the_firm()
    {
        var simulation = new Simulation(Trial.Plan([("population.workers", 20_000), ("mobility.workersPerSubmarket", 4000)]), 0, new RunOptions { Ledger = true });
        simulation.Run();
        World world = simulation.World;
        int submarkets = world.Labour.Submarkets.Length, hired = 0;
        Assert.Equal(5, submarkets);
        foreach (ref readonly Job job in world.Jobs.All)
        {
            // Founders bring teammates from anywhere, and a buyer takes over staff from other start-ups; the others come by the labour market.
            if (!job.Founder && job.Start > world.Firms[job.Firm].Founded && !world.IsStartUp(job.PreviousEmployer))
            {
                hired++;
                Assert.Equal(Submarket.Of(world.Firms[job.Firm].Key, submarkets), Submarket.Of(world.People[job.Person].Key, submarkets));
            }
        }

        Assert.True(hired > 100, $"only {hired} people were hired");
    }

    /// <summary>What the series says of the labour market is what happened: each who was taken on was matched, and filled a place that was offered.</summary>
    [Fact]
    public void The_series_counts_matches_places_and_hires()
    {
        // Founders bring nobody along, so that start-ups get staff from the labour market and from firms they buy alone.
        var simulation = new Simulation(Trial.Plan([("population.workers", 20_000), ("spinOuts.firstHireWillingness", 0)]), 0);
        World world = simulation.World;
        int hired = 0, counted = 0;
        while (!simulation.Done)
        {
            int before = FromSeeking(world);
            simulation.Step();
            hired += FromSeeking(world) - before;
            counted += world.Tally.StartUpHires;
            Assert.InRange(world.Tally.StartUpHires, 0, Math.Min(world.Tally.Vacancies, world.Tally.Matches));
            Assert.Equal(world.Labour.Submarkets.Sum(market => market.SeekersThisMonth), world.Tally.Matches);
        }

        Assert.True(counted > 100, $"only {counted} people were hired");
        Assert.Equal(hired, counted);
    }

    /// <summary>Moves of the home hub so far into a start-up's job of those who quit, graduated or had no job.</summary>
    private static int FromSeeking(World world) => Enumerable.Range(0, world.Flows.Years).Sum(year => Enum.GetValues<State>().Sum(from =>
        new[] { Reason.Quit, Reason.Graduated, Reason.Hired }.Sum(reason => world.Flows[year, World.Home, from, State.StartUp, reason])));

    /// <summary>The sign: where start-ups can take only a part of the seekers, one market for all lets more be taken than parts that cannot help each other out.</summary>
    [Fact]
    public void One_market_for_all_gives_start_ups_more_staff()
    {
        const int pairs = 12;
        Plan parts = Trial.Plan([("population.workers", 40_000), ("run.months", 120), ("mobility.workersPerSubmarket", 4000)]);
        Plan whole = Trial.Plan([("population.workers", 40_000), ("run.months", 120), ("mobility.workersPerSubmarket", 1e6)]);
        double[] more = [.. Enumerable.Range(0, pairs).AsParallel().Select(replicate =>
            Trial.Mean(Trial.Run(whole, replicate), "startup_jobs") - Trial.Mean(Trial.Run(parts, replicate), "startup_jobs"))];
        double mean = more.Average(), error = Math.Sqrt(more.Sum(x => (x - mean) * (x - mean)) / (pairs - 1) / pairs);
        Assert.True(mean > 2 * error, $"one market gives start-ups {mean:G3} more staff (s.e. {error:G3})");
    }

    /// <summary>A world some years on, with its market cut anew.</summary>
    private static World Hiring(int submarkets)
    {
        World world = Later(20_000, 60);
        world.Labour.Submarkets = new Submarket[submarkets];
        return world;
    }

    private static World Later(int workers, int months)
    {
        var simulation = new Simulation(Trial.Plan([("population.workers", workers), ("run.months", months), ("run.warmupMonths", 0)]), 0);
        simulation.Run();
        return simulation.World;
    }

    private static void Even(int count, ulong[] keys, string what)
    {
        double expected = keys.Length / (double)count, error = Math.Sqrt(expected * (1 - 1.0 / count));
        foreach (IGrouping<int, ulong> members in keys.GroupBy(key => Submarket.Of(key, count)))
        {
            Sigma.Within((members.Count() - expected) / error, 4, $"{what} of submarket {members.Key}");
        }
    }

    private static Dictionary<int, int> Wanted(World world)
    {
        var wanted = new Dictionary<int, int>();
        foreach (int f in world.Living)
        {
            int vacancies = world.Staffing[f].Wanted - world.Staffing[f].Staff;
            if (vacancies > 0 && world.Firms[f].Hub == World.Home)
            {
                wanted[f] = vacancies;
            }
        }

        return wanted;
    }
}
