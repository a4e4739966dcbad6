using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;
using EcoSim.Tests.Randomness;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Engine;

/// <summary>A person who remembers where they stand on the lowest rung has the same process as one who looks it up.</summary>
public sealed class ChainTests
{
    private const double Lowest = 0.0135;
    private const int Horizon = 4000;
    private const int People = 20_000;
    private static readonly Draw Luck = new(23);
    private static readonly Ladder Ladder = new(Key.Any, Lowest);

    [Theory]
    [InlineData(0.002)]
    [InlineData(0.0135)]
    [InlineData(0.05)]
    public void Waiting_is_exponential(double hazard)
    {
        double[] waits = [.. Enumerable.Range(0, People).Select(p => Events((ulong)p, hazard, Horizon, most: 1).DefaultIfEmpty(double.PositiveInfinity).First())];
        double within = 1 - Math.Exp(-hazard * Horizon);
        Distribution.Follows([.. waits.Where(double.IsFinite)], t => (1 - Math.Exp(-hazard * t)) / within, 5, $"waiting at hazard {hazard}");
    }

    [Theory]
    [InlineData(0.008)]
    [InlineData(0.04)]
    public void The_month_of_the_event_is_distributed_as_a_coin_each_month(double hazard)
    {
        int[] thinned = new int[51], dense = new int[51];
        double chance = Hazard.Probability(hazard);
        for (int person = 0; person < People; person++)
        {
            thinned[(int)Math.Min(Events((ulong)person, hazard, 60, most: 1).DefaultIfEmpty(50).First(), 50)]++;
            int month = 0;
            while (month < 50 && Luck.Uniform(Key.Any, (ulong)(person + People), month, 1) >= chance)
            {
                month++;
            }

            dense[month]++;
        }

        Distribution.SameCounts(thinned, dense, 5, $"month of the event at hazard {hazard}");
    }

    [Theory]
    [InlineData(0.004, 0.012)]
    [InlineData(0.012, 0.09)]
    public void A_higher_hazard_keeps_every_event_and_adds_some(double low, double high)
    {
        int fewer = 0, more = 0;
        for (ulong person = 0; person < 300; person++)
        {
            List<double> few = Events(person, low, 300), many = Events(person, high, 300);
            Assert.Subset(new HashSet<double>(many), new HashSet<double>(few));
            fewer += few.Count;
            more += many.Count;
        }

        Assert.True(more > fewer);
    }

    [Theory]
    [InlineData(0.0135)]
    [InlineData(0.5)]
    public void A_higher_ceiling_moves_no_event(double ceiling)
    {
        for (ulong person = 0; person < 300; person++)
        {
            Assert.Equal(Events(person, 0.01, 300), Events(person, 0.01, 300, ceiling));
        }
    }

    [Fact]
    public void Below_the_lowest_bound_no_candidate_is_looked_at_in_vain()
    {
        Ceiling ceiling = Ladder.Under(0.012, 0.01, 0.005);
        for (ulong person = 0; person < 300; person++)
        {
            var chain = default(Chain);
            for (Candidate found = new(20, 0); (found = Ladder.Next(Luck, person, ref chain, found.Time, ceiling, 20, 400)).Time < 400;)
            {
                Assert.True(found.Height < ceiling.After((int)found.Time - 20), $"Person {person}: {found} is above the ceiling.");
            }
        }
    }

    [Fact]
    public void A_falling_ceiling_keeps_the_events_of_a_falling_hazard()
    {
        Ceiling falling = Ladder.Under(0.012, 0.01, 0.005), flat = Ladder.Under(0.012);
        for (ulong person = 0; person < 300; person++)
        {
            Assert.Equal(Reached(person, falling, falling), Reached(person, flat, falling));
        }
    }

    [Fact]
    public void Who_comes_under_a_higher_ceiling_finds_what_was_passed_over()
    {
        for (ulong person = 0; person < 300; person++)
        {
            var chain = default(Chain);
            Ladder.NextTime(Luck, person, ref chain, 150, Ladder.Under(0.001), 0, Horizon);
            chain = Ladder.At(150);
            double found = Ladder.NextTime(Luck, person, ref chain, 150, Ladder.Under(Lowest), 0, Horizon);
            Assert.Equal(Events(person, Lowest, Horizon).First(t => t > 150), found);
        }
    }

    [Fact]
    public void The_chain_is_the_same_whenever_it_is_moved_on()
    {
        for (ulong person = 0; person < 200; person++)
        {
            List<double> all = Events(person, Lowest, 400);
            var late = default(Chain);
            Candidate found = Ladder.Next(Luck, person, ref late, 200, Ladder.Under(Lowest), 0, Horizon);
            Assert.Equal(all.Where(t => t > 200).DefaultIfEmpty(found.Time).First(), found.Time);
        }
    }

    [Fact]
    public void The_time_alone_is_the_time_of_the_candidate()
    {
        for (ulong person = 0; person < 200; person++)
        {
            foreach (double hazard in (double[])[0.01, 0.05, 0.2])
            {
                Ceiling ceiling = Ladder.Under(hazard);
                Chain first = default, second = default;
                Candidate candidate = Ladder.Next(Luck, person, ref first, 30, ceiling, 0, Horizon);
                Assert.Equal(candidate.Time, Ladder.NextTime(Luck, person, ref second, 30, ceiling, 0, Horizon));
                Assert.Equal(first, second);
            }
        }
    }

    /// <summary>Times at which a candidate found under one ceiling reaches below another, from month 20 on.</summary>
    private static List<double> Reached(ulong person, Ceiling ceiling, Ceiling hazard)
    {
        var events = new List<double>();
        var chain = default(Chain);
        for (Candidate found = new(20, 0); (found = Ladder.Next(Luck, person, ref chain, found.Time, ceiling, 20, 400)).Time < 400;)
        {
            if (found.Height < hazard.After((int)found.Time - 20))
            {
                events.Add(found.Time);
            }
        }

        return events;
    }

    private static List<double> Events(ulong person, double hazard, int months, double above = 0, int most = int.MaxValue)
    {
        var events = new List<double>();
        var chain = default(Chain);
        Ceiling ceiling = Ladder.Under(Math.Max(hazard, above));
        for (double time = 0; events.Count < most;)
        {
            Candidate candidate = Ladder.Next(Luck, person, ref chain, time, ceiling, 0, months);
            if (double.IsInfinity(candidate.Time))
            {
                break;
            }

            time = candidate.Time;
            if (candidate.Height < hazard)
            {
                events.Add(time);
            }
        }

        return events;
    }
}
