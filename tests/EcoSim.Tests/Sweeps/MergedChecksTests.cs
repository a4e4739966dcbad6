using EcoSim.Cli;
using EcoSim.Experiments.Results;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Sweeps;

/// <summary>A merged sweep counts as verified when all of its parts do.</summary>
public sealed class MergedChecksTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void The_manifest_says_whether_every_part_was_verified(bool first, bool second)
    {
        using var root = new TemporaryFolder();
        Run(1, first);
        Run(2, second);
        CommandLineRun merged = CommandLineRun.Of("merge", Part(1), Part(2), "--out", root["out"]);
        Assert.Equal(ExitStatus.Done, merged.Status);
        Assert.Equal(first && second, ManifestText.Read(Path.Combine(root["out"], "sweep-tiny", Manifest.FileName))!.Checked);

        void Run(int part, bool check) => Assert.Equal(
            ExitStatus.Done,
            SweepFiles.Sweep(root, SweepFiles.Grid, SweepFiles.Simulate, SweepFiles.Part(part, 2), SweepFiles.Request(root) with { Check = check }).Status);

        string Part(int number) => Path.Combine(root["out"], $"sweep-tiny-shard-{number}-of-2");
    }
}
