using EcoSim.Cli;
using EcoSim.Experiments.Discovery;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;
using EcoSim.Tests.Sweeps;
using Finding = EcoSim.Experiments.Discovery.Discovery;

namespace EcoSim.Tests.Discovery;

/// <summary>Boxes that were planted are found, and none where there is none.</summary>
public sealed class DiscoveryTests
{
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

    private static bool InBox(double[] point) => point[0] > 0.6 && point[2] < 0.5;
}
