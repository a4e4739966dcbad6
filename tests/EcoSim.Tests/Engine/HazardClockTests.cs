using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;
using EcoSim.Tests.Randomness;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Engine;

/// <summary>A clock rings within a month with the probability of the month's hazard, whatever came before.</summary>
public sealed class HazardClockTests
{
    private const int Clocks = 40_000;
    private static readonly Draw Luck = new(5);

    [Theory]
    [InlineData(0.01, 0.3)]
    [InlineData(0.8, 0.05)]
    [InlineData(3, 0.5)]
    public void Ringing_in_the_second_month_depends_on_its_hazard_alone(double first, double second)
    {
        int left = 0, rung = 0;
        var concerns = new Concerns(Column.Lanes);
        for (int i = 0; i < Clocks; i += Column.Lanes)
        {
            for (int lane = 0; lane < Column.Lanes; lane++)
            {
                concerns.WorkClock[lane] = HazardClock.Wind(Luck, Key.Any, (ulong)(i + lane), 0);
            }

            uint before = HazardClock.Rings(concerns.WorkClock, 0, Vector256.Create(first));
            uint after = HazardClock.Rings(concerns.WorkClock, 0, Vector256.Create(second));
            Assert.Equal(before, before & after);
            left += Column.Lanes - System.Numerics.BitOperations.PopCount(before);
            rung += System.Numerics.BitOperations.PopCount(after & ~before);
        }

        Sigma.Share(Clocks - left, Clocks, Hazard.Probability(first), 5, $"rung at hazard {first}");
        Sigma.Share(rung, left, Hazard.Probability(second), 5, $"rung at hazard {second} after {first}");
    }
}
