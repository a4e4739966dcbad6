using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Engine;

/// <summary>Evaluated by the month or by the half month, a hazard gives the same events.</summary>
public sealed class HalfMonthTests
{
    [Fact]
    public void Two_half_months_are_survived_as_often_as_one()
    {
        for (double hazard = 0.001; hazard < 3; hazard *= 1.7)
        {
            double half = Hazard.Probability(hazard / 2);
            Assert.Equal(1 - Hazard.Probability(hazard), (1 - half) * (1 - half), 12);
        }
    }

    [Fact]
    public void A_clock_rings_in_the_same_month()
    {
        const int Clocks = 4000, Months = 240;
        var luck = new Draw(3);
        int[] monthly = Ringing(luck, Clocks, Months, 1);
        int[] halfMonthly = Ringing(luck, Clocks, Months, 2);
        for (int clock = 0; clock < Clocks; clock++)
        {
            Assert.Equal(monthly[clock], halfMonthly[clock]);
        }
    }

    /// <summary>Month in which each of many clocks first rings under a hazard that changes from month to month.</summary>
    private static int[] Ringing(Draw luck, int clocks, int months, int steps)
    {
        var first = new int[clocks];
        Array.Fill(first, months);
        Column column = new Concerns(clocks).WorkClock;
        for (int clock = 0; clock < clocks; clock++)
        {
            column[clock] = HazardClock.Wind(luck, Decision.Milestone, Draw.Child(5, clock), 0);
        }

        for (int month = 0; month < months; month++)
        {
            // Halves of a number are exact, so the sums are those of whole months to the last bit but for rounding of the rest.
            Vector256<double> hazard = Vector256.Create((1 + month % 7) / 256.0 / steps);
            for (int step = 0; step < steps; step++)
            {
                for (int place = 0; place < clocks; place += Column.Lanes)
                {
                    uint rings = HazardClock.Rings(column, place, hazard);
                    for (int lane = 0; lane < Column.Lanes; lane++)
                    {
                        if ((rings >> lane & 1) != 0)
                        {
                            first[place + lane] = Math.Min(first[place + lane], month);
                        }
                    }
                }
            }
        }

        return first;
    }
}
