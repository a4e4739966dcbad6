using System.Text.RegularExpressions;
using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Validating;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.WarmUp;
using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Reporting;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Validation;

/// <summary>The report on the warm-up, on made-up runs of which one observable depends on it.</summary>
public sealed class WarmUpTests
{
    private const int Months = 60;

    [Fact]
    public void It_tells_what_the_warm_up_changes_and_what_not()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, string error) = Report(root, Simulate);
        Assert.Equal((ExitStatus.Done, ""), (status, error));

        // Start-ups reach 100 after 40 months of warm-up and have 80 after 20; all else is 50 always.
        string[][] rows = [.. File.ReadAllLines(Path.Combine(root["out"], "warm-up-slow", "warm-up.csv")).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(WarmUpResult.Names.Count * 4, rows.Length);
        Assert.Equal(["0", "10", "20", "40"], rows.Take(4).Select(row => row[1]));
        string[] own = Assert.Single(rows, row => row[0] == "startups_alive" && row[1] == "20");
        Assert.Equal(-0.2, double.Parse(own[2], System.Globalization.CultureInfo.InvariantCulture), 1e-12);
        Assert.Equal("differs", own[5]);
        Assert.All(rows.Where(row => row[0] == "rent"), row => Assert.Equal(("0", "same", "0", "yes"), (row[2], row[5], row[10], row[11])));
        Assert.Contains("they differ in start-ups alive.", output);
        string folder = Path.Combine(root["out"], "warm-up-slow");
        Assert.All(["figures/warm-up.png", "figures/warm-up.svg", "report.html", "paths.csv", "manifest.json"], name => Assert.True(File.Exists(Path.Combine(folder, name)), name));
    }

    [Fact]
    public void The_page_is_written_whole_and_figure_and_sentence_mean_the_same_by_steady()
    {
        using var root = new TemporaryFolder();
        (_, string output, _) = Report(root, Simulate);
        string folder = Path.Combine(root["out"], "warm-up-slow"), page = File.ReadAllText(Path.Combine(folder, "warm-up.md"));
        string[] lines = page.Split('\n');

        // The sentence of the terminal, a row for each observable and warm-up but the longest, the figure, the command; no folder of this machine.
        Assert.Contains(lines[2], output);
        Assert.Equal(2 + WarmUpResult.Names.Count * 3, lines.Count(line => line.StartsWith("| ", StringComparison.Ordinal)));
        Assert.Contains("| Start-ups alive | 20 | −20.0\u00A0% | ", page);
        Assert.Contains("](figures/warm-up.png)", page);
        Assert.Contains("\n    ecosim validate slow.json --warm-up --replicates 3\n", page);
        Assert.DoesNotContain(root.Path, page);
        Assert.Contains(WarmUpReport.SteadyMeaning, page);

        // All is level from the first month on: so says the sentence, and so does the title of each panel.
        Assert.Contains("finds a steady state, counted from the beginning of the world, for start-ups alive (after 0 months)", lines[2]);
        Assert.DoesNotContain("no steady state within", lines[2]);
        Assert.Equal(WarmUpResult.Names.Count, Regex.Count(File.ReadAllText(Path.Combine(folder, "figures", "warm-up.svg")), "steady after 0 months"));
    }

    [Fact]
    public void Where_the_longest_has_nothing_there_is_no_gap_and_an_open_one_is_explained()
    {
        using var root = new TemporaryFolder();
        (_, string output, _) = Report(root, (plan, replicate, options, month, cancel) =>
        {
            RunResult run = Simulate(plan, replicate, options, month, cancel);
            for (int at = 0; at < run.Series.Months; at++)
            {
                // No spin-out ever; rent only in one replicate, so that no error can be had.
                run.Series.Row(at)[Observables.IndexOf("spin_outs_founded")] = 0;
                run.Series.Row(at)[Observables.IndexOf("rent")] = replicate == 0 ? 1 : 0;
            }

            return run;
        });
        string[][] rows = [.. File.ReadAllLines(Path.Combine(root["out"], "warm-up-slow", "warm-up.csv")).Skip(1).Select(line => line.Split(','))];
        Assert.All(rows.Where(row => row[0] == "spin_outs_founded"), row => Assert.Equal(("", "none"), (row[2], row[5])));
        Assert.All(rows.Where(row => row[0] == "rent"), row => Assert.Equal(("0", "", "open"), (row[2], row[3], row[5])));
        Assert.Matches("spin_outs_founded, first .* no level", output);
        string told = output.ReplaceLineEndings(" ");
        Assert.Contains("no level: it is 0 after the longest warm-up", told);
        Assert.Contains("? open: only a part of it, or no interval", told);
        Assert.Contains("nothing to compare with for spin-outs founded, 0 after 40", told);
        string page = File.ReadAllText(Path.Combine(root["out"], "warm-up-slow", "report.html"));
        Assert.Contains("MSER-5 finds the month up to which", page);
        Assert.Contains("moving average replaces each month", page);
    }

    [Fact]
    public void The_scenarios_own_runs_are_those_of_run_and_nothing_is_simulated_twice()
    {
        using var root = new TemporaryFolder();
        var asked = new List<(int WarmUp, int Months)>();
        Simulate counting = (plan, replicate, options, month, cancel) =>
        {
            lock (asked)
            {
                asked.Add((plan.Parameters.Run.WarmupMonths, plan.Parameters.Run.Months));
            }

            return Simulate(plan, replicate, options, month, cancel);
        };
        Report(root, counting);

        // After no warm-up it runs on, so that the path from the beginning is as long as the longest.
        Assert.Equal([(0, Months + 40), (10, Months), (20, Months), (40, Months)], asked.Distinct());
        Assert.Equal(4 * 3, asked.Count);
        Report(root, counting);
        Assert.Equal(4 * 3, asked.Count);
    }

    [Theory]
    [InlineData(0, new[] { 0, 30, 60, 120 })]
    [InlineData(60, new[] { 0, 30, 60, 120 })]
    [InlineData(1, new[] { 0, 1, 2 })]
    public void Warm_ups_surround_the_scenarios_own(int own, int[] expected)
    {
        var parameters = new Parameters();
        parameters.Run.WarmupMonths = own;
        Assert.Equal(expected, WarmUpResult.Lengths(new Plan(parameters)));
    }

    [Theory]
    [InlineData("--warm-up --contested", "--warm-up: found with --contested")]
    [InlineData("--warm-up --targets x.csv", "--targets: found with --warm-up")]
    public void Two_reports_at_once_are_refused(string words, string named)
    {
        CommandLineRun run = CommandLineRun.Of(["validate", "baseline", .. words.Split(' ')]);
        Assert.Equal((ExitStatus.Invalid, ""), (run.Status, run.Output));
        Assert.Contains(named, run.Error);
    }

    [Fact]
    public void Interrupted_it_writes_nothing_and_says_how_to_go_on()
    {
        using var root = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        int runs = 0;
        (ExitStatus status, _, string error) = Report(root, (plan, replicate, options, month, cancel) =>
        {
            if (++runs == 5)
            {
                stop.Cancel();
            }

            return Simulate(plan, replicate, options, month, cancel);
        }, stop.Token);
        Assert.Equal(ExitStatus.Interrupted, status);
        Assert.Contains("the same command goes on from there", error);
        Assert.False(Directory.Exists(Path.Combine(root["out"], "warm-up-slow")));
    }

    private static RunResult Simulate(Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel)
    {
        RunResult run = PlainRuns.Simulate(plan, replicate, options, monthDone, cancel);
        int column = Observables.IndexOf("startups_alive");
        for (int month = 0; month < run.Series.Months; month++)
        {
            run.Series.Row(month).Fill(50);
            run.Series.Row(month)[column] = Math.Min(100, 60 + plan.Parameters.Run.WarmupMonths);
        }

        return run;
    }

    private static (ExitStatus Status, string Output, string Error) Report(TemporaryFolder root, Simulate simulate, CancellationToken cancel = default)
    {
        using StringWriter output = new(), error = new();
        string file = root.Write("slow.json", $$"""{ "name": "slow", "run": { "months": {{Months}}, "warmupMonths": 20, "replicates": 3 } }""");
        var request = new RunRequest(["run.replicates=3"], 1, null, Check: false, root["out"], Plots: true, Quiet: true, Force: false, root["store"]);
        return (new WarmUpSession(request, new Terminal(output, error), "ecosim validate slow.json --warm-up", simulate).Run(file, cancel), output.ToString(), error.ToString());
    }
}
