using System.Diagnostics;
using EcoSim.Cli;
using EcoSim.Cli.Sweeping;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Experiments.Sweeps.Reading;
using EcoSim.Experiments.Sweeps.Results;
using EcoSim.Experiments.Sweeps.Runs;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Sweeps;

/// <summary>A sweep of the model gives the same bytes however it is run.</summary>
public sealed class SameSweepTests
{
    private const string Experiment =
        """
        { "name": "tiny", "run": { "months": 12, "warmupMonths": 6 }, "population": { "workers": 1500 }, "replicates": 2, "points": 6, "design": "latin-hypercube",
          "parameters": { "channels.talent": { "distribution": "uniform" }, "anchor.present": [true, false], "hub.retention": { "from": 0.2, "to": 0.8 } } }
        """;

    [Fact]
    public void Threads_and_order_change_nothing()
    {
        using TemporaryFolder one = new(), seven = new();
        Assert.Equal(ExitStatus.Done, SweepFiles.Sweep(one, Experiment, null).Status);
        Assert.Equal(ExitStatus.Done, SweepFiles.Sweep(seven, Experiment, null, request: SweepFiles.Request(seven, threads: 7)).Status);
        RequireSame(one, seven);

        var experiment = ExperimentReader.Read(one["tiny.json"], [], new ExperimentUse(true)).Experiment!;
        var worlds = new SweepWorlds(experiment, DesignTable.Of(experiment, 6));
        var outcomes = new SweepOutcomes(worlds.Count, 2, experiment.Outcomes.Count);
        new SweepRunner(worlds, outcomes, null, check: false).Run([7, 0, 11, 3, 9, 1, 10, 2, 5, 4, 8, 6], 3, null, default);
        using var runs = new MemoryStream();
        SweepCsv.WriteRuns(runs, experiment.Outcomes.Select(outcome => outcome.Name), SweepRows.Of(worlds, outcomes, Shard.Whole));
        Assert.Equal(File.ReadAllBytes(Path.Combine(one["out"], "sweep-tiny", "runs.csv")), runs.ToArray());
    }

    [Fact]
    public void Merged_parts_are_the_whole()
    {
        using TemporaryFolder whole = new(), parts = new();
        SweepFiles.Sweep(whole, Experiment, null);
        foreach (int part in new[] { 3, 1, 2 })
        {
            // A machine of its own: its store holds only its part.
            Assert.Equal(ExitStatus.Done, SweepFiles.Sweep(parts, Experiment, null, SweepFiles.Part(part, 3), SweepFiles.Request(parts, store: parts[$"store-{part}"])).Status);
        }

        string[] folders = [.. new[] { 2, 3, 1 }.Select(part => Path.Combine(parts["out"], $"sweep-tiny-shard-{part}-of-3"))];
        CommandLineRun incomplete = CommandLineRun.Of(["merge", .. folders[..2], "--out", parts["out"]]);
        Assert.Equal(ExitStatus.Invalid, incomplete.Status);
        Assert.Contains("1/3 is not among the folders", incomplete.Error);
        Assert.Equal(ExitStatus.Done, CommandLineRun.Of(["merge", .. folders, "--out", parts["out"]]).Status);
        RequireSame(whole, parts);
    }

    [Fact]
    public void Parts_of_another_sweep_are_refused()
    {
        using var root = new TemporaryFolder();
        SweepFiles.Sweep(root, Experiment, SweepFiles.Simulate, SweepFiles.Part(1, 2));
        SweepFiles.Sweep(root, Experiment.Replace("0.8", "0.7"), SweepFiles.Simulate, SweepFiles.Part(2, 2));
        CommandLineRun merged = CommandLineRun.Of(
            "merge", Path.Combine(root["out"], "sweep-tiny-shard-1-of-2"), Path.Combine(root["out"], "sweep-tiny-shard-2-of-2"), "--out", root["out"]);
        Assert.Equal(ExitStatus.Invalid, merged.Status);
        Assert.Contains("another sweep", merged.Error);
        Assert.False(Directory.Exists(Path.Combine(root["out"], "sweep-tiny")));
    }

    [Fact]
    public void Killed_at_any_moment_it_ends_with_the_same_bytes()
    {
        using TemporaryFolder whole = new(), killed = new();
        string experiment = Experiment.Replace("\"points\": 6", "\"points\": 40");
        SweepFiles.Sweep(whole, experiment, null, request: SweepFiles.Request(whole, threads: 2));
        string file = killed.Write("tiny.json", experiment);
        string[] args = ["sweep", file, "--out", killed["out"], "--threads", "2", "--no-plots", "--quiet"];
        foreach (int milliseconds in new[] { 400, 550, 480, 700 })
        {
            using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            if (!process.WaitForExit(milliseconds))
            {
                process.Kill();
                process.WaitForExit();
            }
        }

        Assert.Equal((ExitStatus.Done, ""), (CommandLineRun.Of(args).Status, CommandLineRun.Of(args).Error));
        RequireSame(whole, killed);
    }

    [Fact]
    public void Every_point_has_the_same_luck()
    {
        using var root = new TemporaryFolder();

        // What an anchor would do that does not exist changes no draw: points are equal, not merely alike.
        string idle = Experiment.Replace("\"hub.retention\": { \"from\": 0.2, \"to\": 0.8 }", "\"secondAnchor.researchIntensity\": { \"from\": 0.01, \"to\": 0.2 }")
            .Replace("\"channels.talent\": { \"distribution\": \"uniform\" }, \"anchor.present\": [true, false], ", "");
        SweepFiles.Sweep(root, idle, null);
        string[][] rows = SweepFiles.Rows(root, "runs.csv");
        Assert.All(rows.GroupBy(row => row[1]), replicate => Assert.Single(replicate.Select(row => string.Join(',', row[3..^3])).Distinct()));
        Assert.NotEqual(rows[0][3], rows[1][3]);
    }

    private static void RequireSame(TemporaryFolder one, TemporaryFolder other) =>
        Assert.All(SweepFiles.Tables, name => Assert.Equal(SweepFiles.Text(one, name), SweepFiles.Text(other, name)));
}
