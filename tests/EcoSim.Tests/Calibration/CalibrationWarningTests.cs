using System.Text.Json;
using System.Text.RegularExpressions;
using EcoSim.Cli;
using EcoSim.Cli.Calibrating;
using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Calibration;

/// <summary>What a calibration says of itself when it should not be used, and what it refuses before it runs.</summary>
public sealed class CalibrationWarningTests
{
    private static readonly double OwnTalent = new Parameters().Channels.Talent;

    [Fact]
    public void A_good_fit_is_recommended_without_a_warning()
    {
        // The own value of the hub, that no figure answers to, lies well within its prior.
        using var root = new TemporaryFolder();
        (_, string output, _) = CalibrationFiles.Calibrate(root, sets: "channels.hub=0.5");
        Assert.DoesNotContain("WARNING", output);
        Assert.Contains("To use it: ecosim run", output);
        Assert.Equal((false, true), Verdicts(root));
    }

    [Fact]
    public void An_estimate_that_fits_worse_than_before_is_warned_of_and_not_recommended()
    {
        // The own values meet every figure, and nothing else does: 60 + talent lies ten errors and more from 70.
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, _) = CalibrationFiles.Calibrate(root, Around(own: 70, others: 60, error: 0.1));
        Assert.Equal(ExitStatus.Done, status);
        string line = output.ReplaceLineEndings(" ");
        Assert.Contains("WARNING: The estimate fits worse than the scenario’s own values: its distance from the figures is", line);
        Assert.Contains("Do not use it. The surfaces need more points or replicates: --points 96 or --replicates 4.", line);
        Assert.DoesNotContain("To use it", output);
        Assert.True(Verdicts(root).Worse);
        string page = CalibrationFiles.Text(root, "report.html");
        Assert.Contains("fits worse than the scenario’s own values", page);
        Assert.DoesNotContain("has the least distance from the figures", page);
        Assert.DoesNotContain("it stays near the value before", page);
    }

    [Fact]
    public void A_difference_within_the_luck_of_the_replicates_is_no_worse_fit()
    {
        // A distance of 1 from figures known to 5 is nothing that 4 replicates tell.
        using var root = new TemporaryFolder();
        (_, string output, _) = CalibrationFiles.Calibrate(root, Around(own: 70, others: 68, error: 5));
        Assert.False(Verdicts(root).Worse);
        Assert.Contains("To use it", output);
        Assert.Matches(@"Distance: .* \(s\.e\. .*\) before, .* \(s\.e\. .*\) after, which the replicates do not tell apart; 4 replicates each", output);
    }

    [Fact]
    public void A_posterior_that_never_comes_near_the_figures_tells_nothing()
    {
        // Survival is at most 90 %, twelve deviations of the doubt below 99.
        using var root = new TemporaryFolder();
        string targets = root.Write("far.csv", "id,measure,value,low,high\nA,survival_share_age_1,99.5,99.4,99.6\nB,anchor_founding_hazard,0.3,0.25,0.36\nC,externally_funded_share,40,35,45\n");
        (_, string output, _) = CalibrationFiles.Calibrate(root, asked: new CalibrateRequest(Targets: targets));
        Assert.Contains("WARNING: The posterior tells nothing: no draw comes near the figures (least distance ", output.ReplaceLineEndings(" "));
        Assert.False(Verdicts(root).Tells);
        Assert.Contains("The posterior tells nothing: no draw comes near the figures", CalibrationFiles.Text(root, "report.html"));
    }

    [Fact]
    public void An_estimate_outside_its_own_interval_is_named()
    {
        // The hub moves nothing, so its estimate rests at the end of the prior that is nearest to its own value, and the posterior is the prior.
        using var root = new TemporaryFolder();
        (_, string output, _) = CalibrationFiles.Calibrate(root);
        Dictionary<string, string> hub = CalibrationFiles.Rows(root, "parameters.csv")[2];
        Assert.Equal(("no", ""), (hub["identified"], hub["pinned_by"]));
        Assert.Contains(
            "WARNING: The posterior tells nothing of this parameter: the estimate lies outside its own 90 % interval for channels.hub.", output.ReplaceLineEndings(" "));
        Assert.Contains("No figure pins it down: its estimate and its interval say no more than the prior.", output.ReplaceLineEndings(" "));
        Assert.True(Verdicts(root).Tells);
    }

    [Fact]
    public void Doubtful_figures_are_warned_of()
    {
        using var root = new TemporaryFolder();
        string targets = root.Write("shares.csv", "id,measure,value,low,high\nA,survival_share_age_1,0.7,0.6,0.8\nB,anchor_founding_hazard,0.3,0.25,0.36\nC,externally_funded_share,40,35,45\n");
        (_, _, string error) = CalibrationFiles.Calibrate(root, asked: new CalibrateRequest(Targets: targets));
        Assert.Contains("A: survival_share_age_1 is in %", error);
        Assert.DoesNotContain("anchor_founding_hazard is in", error);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, 3)]
    public void Too_few_points_are_refused_before_anything_runs(bool dryRun, int? recovery)
    {
        // Ten terms of a quadratic in three parameters, and three points more.
        using var root = new TemporaryFolder();
        int calls = 0;
        MeasurePlan counting = (plan, first, count, month, cancel) =>
        {
            calls++;
            return CalibrationFiles.Measure(plan, first, count, month, cancel);
        };
        string message = Assert.Throws<RefusedException>(() => CalibrationFiles.Calibrate(root, counting, new CalibrateRequest(Points: 12, DryRun: dryRun, Recovery: recovery))).Message;
        Assert.Contains("found 12 points in the first wave; 3 free parameters need at least 13", message);
        Assert.Contains("--points 13 or more", message);
        Assert.Equal(0, calls);
        Assert.Equal(ExitStatus.Done, CalibrationFiles.Calibrate(root, counting, new CalibrateRequest(Points: 13, DryRun: dryRun, Recovery: recovery)).Status);
    }

    [Fact]
    public void The_command_line_refuses_too_few_points_with_status_2()
    {
        CommandLineRun run = CommandLineRun.Of("calibrate", "baseline", "--points", "5", "--dry-run");
        Assert.Equal(ExitStatus.Invalid, run.Status);
        // 78 terms of a quadratic in eleven parameters, and eleven points more.
        Assert.Contains("11 free parameters need at least 89", run.Error);
    }

    [Fact]
    public void One_replicate_is_no_replicates()
    {
        using var root = new TemporaryFolder();
        (_, string output, _) = CalibrationFiles.Calibrate(root, asked: new CalibrateRequest(DryRun: true), calibration: CalibrationFiles.Tiny.Replace("\"replicates\": 2", "\"replicates\": 1"));
        Assert.Contains("48 over the priors, then 1 wave of 32, 1 replicate of each", output);
    }

    [Fact]
    public void Figures_that_pin_only_together_are_said_to_in_the_table_too()
    {
        // Of twelve equal figures one less widens nothing by much: the root of 12/11.
        using var root = new TemporaryFolder();
        string targets = root.Write("twelve.csv", "id,measure,value,low,high\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"A{i},survival_share_age_1,70,40,95\n")));
        (_, string output, _) = CalibrationFiles.Calibrate(root, (plan, _, count, _, _) =>
            [.. Enumerable.Repeat(new PooledEstimate(50 + 40 * plan.Parameters.Channels.Talent, 0.1, count), 12)], new CalibrateRequest(Targets: targets));
        Dictionary<string, string> talent = CalibrationFiles.Rows(root, "parameters.csv")[0];
        Assert.Equal(("yes", "several together"), (talent["identified"], talent["pinned_by"]));
        Assert.Contains("several together", output);
    }

    [Fact]
    public void What_is_advised_where_nothing_is_free_can_be_fitted()
    {
        using var root = new TemporaryFolder();
        root.Write("base.json", CalibrationFiles.Base);
        Problem problem = Assert.Single(CalibrationReader.Read(root.Write("bare.json", """{ "extends": "base.json" }"""), [], null).Problems);
        string advice = Regex.Match(problem.Allowed, "\"parameters\": .*").Value;
        Assert.Contains("distribution", advice);
        CalibrationReading reading = CalibrationReader.Read(root.Write("advised.json", $$"""{ "extends": "base.json", {{advice}} }"""), [], null);
        Assert.Empty(reading.Problems);
        Assert.Equal(1, reading.Task!.Space.Size);
    }

    /// <summary>A scenario whose own values give something else than all others.</summary>
    private static MeasurePlan Around(double own, double others, double error) => (plan, _, count, _, _) =>
    {
        double talent = plan.Parameters.Channels.Talent;
        bool isOwn = talent == OwnTalent && plan.Parameters.SpinOuts.BaseHazard == new Parameters().SpinOuts.BaseHazard;
        return [new(isOwn ? own : others + talent, error, count), new(0.3, 0.001, count), new(40, 0.1, count)];
    };

    private static (bool Worse, bool Tells) Verdicts(TemporaryFolder root)
    {
        using JsonDocument manifest = JsonDocument.Parse(CalibrationFiles.Text(root, "manifest.json"));
        return (manifest.RootElement.GetProperty("fits_worse").GetBoolean(), manifest.RootElement.GetProperty("posterior_tells").GetBoolean());
    }
}
