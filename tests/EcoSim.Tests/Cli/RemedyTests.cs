using EcoSim.Cli;
using EcoSim.Experiments.Results;
using EcoSim.Tests.Results;
using EcoSim.Tests.Sweeps;

namespace EcoSim.Tests.Cli;

/// <summary>A message names the option that was typed, the cause as it is, and the command that helps.</summary>
public sealed class RemedyTests
{
    [Theory]
    [InlineData("--replicates", "0", "found 0, which is too small; allowed is a whole number from 1 to")]
    [InlineData("--replicates", "many", "found many; allowed is a whole number from 1 to")]
    [InlineData("--seed", "1.5", "found 1.5, which is not whole; allowed is a whole number from 0 to")]
    [InlineData("--months", "0", "found 0, which is too small; allowed is a whole number from 1 to")]
    public void A_mistake_is_told_of_the_option_that_was_typed(string option, string value, string expected)
    {
        CommandLineRun run = CommandLineRun.Of("run", "baseline", option, value);
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains($"ecosim: {option}: {expected}", run.Error);
        Assert.DoesNotContain("--set", run.Error);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said_to_be_so()
    {
        using var root = new TemporaryFolder();
        string below = Path.Combine(root.Write("file", ""), "below");
        CommandLineRun run = CommandLineRun.Of("run", CommandLineRun.TinyScenario(root), "--out", below, "--store", "none");
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains($"the folder '{below}' is not writable", run.Error);
        Assert.Contains("name another folder with --out", run.Error);
    }

    [Fact]
    public void A_run_goes_on_without_a_store_that_cannot_be_written_and_a_sweep_ends()
    {
        using var root = new TemporaryFolder();
        string below = Path.Combine(root.Write("file", ""), "below");
        CommandLineRun run = CommandLineRun.Of("run", CommandLineRun.TinyScenario(root), "--replicates", "1", "--out", root["out"], "--store", below, "--no-plots");
        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Contains($"the folder '{below}' is not writable", run.Error);

        RefusedException refused = Assert.Throws<RefusedException>(() => SweepFiles.Sweep(root, SweepFiles.Grid, SweepFiles.Simulate, request: SweepFiles.Request(root, store: below)));
        Assert.Contains("is not writable", refused.Message);
        Assert.Contains("--store", refused.Message);
        Assert.DoesNotContain("make room", refused.Message);
    }

    [Fact]
    public void Only_a_full_disk_wants_room()
    {
        Assert.Contains("make room", WriteFault.Of("store", new IOException("No space left on device", 28), "--store"));
        Assert.IsType<IOException>(WriteFault.Ending("Runs", "store", new IOException("No space left on device", 28), "--store", ""));
        Assert.Contains("not writable", WriteFault.Of("store", new UnauthorizedAccessException("Access denied."), "--store"));
        Assert.Contains("not writable", WriteFault.Of("store", new IOException("Read-only file system", 30), "--store"));
    }

    [Theory]
    [InlineData("compare", "baseline", "results/nothing-yet", "Run first: ecosim run nothing-yet")]
    [InlineData("compare", "other/nothing-yet", "baseline", "Run first: ecosim run nothing-yet --out other")]
    [InlineData("explain", "results/nothing-yet", "s1", "Run first: ecosim run nothing-yet")]
    [InlineData("query", "results/sweep-nothing-yet", "select 1", "Run first: ecosim sweep nothing-yet")]
    public void A_result_that_does_not_exist_is_to_be_run_first(string command, string first, string second, string expected)
    {
        CommandLineRun run = CommandLineRun.Of(command, first, second);
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains("There is no result", run.Error);
        Assert.EndsWith(expected, run.Error.TrimEnd());
    }

    [Fact]
    public void Nor_is_one_to_explain_against()
    {
        using var root = new TemporaryFolder();
        Assert.Equal(ExitStatus.Done, CommandLineRun.Of("run", CommandLineRun.TinyScenario(root), "--replicates", "1", "--out", root["out"], "--no-plots", "--quiet").Status);
        CommandLineRun run = CommandLineRun.Of("explain", Path.Combine(root["out"], "tiny"), "s1", "--against", "results/nothing-yet");
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains("Run first: ecosim run nothing-yet", run.Error);
    }
}
