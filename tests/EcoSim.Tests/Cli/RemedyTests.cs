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
        Assert.IsType<IOException>(WriteFault.Ending("Runs", "store", new IOException("No space left on device", 28), "--store", "runs"));
        Assert.Contains("not writable", WriteFault.Of("store", new UnauthorizedAccessException("Access denied."), "--store"));
        Assert.Contains("not writable", WriteFault.Of("store", new IOException("Read-only file system", 30), "--store"));
    }

    [Fact]
    public void Any_other_cause_is_told_as_it_is_and_is_no_bad_input()
    {
        Exception ended = WriteFault.Ending("Runs cannot be kept", "store", new IOException("Too many open files.", 24), "--store", "runs");
        Assert.IsType<IOException>(ended);
        Assert.Contains("cannot be written: Too many open files;", ended.Message);
        Assert.Contains("once that is mended the same command goes on from there; in another folder it begins anew", ended.Message);

        Exception refused = WriteFault.Ending("Runs cannot be kept", "store", new UnauthorizedAccessException("Access denied."), "--store", "runs");
        Assert.IsType<RefusedException>(refused);
        Assert.Contains("In another folder the command begins anew", refused.Message);
        Assert.DoesNotContain("mended", refused.Message);
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_and_a_file_in_that_of_a_folder_are_told()
    {
        using var root = new TemporaryFolder();
        string file = root.Write("out", "");
        CommandLineRun run = CommandLineRun.Of("run", CommandLineRun.TinyScenario(root), "--out", file, "--store", "none");
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains($"'{file}' is a file; name a folder with --out", run.Error);

        string lockFile = Directory.CreateDirectory(Path.Combine(root["results"], ".tiny.lock")).FullName;
        CommandLineRun blocked = CommandLineRun.Of("run", CommandLineRun.TinyScenario(root), "--out", root["results"], "--store", "none");
        Assert.Equal(ExitStatus.Fault, blocked.Status);
        Assert.Contains($"cannot be written: '{lockFile}' is a folder where a file should be", blocked.Error);
    }

    [Theory]
    [InlineData("compare", "baseline", "results/no-cloud", "Run first: ecosim run no-cloud")]
    [InlineData("compare", "other/validate-baseline", "baseline", "Run first: ecosim validate baseline --out other")]
    [InlineData("explain", "other/no-cloud", "s1", "Run first: ecosim run no-cloud --out other")]
    [InlineData("query", "results/sweep-first-try", "select 1", "Run first: ecosim sweep first-try")]
    [InlineData("query", "results/warm-up-baseline", "select 1", "Run first: ecosim validate baseline --warm-up")]
    [InlineData("query", "results/contested-baseline", "select 1", "Run first: ecosim validate baseline --contested")]
    [InlineData("query", "results/calibrate-baseline", "select 1", "Run first: ecosim calibrate baseline")]
    [InlineData("query", "results/calibrate-baseline-recovery", "select 1", "Run first: ecosim calibrate baseline --recovery 10")]
    [InlineData("query", "results/compare-baseline-no-cloud", "select 1", "Run first: ecosim compare BASELINE OTHER")]
    [InlineData("query", "results/baselin", "select 1", "Did you mean 'results/baseline'? Run first: ecosim run baseline")]
    [InlineData("query", "results/nothing-yet", "select 1", "'ecosim describe scenarios' lists what can be run.")]
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
        CommandLineRun run = CommandLineRun.Of("explain", Path.Combine(root["out"], "tiny"), "s1", "--against", "results/no-cloud");
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains("Run first: ecosim run no-cloud", run.Error);

        // A result beside it whose name is near, and a file of one.
        Assert.Contains($"Did you mean '{Path.Combine(root["out"], "tiny")}'?", CommandLineRun.Of("query", Path.Combine(root["out"], "tinny"), "select 1").Error);
        Assert.Contains($"is a file; allowed is the folder of a result: '{Path.Combine(root["out"], "tiny")}'.", CommandLineRun.Of("query", Path.Combine(root["out"], "tiny", "series.csv"), "select 1").Error);
    }

    [Theory]
    [InlineData("scenarios/baselin", "did you mean \"baseline\"?")]
    [InlineData("clouds", ", such as no-cloud; `ecosim")]
    [InlineData("xyzzy", "the name of a shipped one; `ecosim describe scenarios` lists them")]
    public void A_mistyped_scenario_is_told_what_is_like_it_and_where_all_are_listed(string typed, string expected)
    {
        CommandLineRun run = CommandLineRun.Of("compare", typed, "baseline");
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains(expected, run.Error);
        Assert.Contains("`ecosim describe scenarios` lists them", run.Error);
        Assert.DoesNotContain("There is no result", run.Error);
    }
}
