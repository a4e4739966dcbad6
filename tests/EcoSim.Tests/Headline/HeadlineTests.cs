using System.Globalization;
using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Headlining;
using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Headline;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;
using static EcoSim.Tests.Headline.MadeHeadline;

namespace EcoSim.Tests.Headline;

/// <summary>The headline with its full uncertainty, on made-up runs in which everything adds a known amount.</summary>
public sealed class HeadlineTests
{
    /// <summary>Quantile 0.975 of Student's t with two degrees of freedom, from any table.</summary>
    private const double StudentWithTwo = 4.30265;

    /// <summary>Pairs of worlds of which every replicate is run, each world once: as it is, contested links (talent off is one of them), premium, five other channels off.</summary>
    private static readonly int RunsOfWorlds = Replicates * (2 + 2 * (ContestedLinks.All.Count + 1) + 1 + Channels.Names.Count - 1);

    [Fact]
    public void Each_source_of_uncertainty_is_told_by_itself()
    {
        using var root = new TemporaryFolder();
        root.Write("manifest.json", """{ "command": "calibrate", "scenario": "tiny" }""");
        (ExitStatus status, string output, string error) = Report(root, Simulate, posterior: root.Write("posterior.csv", Posterior), draws: 5);
        Assert.Equal((ExitStatus.Done, ""), (status, error));
        Dictionary<(string, string), string[]> rows = Rows(root);

        // With 1000 + 10·replicate + 40 by the signal, without 600: 450 in the mean of three, standard deviation 10.
        string[] asItIs = rows[("replicates", "as it is")];
        Assert.Equal((1050.0, 450.0), (Number(asItIs[3]), Number(asItIs[5])));
        Assert.Equal(450 - StudentWithTwo * 10 / Math.Sqrt(3), Number(asItIs[6]), 1e-3);
        Assert.Equal(450 / 1050.0, Number(asItIs[8]), 1e-12);
        Assert.Contains("luck", asItIs[11]);

        Assert.Equal(410, Number(rows[("contested", "signal")][5]));
        Assert.Equal(410, Number(rows[("contested", "all of them")][5]));
        Assert.Equal(450, Number(rows[("counterfactual", "firm")][5]));

        // Each channel adds 6: all of them 36.
        Assert.Equal(36, Number(rows[("counterfactual", "premium")][5]), 1e-9);
        Assert.Equal(6, Number(rows[("counterfactual", "cloud off")][5]), 1e-9);
        Assert.Contains("Over 5 draws of 1 free parameter", output.ReplaceLineEndings(" "));
        Assert.True(File.Exists(Path.Combine(root["out"], "headline-tiny", "figures", "headline.png")));
        Assert.True(File.Exists(Path.Combine(root["out"], "headline-tiny", "figures", "headline.svg")));
        Assert.Contains("# What the anchor fostered in `tiny`", File.ReadAllText(Path.Combine(root["out"], "headline-tiny", "headline.md")));
        Assert.True(File.Exists(Path.Combine(root["out"], "headline-tiny", "report.html")));
        Assert.Contains("\"command\": \"headline\"", File.ReadAllText(Path.Combine(root["out"], "headline-tiny", "manifest.json")));
    }

    [Fact]
    public void A_draw_has_its_parameters_and_one_replicates_luck()
    {
        using var root = new TemporaryFolder();
        Report(root, Simulate, posterior: root.Write("posterior.csv", Posterior), draws: 5);
        string[][] draws = [.. File.ReadAllLines(Path.Combine(root["out"], "headline-tiny", "draws.csv")).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(["0", "1", "2", "3", "4"], draws.Select(draw => draw[0]).Order());
        Assert.Equal(["0", "1", "2", "0", "1"], draws.Select(draw => draw[1]));

        // A hurdle adds 1000 times its value with the anchor, and nothing without it.
        Assert.All(draws, draw => Assert.Equal(440 + 10 * Number(draw[1]) + 1000 * Number(draw[2]), Number(draw[5]), 1e-9));
        Assert.All(draws, draw => Assert.Equal(0.1 + 0.1 * Number(draw[0]), Number(draw[2]), 1e-12));
    }

    [Fact]
    public void Without_a_posterior_doubt_about_parameters_is_said_to_be_missing()
    {
        using var root = new TemporaryFolder();
        (_, string output, _) = Report(root, Simulate);
        Assert.Contains("Doubt about parameters is missing", output.ReplaceLineEndings(" "));
        Assert.DoesNotContain("posterior", File.ReadAllText(Path.Combine(root["out"], "headline-tiny", "headline.csv")));
        Assert.False(File.Exists(Path.Combine(root["out"], "headline-tiny", "draws.csv")));
    }

    [Theory]
    [InlineData("hangzhou", true)]
    [InlineData("tiny", false)]
    public void A_posterior_of_another_scenario_is_said_to_be_one(string calibrated, bool other)
    {
        using var root = new TemporaryFolder();
        string posterior = root.Write("posterior.csv", Posterior);
        root.Write("manifest.json", "{ \"scenario\": \"" + calibrated + "\", \"workers\": 100000 }");
        (ExitStatus status, string output, string error) = Report(root, Simulate, posterior: posterior, draws: 2);
        Assert.Equal(ExitStatus.Done, status);
        Assert.Equal(other, error.Contains("was calibrated for 'hangzhou', but the scenario is 'tiny'"));
        Assert.Equal(other, output.ReplaceLineEndings(" ").Contains("the posterior of “hangzhou”, another scenario,"));
        Assert.Equal(other, File.ReadAllText(Path.Combine(root["out"], "headline-tiny", "report.html")).Contains("data-kind=\"OtherScenario\""));
    }

    [Fact]
    public void Nothing_is_simulated_twice_and_more_draws_keep_the_ones_before()
    {
        using var root = new TemporaryFolder();
        string posterior = root.Write("posterior.csv", Posterior);
        int runs = 0;
        Simulate counting = (plan, replicate, options, month, cancel) =>
        {
            Interlocked.Increment(ref runs);
            return Simulate(plan, replicate, options, month, cancel);
        };
        Report(root, counting);
        Assert.Equal(RunsOfWorlds, runs);
        Report(root, counting, posterior: posterior, draws: 2);
        Assert.Equal(RunsOfWorlds + 2 * 2, runs);
        Report(root, counting, posterior: posterior, draws: 4);
        Assert.Equal(RunsOfWorlds + 4 * 2, runs);
        Report(root, counting, posterior: posterior, draws: 4);
        Assert.Equal(RunsOfWorlds + 4 * 2, runs);
    }

    [Fact]
    public void Interrupted_it_keeps_what_is_done_and_goes_on_from_there()
    {
        using var root = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        int runs = 0;
        (ExitStatus status, _, string error) = Report(root, (plan, replicate, options, month, cancel) =>
        {
            // The run that is interrupted is dropped.
            if (++runs == 20)
            {
                stop.Cancel();
            }

            return Simulate(plan, replicate, options, month, cancel);
        }, cancel: stop.Token);
        Assert.Equal(ExitStatus.Interrupted, status);
        Assert.Contains("19 runs are in the store; the same command goes on from there", error);
        Assert.False(Directory.Exists(Path.Combine(root["out"], "headline-tiny")));
        int again = 0;
        Assert.Equal(ExitStatus.Done, Report(root, (plan, replicate, options, month, cancel) =>
        {
            again++;
            return Simulate(plan, replicate, options, month, cancel);
        }).Status);
        Assert.Equal(RunsOfWorlds - 19, again);
    }

    [Fact]
    public void A_replicate_that_fails_in_one_world_is_left_out_of_all()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, _, string error) = Report(root, (plan, replicate, options, month, cancel) =>
            plan.Parameters is { Channels.Cloud: 0, Channels.Hub: 1 } && replicate == 1 ? throw new InvalidOperationException("broken") : Simulate(plan, replicate, options, month, cancel));
        Assert.Equal(ExitStatus.ReplicateFailed, status);
        Assert.Contains("tiny with cloud off: replicate 1 failed: InvalidOperationException: broken", error);
        Assert.All(Rows(root).Values, row => Assert.Equal("2", row[^1]));
    }

    [Theory]
    [InlineData("--draws 4", "--draws: found without --posterior")]
    [InlineData("--posterior x --draws none", "--draws: found 'none'")]
    [InlineData("--posterior no-such-file.csv", "no file \"no-such-file.csv\"")]
    public void Arguments_that_cannot_be_meant_are_refused(string words, string named)
    {
        CommandLineRun run = CommandLineRun.Of(["headline", "baseline", .. words.Split(' ')]);
        Assert.Equal((ExitStatus.Invalid, ""), (run.Status, run.Output));
        Assert.Contains(named, run.Error);
    }

    [Theory]
    [InlineData("draw,capital.a.hurdl\n0,1\n", "did you mean \"capital.a.hurdle\"")]
    [InlineData("draw,capital.a.hurdle\n0,1000\n", "found 1000, which is too large")]
    [InlineData("draw,capital.a.hurdle\n0,1\n", "at least as many as --draws asks for (2)")]
    [InlineData("draw,distance\n0,1\n1,2\n", "no column of a parameter")]
    [InlineData("draw,capital.a.hurdle\n", "a header without points")]
    [InlineData("draw,capital.a.hurdle\n0,1,2\n", "3 fields")]
    [InlineData("draw,run.seed\n0,1\n1,2\n", "the column \"run.seed\"")]
    public void A_posterior_that_is_none_is_refused(string content, string named)
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, string error) = Report(root, Simulate, posterior: root.Write("bad.csv", content), draws: 2);
        Assert.Equal((ExitStatus.Invalid, ""), (status, output));
        Assert.Contains(named, error);
    }

    [Fact]
    public void A_draw_of_what_a_series_drives_is_refused()
    {
        using var root = new TemporaryFolder();
        var plan = new Plan(new Parameters(), [], [new DrivenSeries("capital.a.hurdle", [1, 2])]);
        Assert.Contains("follows a series", Assert.Single(PosteriorReading.Of(root.Write("posterior.csv", Posterior), plan, 2).Problems).Found);
    }

    [Fact]
    public void The_size_that_a_calibration_ran_at_is_read_from_its_manifest()
    {
        using var root = new TemporaryFolder();
        root.Write("posterior.csv", Posterior);
        Assert.Null(PosteriorReading.Of(root.Path, new Plan(new Parameters()), 2).Sample!.Workers);
        root.Write("manifest.json", """{ "workers": 1234 }""");
        Assert.Equal(1234, PosteriorReading.Of(root.Path, new Plan(new Parameters()), 2).Sample!.Workers);
    }

    [Fact]
    public void Without_an_anchor_nothing_is_fostered()
    {
        using var root = new TemporaryFolder();
        Assert.Contains("anchor.present", Assert.Throws<RefusedException>(() => Report(root, Simulate, sets: ["anchor.present=false"])).Message);
    }

    [Fact]
    public void Over_draws_stand_median_and_the_middle_nine_tenths()
    {
        // Fostered 0 to 100 in steps of one, of 200: quantiles by linear interpolation are exact.
        HeadlineRow row = HeadlineResult.OverDraws([.. Enumerable.Range(0, 101).Select(i => new HeadlineDraw(i, 0, 200, 200 - i))])!;
        Assert.Equal((50.0, 5.0, 95.0), (row.Fostered.Value, row.Fostered.Low, row.Fostered.High));
        Assert.Equal((0.25, 0.025, 0.475), (row.Share.Value, Math.Round(row.Share.Low, 12), Math.Round(row.Share.High, 12)));
        Assert.Null(HeadlineResult.OverDraws([]));
        Assert.False(HeadlineResult.OverDraws([new HeadlineDraw(0, 0, 2, 1)])!.Fostered.HasInterval);
    }

    [Fact]
    public void The_part_of_luck_is_the_ratio_of_variances()
    {
        // Replicates vary by 1, draws by 4: variances 1 and 16 of {-1, 0, 1} and {-4, 0, 4}.
        HeadlineDraw[] draws = [new(0, 0, 6, 10), new(1, 1, 10, 10), new(2, 2, 14, 10)];
        Assert.Equal(1 / 16.0, HeadlineResult.LuckOf([9, 10, 11], [10, 10, 10], draws), 1e-12);
        Assert.Equal(1, HeadlineResult.LuckOf([0, 10, 20], [10, 10, 10], draws));
        Assert.Equal(double.NaN, HeadlineResult.LuckOf([9, 10, 11], [10, 10, 10], []));
    }

    [Fact]
    public void Where_there_is_a_posterior_it_leads_and_the_scenarios_own_values_are_placed_in_it()
    {
        using var root = new TemporaryFolder();
        (_, string output, _) = Report(root, Simulate, posterior: root.Write("posterior.csv", Posterior), draws: 5);
        string paragraph = output.ReplaceLineEndings(" ");

        // Draws of 0.1 to 0.5 foster 540 to 960, each by 1000 times its value and its replicate's 0, 10 or 20; the scenario's own values foster 450.
        int lead = paragraph.IndexOf("the anchor fosters", StringComparison.Ordinal), own = paragraph.IndexOf("The scenario’s own values give 0.450 billion RMB of 1.05 billion RMB, 42.9\u00A0% (luck:", StringComparison.Ordinal);
        Assert.True(lead > 0 && own > lead);
        Assert.Matches("the anchor fosters [0-9.]+\u00A0% \\(least to most of draws: ", paragraph);
        Assert.Contains("an amount higher than in 0 of the 5 draws, and a share higher than in 0.", paragraph);
        Assert.Matches("(?m)^parameters and luck .*least to most of draws$", output);
        Assert.Matches("(?m)^luck .*95 % CI$", output);
        Assert.StartsWith("posterior,", File.ReadAllLines(Path.Combine(root["out"], "headline-tiny", "headline.csv"))[1]);
        Assert.Contains("| least to most of draws | 5 |", File.ReadAllText(Path.Combine(root["out"], "headline-tiny", "headline.md")));
    }

    private static Dictionary<(string, string), string[]> Rows(TemporaryFolder root) =>
        File.ReadAllLines(Path.Combine(root["out"], "headline-tiny", "headline.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(row => (row[0], row[1]));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
