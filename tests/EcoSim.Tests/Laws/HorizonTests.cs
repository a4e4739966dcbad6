using EcoSim.Model;

namespace EcoSim.Tests.Laws;

/// <summary>Nobody in the world knows when the run will end.</summary>
public sealed class HorizonTests
{
    public static TheoryData<string, double> Worlds => new()
    {
        { "channels.hub", 1 },
        { "anchor.present", 0 },
        { "secondAnchor.present", 1 },
        { "anchor.layoffShare", 0.05 },
    };

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_longer_run_begins_with_the_bytes_of_the_shorter_one(string path, double value)
    {
        RunResult longer = Trial.Run(Trial.Plan((path, value)), 1);
        foreach (int months in new[] { 1, 59, 60, Trial.Months - 1 })
        {
            RunResult shorter = Trial.Run(Trial.Plan((path, value), ("run.months", months)), 1);
            Assert.Equal(months, shorter.Series.Months);
            Trial.SameBytes(shorter, longer, months);
        }
    }
}
