using System.Text.RegularExpressions;
using EcoSim.Cli;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Discovery;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;
using EcoSim.Tests.Sweeps;
using Finding = EcoSim.Experiments.Discovery.Discovery;

namespace EcoSim.Tests.Discovery;

/// <summary>Boxes that were planted are found, and none where there is none.</summary>
public sealed class DiscoveryTests
{
    private static readonly string[] Paths = ["channels.talent", "channels.cloud", "channels.hub", "channels.capital", "capital.ventureSupply", "channels.spillover"];

    private static readonly double[][] Points = LatinHypercube.Points(400, 6, new DesignLuck(8));

    [Fact]
    public void A_planted_box_is_found()
    {
        Finding found = Finding.Of(Points, [.. Points.Select(InBox)], most: 3, density: null, seed: 1);
        FoundBox box = found.Boxes[0].Found;
        Assert.Equal([0, 2], box.Limits.Select(limit => limit.Parameter).Order());

        // 400 points lie 1/400 apart in each coordinate; an end may be off by the slice that could not be told, a few points of the box.
        Assert.Equal(0.6, box.Box.Low[0], 0.04);
        Assert.Equal(0.5, box.Box.High[2], 0.04);
        Assert.True(box.Score is { Density: > 0.93, Coverage: > 0.93 }, $"{box.Score}");
        Assert.Equal(1.0 / (Finding.Resamples + 1), found.Boxes[0].ChanceOfBalance);
        Assert.True(found.Boxes[0].LimitedAgain[0] > 0.95 && found.Boxes[0].LimitedAgain[2] > 0.95);
        Assert.All(new[] { 1, 3, 4, 5 }, idle => Assert.True(found.Boxes[0].LimitedAgain[idle] < 0.5));
    }

    [Fact]
    public void A_box_among_exceptions_is_found()
    {
        // One label in ten is wrong.
        bool[] holds = [.. Points.Select((point, i) => InBox(point) ^ i % 10 == 0)];
        DiscoveredBox box = Finding.Of(Points, holds, most: 1, density: null, seed: 1).Boxes[0];
        Assert.Equal([0, 2], box.Found.Limits.Select(limit => limit.Parameter).Where(parameter => parameter is 0 or 2).Order());
        Assert.Equal(0.6, box.Found.Box.Low[0], 0.08);
        Assert.True(box.ChanceOfBalance < 0.05);
    }

    [Fact]
    public void Two_planted_boxes_are_found_one_after_the_other()
    {
        bool[] holds = [.. Points.Select(point => InBox(point) || (point[0] < 0.3 && point[4] > 0.6))];
        Finding found = Finding.Of(Points, holds, most: 3, density: 0.9, seed: 1);
        Assert.True(found.Boxes.Count >= 2);
        Assert.Equal(
            [[0, 2], [0, 4]],
            found.Boxes.Take(2).Select(box => box.Found.Limits.Select(limit => limit.Parameter).Order().ToArray()).OrderBy(limits => limits[1]));
        Assert.True(found.Boxes.Take(2).Sum(box => box.Found.Score.Coverage) > 0.85);
    }

    [Fact]
    public void Without_a_box_chance_is_told()
    {
        // Labels that know nothing of the points: a box may be found, and the test on shuffled labels must say that any sweep has such a one.
        int sure = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            bool[] holds = [.. Points.Take(100).Select(_ => random.NextDouble() < 0.4)];
            Finding found = Finding.Of([.. Points.Take(100)], holds, most: 1, density: null, seed);
            sure += found.Boxes.Count > 0 && found.Boxes[0].ChanceOfBalance < 0.05 ? 1 : 0;
        }

        // At 5 % each, more than 4 of 20 happens once in 400 times.
        Assert.InRange(sure, 0, 4);
    }

    [Fact]
    public void A_density_asked_for_is_had_from_sure_limits_where_any_step_gives_it()
    {
        // Few points with many exceptions, so that limits are found which could be chance: without them the first step that is dense enough is so no longer.
        int later = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            double[][] few = [.. Points.Take(80)];
            bool[] holds = [.. few.Select(point => random.NextDouble() < (point[0] > 0.5 ? 0.8 : 0.2))];
            FoundBox box = BoxSearch.Find(few, holds, 0.8);
            Assert.All(box.Limits, limit => Assert.True(limit.IsSure));
            later += box.Score.Density >= 0.8 && box.Chosen != PatientRuleInduction.Choose(box.Steps, 0.8)[0] ? 1 : 0;
        }

        Assert.True(later > 0);
    }

    [Fact]
    public void A_density_that_is_not_reached_is_said()
    {
        // Every fourth point of the planted box is an exception, in the order of its depth: no large part of it is without one.
        bool[] holds = new bool[Points.Length];
        foreach ((int rank, int point) in Enumerable.Range(0, Points.Length).Where(point => InBox(Points[point])).OrderBy(point => Points[point][0]).Index())
        {
            holds[point] = rank % 4 != 0;
        }

        DiscoveryResult result = Result(holds, density: 1);
        DiscoveredBox box = Assert.Single(result.Found.Boxes);
        Assert.InRange(box.Found.Score.Density, 0.5, 0.99);
        Assert.StartsWith("Asked for a density of 100", BoxWords.Short(result, box));
        Assert.Contains(BoxWords.Short(result, box)!, DiscoveryReport.Answer(result));
        Assert.Null(BoxWords.Short(result with { Asked = 0.5 }, box));
    }

    [Fact]
    public void A_box_that_could_be_chance_is_no_finding()
    {
        int ended = 0;
        for (int seed = 0; seed < 10; seed++)
        {
            var random = new Random(seed);
            Finding found = Finding.Of([.. Points.Take(100)], [.. Points.Take(100).Select(_ => random.NextDouble() < 0.4)], most: 3, density: 0.6, seed);
            Assert.All(found.Boxes, box => Assert.True(box.ChanceOfBalance <= 0.05 && box.Found.Score.Density > found.Density));
            Assert.True(found.Ended is not { } box || box.ChanceOfBalance > 0.05 || box.Found.Score.Density <= found.Density);
            ended += found.Ended is null ? 0 : 1;
        }

        // Labels that know nothing of the points: boxes of sure limits are found, and are no finding.
        Assert.True(ended > 0);
    }

    [Fact]
    public void Points_whose_truth_luck_may_decide_are_counted()
    {
        // Means of 0 to 9, two replicates at 1 to either side of each.
        SweepTable table = Swept(10, point => [point - 1, point + 1]);
        var statement = Statement.Read("ecosystem_value > 4", ["ecosystem_value", "channels.talent"]);
        DiscoveryResult result = DiscoveryResult.Of(table, statement, 1, null, 1);
        Assert.Equal(5, result.Found.Hits);

        // Standard deviation √2, standard error 1: the means 3, 4 and 5 are nearer than 2.
        Assert.Equal(3, result.Doubtful);
        Assert.Equal("; at 3 of the 10 luck may decide (mean within 2 standard errors of the threshold)", BoxWords.Doubtful(result));
        Assert.Null(DiscoveryResult.Of(Swept(10, point => [point]), statement, 1, null, 1).Doubtful);
    }

    [Fact]
    public void Levels_of_a_grid_are_boxed_whole()
    {
        double[][] grid = [.. from a in Enumerable.Range(0, 5) from b in Enumerable.Range(0, 5) from c in Enumerable.Range(0, 4) select new[] { a, b, (double)c }];
        FoundBox box = Finding.Of(grid, [.. grid.Select(point => point[0] >= 3 && point[1] <= 2)], most: 1, density: null, seed: 1).Boxes[0].Found;
        Assert.Equal((3.0, 2.0, 1.0, 1.0), (box.Box.Low[0], box.Box.High[1], box.Score.Density, box.Score.Coverage));
        Assert.Equal(2, box.Limits.Count);
    }

    [Theory]
    [InlineData("dragons_total > 5", true)]
    [InlineData("dragons_total>6", false)]
    [InlineData("dragons_total >= 6", true)]
    [InlineData("rent - 2 < channels.hub", true)]
    [InlineData("rent:first>=1 + 1 > 2e1", false)]
    public void Statements_mean_what_they_say(string text, bool expected) =>
        Assert.Equal(expected, Statement.Read(text, ["dragons_total", "rent", "rent:first>=1", "channels.hub"]).Holds([6, 2.5, 12, 0.9]));

    [Theory]
    [InlineData("dragons_totl > 5", "Did you mean 'dragons_total'?")]
    [InlineData("dragons_total", "no comparison")]
    [InlineData("dragons_total > ", "nothing after")]
    [InlineData("dragons_total 5", "where a comparison")]
    [InlineData("dragons_total > 5 > 4", "where a comparison")]
    public void Other_statements_are_refused(string text, string why) =>
        Assert.Contains(why, Assert.Throws<RefusedException>(() => Statement.Read(text, ["dragons_total"])).Message);

    [Fact]
    public void The_command_reads_a_sweep_and_writes_its_boxes()
    {
        using var root = new TemporaryFolder();
        string experiment = SweepFiles.Grid.Replace("\"grid\"", "\"latin-hypercube\", \"points\": 60").Replace("[0, 0.5, 1]", "{ \"from\": 0, \"to\": 1 }").Replace(", \"steps\": 3", "");
        SweepFiles.Sweep(root, experiment, SweepFiles.Simulate);
        double middle = EcoSim.Model.Observation.Observables.IndexOf("ecosystem_value") / 8.0 + 1005 + 6;
        string folder = Path.Combine(root["out"], "sweep-tiny");
        CommandLineRun run = CommandLineRun.Of("discover", folder, $"ecosystem_value > {middle.ToString(System.Globalization.CultureInfo.InvariantCulture)}", "--no-plots", "--out", root["out"]);
        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
        Assert.Contains("channels.talent", run.Output);
        Assert.Equal("channels.talent", SweepFiles.Rows(root, "limits.csv", "discover-tiny")[0][1]);

        // The statement holds where talent is above a half of its range: no chance, but no probability of 0 either.
        Assert.Contains("&lt; 0.001", File.ReadAllText(Path.Combine(root["out"], "discover-tiny", "report.html")));
        Assert.Equal(ExitStatus.Invalid, CommandLineRun.Of("discover", root["out"], "rent > 1").Status);
    }

    [Fact]
    public void A_discovery_says_what_it_replaces()
    {
        using var root = new TemporaryFolder();
        string experiment = SweepFiles.Grid.Replace("\"grid\"", "\"latin-hypercube\", \"points\": 60").Replace("[0, 0.5, 1]", "{ \"from\": 0, \"to\": 1 }").Replace(", \"steps\": 3", "");
        SweepFiles.Sweep(root, experiment, SweepFiles.Simulate);
        string manifest = Path.Combine(root["out"], "discover-tiny", "manifest.json");
        Assert.Equal("", Discover("ecosystem_value > 1100"));
        Assert.Equal("", Discover("ecosystem_value > 1100"));
        Assert.Contains("held a result with other statements (ecosystem_value > 1100), which this one replaces; --out DIR keeps both.", Discover("ecosystem_value > 1101"));
        Assert.Contains("with other options (--boxes 3), which", Discover("ecosystem_value > 1101", "--density", "0.9"));
        Assert.Contains("with other options (--boxes 3 --density 0.9), which", Discover("ecosystem_value > 1101", "--boxes", "1"));

        // A folder of an earlier version, which kept neither.
        File.WriteAllText(manifest, Regex.Replace(File.ReadAllText(manifest), "\"inputs\": \\{.*?\\}\\s*\\},", "", RegexOptions.Singleline));
        Assert.Contains("held a result that does not tell its statements and options, which this one replaces", Discover("ecosystem_value > 1100"));

        string Discover(string statement, params string[] more)
        {
            CommandLineRun run = CommandLineRun.Of(["discover", Path.Combine(root["out"], "sweep-tiny"), statement, "--no-plots", "--out", root["out"], .. more]);
            Assert.Equal(ExitStatus.Done, run.Status);
            return run.Error;
        }
    }

    private static DiscoveryResult Result(bool[] holds, double density) => new(
        new SweepTable("made-up", "", DesignKind.LatinHypercube, new DesignTable([.. Paths.Select(path => Catalogue.Get(path))], Points), [OutcomeMeasure.Headline], [.. Points.Select(_ => new[] { 0.0 })], 1),
        Statement.Read("ecosystem_value > 4", ["ecosystem_value"]), [.. Enumerable.Range(0, Points.Length)], holds, Finding.Of(Points, holds, most: 1, density, seed: 1)) { Asked = density };

    private static SweepTable Swept(int points, Func<int, double[]> runs) => new(
        "made-up", "", DesignKind.LatinHypercube, new DesignTable([Catalogue.Get("channels.talent")], [.. Enumerable.Range(0, points).Select(point => new[] { point / 10.0 })]), [OutcomeMeasure.Headline],
        [.. Enumerable.Range(0, points).Select(point => new[] { runs(point).Average() })], runs(0).Length) { Runs = (point, _) => runs(point) };

    private static bool InBox(double[] point) => point[0] > 0.6 && point[2] < 0.5;
}
