using EcoSim.Cli;
using EcoSim.Experiments.Results;
using EcoSim.Tests.Results;
using Xunit;

namespace EcoSim.Tests.Cli;

public class RunCommandTests
{
    [Fact]
    public void A_run_leaves_results_and_a_table()
    {
        using var root = new TemporaryFolder();
        CommandLineRun run = Run(root, CommandLineRun.TinyScenario(root));
        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
        Assert.Contains("ecosystem_value", run.Output);
        Assert.Contains("3 replicates of 6 months", run.Output);
        string[] files = [Manifest.FileName, SeriesCsv.Name, SummaryCsv.Name, ResultsWriter.ResolvedScenarioName];
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(root["out"], "tiny", file)), file));
    }

    [Fact]
    public void The_same_run_is_not_repeated_unless_forced()
    {
        using var root = new TemporaryFolder();
        string scenario = CommandLineRun.TinyScenario(root), manifest = Path.Combine(root["out"], "tiny", Manifest.FileName);
        CommandLineRun first = Run(root, scenario);
        File.AppendAllText(manifest, " ");
        string marked = File.ReadAllText(manifest);

        CommandLineRun again = CommandLineRun.Of("run", scenario, "--out", root["out"], "--no-plots");
        Assert.Equal((ExitStatus.Done, first.Output), (again.Status, again.Output));
        Assert.Contains("--force", again.Error);
        Assert.Equal(marked, File.ReadAllText(manifest));

        Run(root, scenario, "--force");
        Assert.NotEqual(marked, File.ReadAllText(manifest));
    }

    [Fact]
    public void A_check_says_of_how_many_runs_the_laws_held()
    {
        using var root = new TemporaryFolder();
        string scenario = CommandLineRun.TinyScenario(root);
        const string Held = "Conservation laws verified in every month of 6 runs.";
        Assert.DoesNotContain("Conservation laws", Run(root, scenario).Output);
        Assert.EndsWith(Held, Run(root, scenario, "--check").Output.TrimEnd());

        // Also where the same checked run is not repeated.
        Assert.EndsWith(Held, Run(root, scenario, "--check").Output.TrimEnd());
        Assert.EndsWith("every month of 1 run.", Run(root, scenario, "--check", "--replicates", "1", "--set", "run.counterfactual=false").Output.TrimEnd());
    }

    [Fact]
    public void Another_seed_is_another_run()
    {
        using var root = new TemporaryFolder();
        string scenario = CommandLineRun.TinyScenario(root);
        Run(root, scenario);
        CommandLineRun other = Run(root, scenario, "--seed", "7");
        Assert.Contains("seed 7", other.Output);
        Assert.Contains("\"seed\": 7", File.ReadAllText(Path.Combine(root["out"], "tiny", Manifest.FileName)));
    }

    [Fact]
    public void What_is_not_as_by_default_is_said_with_shocks_and_series()
    {
        using var root = new TemporaryFolder();
        root.Write("data.csv", "date,value\n2005-01,1\n2005-04,0.5\n");
        string scenario = root.Write("shaken.json", """
            {
              "name": "shaken", "run": {"months": 6, "replicates": 2, "seed": 3, "warmupMonths": 2}, "channels": {"talent": 0.5},
              "shocks": {
                "one": {"month": 2, "set": {"channels.cloud": 0.5}}, "two": {"month": 3, "set": {"channels.hub": 0.5}},
                "three": {"month": 4, "set": {"channels.capital": 0.5}}, "four": {"month": 5, "set": {"channels.spillover": 0.5}}
              },
              "series": {"compute.listPriceFactor": "data.csv"}
            }
            """);
        CommandLineRun run = Run(root, scenario);
        Assert.Contains("Other than the defaults: run.months = 6, run.warmupMonths = 2, channels.talent = 0.5; 4 shocks (one, two, three, ...), 1 series\n", run.Output.ReplaceLineEndings("\n"));
        Assert.Contains(">run.months</th>", File.ReadAllText(Path.Combine(root["out"], "shaken", "report.html")));
    }

    [Fact]
    public void One_replicate_has_no_band()
    {
        using var root = new TemporaryFolder();
        CommandLineRun run = Run(root, CommandLineRun.TinyScenario(root), "--replicates", "1");
        Assert.DoesNotContain("95 %", run.Output);
        Assert.Contains("1 replicate of", run.Output);
    }

    [Fact]
    public void Options_come_after_set()
    {
        using var root = new TemporaryFolder();
        CommandLineRun run = Run(root, CommandLineRun.TinyScenario(root), "--set", "run.months=9", "--set", "run.replicates=2", "--months", "4");
        Assert.Contains("2 replicates of 4 months", run.Output);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Threads_change_no_byte(int threads)
    {
        using var root = new TemporaryFolder();
        string scenario = CommandLineRun.TinyScenario(root);
        Run(root, scenario, "--threads", "2", "--ledger", "none");
        byte[] two = File.ReadAllBytes(Path.Combine(root["out"], "tiny", SeriesCsv.Name));
        Run(root, scenario, "--threads", $"{threads}", "--ledger", "all", "--force");
        Assert.Equal(two, File.ReadAllBytes(Path.Combine(root["out"], "tiny", SeriesCsv.Name)));
    }

    [Fact]
    public void One_invalid_scenario_stops_all_and_every_problem_is_said()
    {
        using var root = new TemporaryFolder();
        CommandLineRun run = Run(root, CommandLineRun.TinyScenario(root), root["missing.json"], root["absent.json"]);
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains("missing.json", run.Error);
        Assert.Contains("absent.json", run.Error);
        Assert.False(Directory.Exists(root["out"]));
    }

    [Fact]
    public void Two_scenarios_of_one_name_are_refused()
    {
        using var root = new TemporaryFolder();
        string scenario = CommandLineRun.TinyScenario(root);
        CommandLineRun run = Run(root, scenario, scenario);
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains("'tiny'", run.Error);
        Assert.False(Directory.Exists(root["out"]));
    }

    [Fact]
    public void An_unwritable_place_is_refused_before_the_run()
    {
        using var root = new TemporaryFolder();
        CommandLineRun run = CommandLineRun.Of("run", CommandLineRun.TinyScenario(root), "--out", root.Write("file", ""));
        Assert.Equal((ExitStatus.Invalid, ""), (run.Status, run.Output));
        Assert.Contains(root["file"], run.Error);
    }

    [Fact]
    public void A_run_larger_than_the_machine_is_refused_with_the_estimate()
    {
        using var root = new TemporaryFolder();
        CommandLineRun run = Run(root, CommandLineRun.TinyScenario(root), "--replicates", "1000000", "--months", "6000");
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Matches(@"about [\d.]+ [GT]i?B", run.Error);
        Assert.False(Directory.Exists(root["out"]));
    }

    private static CommandLineRun Run(TemporaryFolder root, params string[] args) =>
        CommandLineRun.Of(["run", .. args, "--out", root["out"], "--no-plots", "--quiet"]);
}
