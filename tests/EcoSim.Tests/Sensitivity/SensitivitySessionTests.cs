using System.Globalization;
using System.Text.RegularExpressions;
using EcoSim.Cli;
using EcoSim.Cli.Sweeping;
using EcoSim.Experiments.Ensembles;
using EcoSim.Model;
using EcoSim.Tests.Results;
using EcoSim.Tests.Sweeps;

namespace EcoSim.Tests.Sensitivity;

/// <summary>The command from its argument to its table, on made-up runs.</summary>
public sealed class SensitivitySessionTests
{
    private const string Experiment =
        """
        { "name": "tiny", "run": { "months": 6, "warmupMonths": 2 }, "replicates": 2, "outcomes": ["ecosystem_value"],
          "parameters": { "channels.talent": { "distribution": "uniform" }, "channels.cloud": { "distribution": "uniform" }, "channels.hub": { "distribution": "uniform" } },
          "sensitivity": { "trajectories": 4, "points": 256 } }
        """;

    [Fact]
    public void It_screens_and_then_shares_out_among_those_that_matter()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, string error) = Run(root, SweepFiles.Simulate);
        Assert.Equal((ExitStatus.Done, ""), (status, error));
        Assert.Contains("no effect", output);
        Assert.Contains("95 % CI: over trajectories, at the luck of the 2 replicates that all points share.", output);
        Assert.Contains("95 % CI: over scrambles of the points, at the luck of the 2 replicates that all points share.", output);
        string page = SweepFiles.Text(root, "report.html", "sensitivity-tiny");
        Assert.Equal(2, Regex.Count(page, "at the luck of the 2 replicates that all points share"));
        Dictionary<string, string[]> rows = SweepFiles.Rows(root, "indices.csv", "sensitivity-tiny").ToDictionary(row => $"{row[1]} {row[3]}");
        Assert.Equal((8.0, 4.0, 0.0), (Number(rows["channels.talent mu_star"][4]), Number(rows["channels.cloud mu_star"][4]), Number(rows["channels.hub mu_star"][4])));

        // 8 talent + 4 cloud, both uniform: shares 64 : 16 of the variance; hub has none and costs no run.
        Assert.Equal(0.8, Number(rows["channels.talent first"][4]), 0.05);
        Assert.Equal(0.2, Number(rows["channels.cloud total"][4]), 0.05);
        Assert.DoesNotContain("channels.hub total", rows.Keys);
        Assert.Equal(0, Number(rows["channels.talent total"][7]), 1e-12);
        Assert.Equal(4 * 4, SweepFiles.Rows(root, "morris/design.csv", "sensitivity-tiny").Length);
        Assert.Equal(256 * 4, SweepFiles.Rows(root, "sobol/design.csv", "sensitivity-tiny").Length);
    }

    [Fact]
    public void What_is_kept_and_what_matters_is_said()
    {
        using var root = new TemporaryFolder();
        string output = Run(root, SweepFiles.Simulate).Output.ReplaceLineEndings(" ");
        Assert.Contains("Kept for Sobol indices, told from luck in some outcome: channels.talent, channels.cloud.", output);
        Assert.Contains("Of 3 parameters 2 move ecosystem value by more than luck; channels.talent most, by 8 million RMB in the mean. Of the variance when 2 parameters vary (the other held at the scenario's value), channels.talent explains", output);
    }

    [Fact]
    public void Where_none_is_told_from_luck_it_ends_with_the_screening_unless_asked()
    {
        using var root = new TemporaryFolder();
        int runs = 0;
        (ExitStatus status, string output, _) = Run(root, Luck(() => runs++));
        Assert.Equal(ExitStatus.Done, status);
        Assert.Equal(4 * 4 * 2, runs);
        string told = output.ReplaceLineEndings(" ");
        Assert.Contains("No parameter's effect on any outcome is told from luck, so no Sobol indices were made.", told);
        Assert.Contains("No parameter's effect on ecosystem value is told from the luck of the replicates.", told);

        string asked = Run(root, Luck(() => runs++), asked: new SensitivityRequest(Keep: 2)).Output.ReplaceLineEndings(" ");
        Assert.Contains("Kept for Sobol indices as --keep asks, being above the noise floor though not told from luck: channels.", asked);
        Assert.Contains("Sobol indices: share of the variance", asked);
    }

    /// <summary>Runs whose end is luck alone, another at each point.</summary>
    private static Simulate Luck(Action count) => (plan, replicate, options, month, cancel) =>
    {
        RunResult run = PlainRuns.Simulate(plan, replicate, options, month, cancel);
        ChannelParameters on = plan.Parameters.Channels;
        double turned = 43758.5453 * Math.Sin(12.9898 * on.Talent + 78.233 * on.Cloud + 37.719 * on.Hub + 4.1 * replicate + 1);
        run.Series.Row(run.Series.Months - 1).Fill(100 * (turned - Math.Floor(turned)));
        count();
        return run;
    };

    [Fact]
    public void Stopped_in_either_part_it_goes_on_and_ends_the_same()
    {
        using TemporaryFolder root = new(), whole = new();
        int runs = 0;
        foreach (int stopAt in new[] { 10, 900 })
        {
            using var stop = new CancellationTokenSource();
            (ExitStatus status, _, _) = Run(root, Counting(() =>
            {
                if (++runs == stopAt)
                {
                    stop.Cancel();
                }
            }), stop.Token);
            Assert.Equal(ExitStatus.Interrupted, status);
        }

        Assert.Equal(ExitStatus.Done, Run(root, Counting(() => runs++)).Status);
        int once = 0;
        Run(whole, Counting(() => once++));
        Assert.Equal(once, runs);
        Assert.Equal(SweepFiles.Text(whole, "indices.csv", "sensitivity-tiny"), SweepFiles.Text(root, "indices.csv", "sensitivity-tiny"));
        Run(root, (_, _, _, _, _) => throw new InvalidOperationException("nothing is left to run"));
    }

    [Fact]
    public void More_trajectories_add_only_what_is_missing()
    {
        using var root = new TemporaryFolder();
        int runs = 0;
        Run(root, Counting(() => runs++), asked: new SensitivityRequest(Trajectories: 5, Points: 0));
        int first = runs;
        Run(root, Counting(() => runs++), asked: new SensitivityRequest(Trajectories: 9, Points: 0));
        Assert.InRange(runs - first, 1, 4 * 4 * 2);
    }

    private static Simulate Counting(Action count) => (plan, replicate, options, month, cancel) =>
    {
        RunResult run = SweepFiles.Simulate(plan, replicate, options, month, cancel);
        count();
        return run;
    };

    private static (ExitStatus Status, string Output, string Error) Run(
        TemporaryFolder root, Simulate simulate, CancellationToken cancel = default, SensitivityRequest? asked = null)
    {
        using StringWriter output = new(), error = new();
        var session = new SensitivitySession(SweepFiles.Request(root), new Terminal(output, error), "ecosim sensitivity tiny.json", simulate, asked);
        return (session.Run(root.Write("tiny.json", Experiment), cancel), output.ToString(), error.ToString());
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
