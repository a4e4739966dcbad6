using System.Globalization;
using System.Text.Json;
using EcoSim.Cli;
using EcoSim.Cli.Calibrating;
using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Calibration;

/// <summary>The command from its argument to its tables, on made-up measures.</summary>
public sealed class CalibrateSessionTests
{
    [Fact]
    public void A_free_parameter_that_is_set_is_said_to_be_free()
    {
        using var root = new TemporaryFolder();
        (_, _, string error) = CalibrationFiles.Calibrate(root, sets: "spinOuts.baseHazard=0.002");
        Assert.Contains("--set spinOuts.baseHazard changes the scenario's own value only, for spinOuts.baseHazard is free in this calibration.", error);
        using var other = new TemporaryFolder();
        Assert.DoesNotContain("--set", CalibrationFiles.Calibrate(other, sets: "spinOuts.graduateFounding=0.004").Error);
    }

    [Fact]
    public void It_finds_what_fits_and_says_what_pins_it()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, string error) = CalibrationFiles.Calibrate(root);
        Assert.Equal((ExitStatus.Done, ""), (status, error));
        Assert.Contains("channels.talent", output);
        Dictionary<string, string>[] parameters = CalibrationFiles.Rows(root, "parameters.csv");

        // 50 + 40 talent = 70 and 150 hazard = 0.3; the band's 90 % of a normal is 0.84 of its 95 %, and the interval need only hold the truth.
        AssertHolds(parameters[0], 0.5);
        AssertHolds(parameters[1], 0.002);
        Assert.Equal(["yes", "yes", "no"], parameters.Select(row => row["identified"]));
        Assert.Equal("B", parameters[1]["pinned_by"]);
        Assert.All(CalibrationFiles.Rows(root, "fit.csv"), row => Assert.Equal("yes", row["after_in_band"]));

        // The hazard is proportional to its parameter: elasticity one.
        Dictionary<string, string> elasticity = CalibrationFiles.Rows(root, "identification.csv").Single(row => row["parameter"] == "spinOuts.baseHazard" && row["id"] == "B");
        Assert.Equal(1, Number(elasticity["elasticity"]), 5 * Number(elasticity["standard_error"]) + 0.02);
    }

    [Fact]
    public void All_outputs_are_there_and_the_overlay_runs()
    {
        using var root = new TemporaryFolder();
        Assert.Equal(ExitStatus.Done, CalibrationFiles.Calibrate(root, plots: true).Status);
        string folder = Path.Combine(root["out"], "calibrate-tiny");
        Assert.All(CalibrationFiles.Tables.Concat(["manifest.json", "report.html"]), name => Assert.True(File.Exists(Path.Combine(folder, name)), name));
        Assert.All(new[] { "fit", "posterior", "identification", "pairs", "waves" }, name => Assert.True(
            File.Exists(Path.Combine(folder, "figures", name + ".png")) && File.Exists(Path.Combine(folder, "figures", name + ".svg")), name));
        Assert.Equal(["draw", "channels.talent", "spinOuts.baseHazard", "channels.hub", "distance"], CalibrationFiles.Rows(root, "posterior.csv")[0].Keys);
        Assert.Equal(200, CalibrationFiles.Rows(root, "posterior.csv").Length);

        ScenarioReading reading = ScenarioReader.Read(Path.Combine(folder, "calibrated.json"), []);
        Scenario scenario = reading.Scenario ?? throw new InvalidOperationException(ProblemText.Write(reading.Problems));
        Assert.Equal("tiny-calibrated", scenario.Name);
        Assert.Equal((1.3, 3), (scenario.Plan.Parameters.Exits.Premium, scenario.Plan.Parameters.Run.Replicates));
        Assert.All(CalibrationFiles.Rows(root, "parameters.csv"), row => Assert.Equal(Number(row["estimate"]), Catalogue.Get(row["parameter"]).Get(scenario.Plan.Parameters)));

        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")));
        Assert.All(
            new[] { "seed", "design_seed", "version", "model_build", "command_line", "priors", "points", "waves", "replicates", "confirm_replicates", "condition", "not_pinned_down" },
            name => Assert.True(manifest.RootElement.TryGetProperty(name, out _), name));
        Assert.Equal("channels.hub", manifest.RootElement.GetProperty("not_pinned_down")[0].GetString());
    }

    [Fact]
    public void Interrupted_and_repeated_it_does_only_the_rest_and_ends_with_the_same_bytes()
    {
        using TemporaryFolder root = new(), whole = new();
        using var stop = new CancellationTokenSource();
        int calls = 0;
        (ExitStatus status, _, string error) = CalibrationFiles.Calibrate(root, Counting(() =>
        {
            if (++calls == 60)
            {
                stop.Cancel();
            }
        }), cancel: stop.Token);
        Assert.Equal(ExitStatus.Interrupted, status);
        Assert.Contains("the same command goes on from there", error);
        Assert.False(Directory.Exists(Path.Combine(root["out"], "calibrate-tiny")));

        int again = 0, all = 0;
        Assert.Equal(ExitStatus.Done, CalibrationFiles.Calibrate(root, Counting(() => again++)).Status);
        CalibrationFiles.Calibrate(whole, Counting(() => all++));
        Assert.Equal(all, calls + again);
        Assert.All(CalibrationFiles.Tables, name => Assert.Equal(CalibrationFiles.Text(whole, name).Replace(whole.Path, root.Path), CalibrationFiles.Text(root, name)));

        int third = 0;
        CalibrationFiles.Calibrate(root, Counting(() => third++));
        Assert.Equal(0, third);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        using TemporaryFolder one = new(), three = new();
        CalibrationFiles.Calibrate(one);
        CalibrationFiles.Calibrate(three, threads: 3);
        Assert.All(CalibrationFiles.Tables, name => Assert.Equal(CalibrationFiles.Text(one, name), CalibrationFiles.Text(three, name)));
    }

    [Fact]
    public void Everything_wrong_is_said_at_once_and_nothing_is_run()
    {
        using var root = new TemporaryFolder();
        string calibration = CalibrationFiles.Tiny
            .Replace("channels.hub", "channels.hubb").Replace("\"points\": 48", "\"points\": 2").Replace("\"waves\"", "\"wafes\"")
            .Replace("\"channels.talent\": { \"distribution\": \"uniform\" }", "\"channels.talent\": [0, 1]");
        string targets = root.Write("wrong.csv", "id,measure,value,low,high\nA,survival_share_age_9,70,80,60\n");
        int calls = 0;
        (ExitStatus status, _, string error) = CalibrationFiles.Calibrate(root, Counting(() => calls++), new CalibrateRequest(Targets: targets), calibration: calibration, sets: "exits.premiun=1");
        Assert.Equal((ExitStatus.Invalid, 0), (status, calls));
        Assert.All(new[] { "channels.hubb", "calibration.points", "wafes", "levels, between which", "survival_share_age_9", "exits.premiun" }, wrong => Assert.Contains(wrong, error));
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_nearest_one()
    {
        CalibrationReading reading = CalibrationReader.Read("basline", [], null);
        Assert.Contains("baseline", ProblemText.Write(reading.Problems));
        Assert.Null(reading.Task);
    }

    [Fact]
    public void A_point_that_fails_is_left_out_and_said()
    {
        using var root = new TemporaryFolder();
        int calls = 0;
        (ExitStatus status, _, string error) = CalibrationFiles.Calibrate(root, (plan, first, count, month, cancel) =>
            Interlocked.Increment(ref calls) == 10 ? throw new InvalidOperationException("broken") : CalibrationFiles.Measure(plan, first, count, month, cancel));
        Assert.Equal(ExitStatus.ReplicateFailed, status);
        Assert.Contains("broken", error);
        Assert.True(File.Exists(Path.Combine(root["out"], "calibrate-tiny", "posterior.csv")));
    }

    [Fact]
    public void Recovery_counts_how_often_intervals_hold_the_truth()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, _) = CalibrationFiles.Calibrate(root, asked: new CalibrateRequest(Recovery: 5), plots: true);
        Assert.Equal(ExitStatus.Done, status);
        Assert.Contains("of 5", output);
        Dictionary<string, string>[] rows = CalibrationFiles.Rows(root, "recovery.csv", "calibrate-tiny-recovery");

        // Ten intervals of what is identified, nine expected to hold; four standard errors are left.
        int held = rows.Take(2).Sum(row => int.Parse(row["held"], CultureInfo.InvariantCulture));
        Assert.True(held >= 9 - 4 * Math.Sqrt(10 * 0.9 * 0.1), $"{held} of 10 held");
        Dictionary<string, string>[] trials = CalibrationFiles.Rows(root, "trials.csv", "calibrate-tiny-recovery");
        Assert.All(rows, row => Assert.Equal(row["held"], $"{trials.Count(trial => trial["parameter"] == row["parameter"] && trial["held"] == "yes")}"));
        Assert.Equal("0", rows[2]["identified"]);
        Assert.Equal(15, trials.Length);
        Assert.True(File.Exists(Path.Combine(root["out"], "calibrate-tiny-recovery", "figures", "recovery.png")));
    }

    [Fact]
    public void A_dry_run_tells_the_size_and_a_budget_chooses_it()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, _) = CalibrationFiles.Calibrate(root, asked: new CalibrateRequest(DryRun: true));
        Assert.Equal(ExitStatus.Done, status);
        Assert.All(new[] { "points", "size", "runs", "time" }, word => Assert.Contains($"\n{word} ", output));
        Assert.False(Directory.Exists(Path.Combine(root["out"], "calibrate-tiny")));

        CalibrationTask task = CalibrationReader.Read(root["tiny.json"], [], root["figures.csv"]).Task!;

        // 80 points a wave of 48 and 32 with two replicates are 160 runs, and 3 times 4 confirm: 200 s on one thread leave 180 runs, those of 48 points.
        Assert.Equal(48, CalibrationSize.Fit(task, null, TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(1), 1).Choice.Points);
        Assert.Throws<EcoSim.Experiments.Results.RefusedException>(() => CalibrationSize.Fit(task, null, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1), 1));
    }

    private static void AssertHolds(Dictionary<string, string> row, double truth)
    {
        Assert.InRange(truth, Number(row["ci_low"]), Number(row["ci_high"]));
        Assert.InRange(Number(row["estimate"]), Number(row["ci_low"]), Number(row["ci_high"]));
    }

    private static MeasurePlan Counting(Action count) => (plan, first, replicates, month, cancel) =>
    {
        IReadOnlyList<PooledEstimate> measured = CalibrationFiles.Measure(plan, first, replicates, month, cancel);
        count();
        return measured;
    };

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
