using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Tests.Randomness;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Engine;

/// <summary>Thinning gives the process that a dense walk over time would give, and keeps luck when hazards change.</summary>
public sealed class LadderTests
{
    private const int Horizon = 4000;
    private const int People = 20_000;
    private static readonly Draw Luck = new(17);
    private static readonly Ladder Ladder = new(Key.Any, 1.0 / 64);

    [Theory]
    [InlineData(0.002)]
    [InlineData(1.0 / 64)]
    [InlineData(0.05)]
    [InlineData(0.9)]
    [InlineData(5)]
    public void Waiting_is_exponential(double hazard)
    {
        double[] waits = [.. Enumerable.Range(0, People).Select(p => First((ulong)p, hazard, 0))];
        double within = 1 - Math.Exp(-hazard * Horizon);
        Distribution.Follows([.. waits.Where(double.IsFinite)], t => (1 - Math.Exp(-hazard * t)) / within, 5, $"waiting at hazard {hazard}");

        // Cut at the horizon, the mean is (1 − exp(−hT))/h, and the spread at most that of the uncut wait.
        Sigma.Mean(waits.Average(t => Math.Min(t, Horizon)), within / hazard, 1 / hazard, People, 5, $"mean waiting at hazard {hazard}");
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    public void Arrivals_are_poisson(double hazard)
    {
        const int months = 100;
        double[] counts = [.. Enumerable.Range(0, 5000).Select(p => (double)Events((ulong)p, hazard, months).Count)];
        double mean = hazard * months;
        Sigma.Mean(counts.Average(), mean, Math.Sqrt(mean), counts.Length, 5, $"arrivals at hazard {hazard}");

        // Fourth central moment of a Poisson variable: μ + 3μ²; so its sample variance has variance (μ + 2μ²)/n.
        Sigma.Mean(counts.Average(c => (c - mean) * (c - mean)), mean, Math.Sqrt(mean + 2 * mean * mean), counts.Length, 5, $"variance of arrivals at hazard {hazard}");
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.2)]
    public void The_month_of_the_event_is_distributed_as_a_coin_each_month(double hazard)
    {
        int[] thinned = new int[51], dense = new int[51];
        double chance = Hazard.Probability(hazard);
        for (int person = 0; person < People; person++)
        {
            thinned[(int)Math.Min(First((ulong)person, hazard, 0), 50)]++;
            int month = 0;
            while (month < 50 && Luck.Uniform(Key.Any, (ulong)(person + People), month, 1) >= chance)
            {
                month++;
            }

            dense[month]++;
        }

        Distribution.SameCounts(thinned, dense, 5, $"month of the event at hazard {hazard}");
    }

    [Fact]
    public void A_higher_hazard_keeps_every_event_and_adds_some()
    {
        for (ulong person = 0; person < 300; person++)
        {
            List<double> fewer = Events(person, 0.02, 300), more = Events(person, 0.11, 300);
            Assert.Subset(new HashSet<double>(more), new HashSet<double>(fewer));
        }
    }

    [Fact]
    public void A_higher_bound_moves_no_event()
    {
        for (ulong person = 0; person < 300; person++)
        {
            List<double> tight = Events(person, 0.02, 300), loose = Events(person, 0.02, 300, extraRungs: 5);
            Assert.Equal(tight, loose);
        }
    }

    [Fact]
    public void The_next_event_is_the_same_from_wherever_one_looks()
    {
        for (ulong person = 0; person < 100; person++)
        {
            List<double> events = Events(person, 0.05, 400);
            for (int month = 0; month < 400; month += 7)
            {
                double expected = events.Where(t => t > month).DefaultIfEmpty(double.PositiveInfinity).First();
                double found = First(person, 0.05, month);
                Assert.Equal(expected, found < 400 ? found : double.PositiveInfinity);
            }
        }
    }

    private static double First(ulong person, double hazard, double after) => First(person, hazard, after, Ladder.RungFor(hazard));

    private static double First(ulong person, double hazard, double after, int rung)
    {
        while (true)
        {
            Candidate candidate = Ladder.Next(Luck, person, after, rung, Horizon);
            if (double.IsInfinity(candidate.Time) || candidate.Height < hazard)
            {
                return candidate.Time;
            }

            after = candidate.Time;
        }
    }

    private static List<double> Events(ulong person, double hazard, int months, int extraRungs = 0)
    {
        var events = new List<double>();
        for (double time = 0; (time = First(person, hazard, time, Ladder.RungFor(hazard) + extraRungs)) < months;)
        {
            events.Add(time);
        }

        return events;
    }
}
