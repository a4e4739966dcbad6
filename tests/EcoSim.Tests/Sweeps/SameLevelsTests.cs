using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Sweeps;

/// <summary>Levels of a parameter that give the same are named, and no others.</summary>
public sealed class SameLevelsTests
{
    [Fact]
    public void Levels_that_are_rounded_to_one_are_named()
    {
        using var root = new TemporaryFolder();
        string experiment = SweepFiles.Grid.Replace("\"channels.cloud\": { \"from\": 0, \"to\": 1, \"steps\": 3 }", "\"capital.ventureSupply\": [1.4, 1, 0.6, 0.7]");
        (_, string output, _) = SweepFiles.Sweep(root, experiment, (plan, replicate, options, month, cancel) =>
        {
            var run = SweepFiles.Simulate(plan, replicate, options, month, cancel);
            run.Series.Row(run.Series.Months - 1)[OutcomeMeasure.Headline.Column] += Math.Round(plan.Parameters.Capital.VentureSupply);
            return run;
        });
        const string Same = "The same in every outcome and replicate: all levels 0.6, 0.7, 1 and 1.4 of capital.ventureSupply.";
        Assert.Contains(Same, output.ReplaceLineEndings(" "));
        Assert.Contains(Same, SweepFiles.Text(root, "report.html"));
        Assert.DoesNotContain("of channels.talent.", output.ReplaceLineEndings(" ").Split("The same in every")[1].Split("The model may")[0]);
    }

    [Theory]
    [InlineData(DesignKind.Grid, "The same in every outcome and replicate: levels 0.2 and 0.4 of channels.talent.")]
    [InlineData(DesignKind.Csv, null)]
    public void Only_neighbours_that_agree_whatever_the_other_parameter(DesignKind design, string? expected)
    {
        // 0.8 differs where the other is 1.
        string? text = SameLevelsText.Of(Table(design, (a, b) => (a <= 0.4 ? 1 : 1 + b) + 3 * b));
        Assert.Equal(expected, text?[..(text.IndexOf(". The model may", StringComparison.Ordinal) + 1)]);
    }

    [Fact]
    public void Runs_that_failed_tell_nothing() => Assert.Null(SameLevelsText.Of(Table(DesignKind.Grid, (_, _) => double.NaN)));

    private static SweepTable Table(DesignKind design, Func<double, double, double> outcome)
    {
        double[][] points = [.. new[] { 0.2, 0.4, 0.8 }.SelectMany(a => new[] { new[] { a, 0 }, [a, 1] })];
        return new SweepTable(
            "made-up", "", design, new DesignTable([Catalogue.Get("channels.talent"), Catalogue.Get("channels.cloud")], points),
            [OutcomeMeasure.Headline], [.. points.Select(point => new[] { outcome(point[0], point[1]) })], 2)
        {
            Runs = (point, _) => [outcome(points[point][0], points[point][1]), 2 * outcome(points[point][0], points[point][1])],
        };
    }
}
