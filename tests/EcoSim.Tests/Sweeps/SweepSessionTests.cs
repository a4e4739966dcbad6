using System.Globalization;
using EcoSim.Cli;
using EcoSim.Cli.Sweeping;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Sweeps;

/// <summary>The command from its argument to its tables, on made-up runs.</summary>
public sealed class SweepSessionTests
{
    [Fact]
    public void Every_point_has_every_replicate_and_its_mean()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, string error) = SweepFiles.Sweep(root, SweepFiles.Grid, SweepFiles.Simulate);
        Assert.Equal((ExitStatus.Done, ""), (status, error));
        Assert.Contains("channels.talent", output);
        Assert.Equal(9, SweepFiles.Rows(root, "design.csv").Length);
        Assert.Equal(27, SweepFiles.Rows(root, "runs.csv").Length);

        // Column 0 in month 5 of replicates 0, 1, 2 is 5, 1005, 2005; at the last point talent adds 8 and cloud 4.
        string[] last = Assert.Single(SweepFiles.Rows(root, "summary.csv"), row => row[0] == "8" && row[1] == "ecosystem_value");
        double column = EcoSim.Model.Observation.Observables.IndexOf("ecosystem_value") / 8.0;
        Assert.Equal(1005 + column + 12, Number(last[2]), 1e-9);
        Assert.Equal((1000.0, "3"), (Math.Round(Number(last[3]), 9), last[4]));
        double margin = 4.30265 * 1000 / Math.Sqrt(3);
        Assert.Equal(1017 + column - margin, Number(last[5]), 1e-2);
    }

    [Fact]
    public void Points_that_do_not_differ_are_run_once()
    {
        using var root = new TemporaryFolder();
        root.Write("points.csv", "point,channels.talent\n0,0.5\n1,1\n2,0.5\n");
        int runs = 0;
        SweepFiles.Sweep(root, SweepFiles.Grid.Replace("\"grid\"", "{\"csv\": \"points.csv\"}").Replace("\"parameters\": { \"channels.talent\": [0, 0.5, 1], \"channels.cloud\": { \"from\": 0, \"to\": 1, \"steps\": 3 } },", ""), Counting(() => runs++));
        Assert.Equal(2 * 3, runs);
        Assert.Equal(9, SweepFiles.Rows(root, "runs.csv").Length);
    }

    [Fact]
    public void Interrupted_and_repeated_it_does_only_the_rest_and_ends_with_the_same_bytes()
    {
        using TemporaryFolder root = new(), whole = new();
        using var stop = new CancellationTokenSource();
        int runs = 0;
        (ExitStatus status, _, string error) = SweepFiles.Sweep(root, SweepFiles.Grid, Counting(() =>
        {
            if (++runs == 10)
            {
                stop.Cancel();
            }
        }), cancel: stop.Token);
        Assert.Equal(ExitStatus.Interrupted, status);
        Assert.Contains("the same command goes on from there", error);
        Assert.False(Directory.Exists(Path.Combine(root["out"], "sweep-tiny")));

        int again = 0;
        Assert.Equal(ExitStatus.Done, SweepFiles.Sweep(root, SweepFiles.Grid, Counting(() => again++)).Status);
        Assert.Equal(27, runs + again);
        SweepFiles.Sweep(whole, SweepFiles.Grid, SweepFiles.Simulate);
        Assert.All(SweepFiles.Tables, name => Assert.Equal(SweepFiles.Text(whole, name), SweepFiles.Text(root, name)));
    }

    [Fact]
    public void More_replicates_points_or_outcomes_add_only_what_is_missing()
    {
        using var root = new TemporaryFolder();
        SweepFiles.Sweep(root, SweepFiles.Grid, SweepFiles.Simulate);
        Assert.Equal(9, RunsOf(root, SweepFiles.Grid.Replace("\"replicates\": 3", "\"replicates\": 4")));
        Assert.Equal(12, RunsOf(root, SweepFiles.Grid.Replace("[0, 0.5, 1]", "[0, 0.25, 0.5, 1]").Replace("\"replicates\": 3", "\"replicates\": 4")));
        Assert.Equal(0, RunsOf(root, SweepFiles.Grid.Replace("\"ecosystem_value\",", "\"ecosystem_value\", \"startups_alive\",")));
        Assert.Equal(27, RunsOf(root, SweepFiles.Grid.Replace("rent:mean:0-3", "rent:mean:0-2")));
        Assert.Equal(27, RunsOf(root, SweepFiles.Grid.Replace("\"months\": 6", "\"months\": 7")));
    }

    [Fact]
    public void A_failed_run_is_a_row_with_its_message_and_the_rest_go_on()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, _, string error) = SweepFiles.Sweep(root, SweepFiles.Grid, (plan, replicate, options, month, cancel) =>
            replicate == 1 && plan.Parameters.Channels is { Talent: 0.5, Cloud: 1 }
                ? throw new InvalidOperationException("broken, \"badly\"")
                : SweepFiles.Simulate(plan, replicate, options, month, cancel));
        Assert.Equal(ExitStatus.ReplicateFailed, status);
        Assert.Contains("replicate 1 of point 5 failed in building the world: InvalidOperationException", error);
        string[] failed = Assert.Single(SweepFiles.Rows(root, "runs.csv"), row => row[2] == "failed");
        Assert.Equal(["5", "1", "failed", "", "", "1", "building the world", "InvalidOperationException: broken; 'badly'"], failed);
        Assert.Equal("2", Assert.Single(SweepFiles.Rows(root, "summary.csv"), row => row[0] == "5" && row[1] == "ecosystem_value")[4]);
    }

    [Fact]
    public void Switched_off_the_store_keeps_nothing_and_says_so()
    {
        using var root = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        (ExitStatus status, _, string error) = SweepFiles.Sweep(
            root, SweepFiles.Grid, Counting(stop.Cancel), request: SweepFiles.Request(root, store: "none"), cancel: stop.Token);
        Assert.Equal(ExitStatus.Interrupted, status);
        Assert.Contains("none is kept", error);
        Assert.False(Directory.Exists(Path.Combine(root["out"], ".store")));
    }

    [Fact]
    public void A_dry_run_says_what_it_takes_and_keeps_its_pilot()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, _) = SweepFiles.Sweep(root, SweepFiles.Grid, SweepFiles.Simulate, SweepRequest.Usual with { DryRun = true });
        Assert.Equal(ExitStatus.Done, status);
        Assert.All(new[] { "points", "rows", "runs", "time", "memory", "disk" }, word => Assert.Contains($"\n{word} ", output));
        Assert.False(Directory.Exists(Path.Combine(root["out"], "sweep-tiny")));
    }

    [Fact]
    public void A_budget_chooses_replicates_of_a_grid_and_points_of_a_sequence()
    {
        using var root = new TemporaryFolder();
        SweepRequest budget = SweepRequest.Usual with { Budget = TimeSpan.FromSeconds(4) };
        Simulate slow = (plan, replicate, options, month, cancel) =>
        {
            Thread.Sleep(20);
            return SweepFiles.Simulate(plan, replicate, options, month, cancel);
        };
        Assert.Equal(ExitStatus.Done, SweepFiles.Sweep(root, SweepFiles.Grid, slow, budget).Status);
        Assert.InRange(SweepFiles.Rows(root, "runs.csv").Length, 9, 4000 / 20 + 9);
        Assert.Equal(ExitStatus.Done, SweepFiles.Sweep(root, SweepFiles.Grid.Replace("\"grid\"", "\"sobol\""), slow, budget).Status);
        int points = SweepFiles.Rows(root, "design.csv").Length;
        Assert.True(int.IsPow2(points), $"{points} points");
        RefusedException refused = Assert.Throws<RefusedException>(() => SweepFiles.Sweep(root, SweepFiles.Grid, slow, SweepRequest.Usual with { Budget = TimeSpan.FromMilliseconds(1) }));
        Assert.Contains("Allow more time", refused.Message);
    }

    private static int RunsOf(TemporaryFolder root, string experiment)
    {
        int runs = 0;
        Assert.Equal(ExitStatus.Done, SweepFiles.Sweep(root, experiment, Counting(() => runs++)).Status);
        return runs;
    }

    private static Simulate Counting(Action count) => (plan, replicate, options, month, cancel) =>
    {
        RunResult run = SweepFiles.Simulate(plan, replicate, options, month, cancel);
        count();
        return run;
    };

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
