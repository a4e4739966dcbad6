using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Model.Declaration;

namespace EcoSim.Tests.Sweeps;

/// <summary>Shares of variance against sums of squares worked by hand.</summary>
public sealed class MainEffectTests
{
    [Fact]
    public void Of_a_grid_they_are_those_of_an_analysis_of_variance()
    {
        // y = 3·a + b on levels −1, 0, 1 of both: sums of squares 54 and 6, nothing else.
        SweepTable table = Table(DesignKind.Grid, Levels().SelectMany(a => Levels().Select(b => (A: a, B: b))), point => 3 * point.A + point.B);
        Assert.Equal(54 / 60.0, MainEffect.Of(table, 0, 0).Share, 12);
        Assert.Equal(6 / 60.0, MainEffect.Of(table, 1, 0).Share, 12);
    }

    [Fact]
    public void Of_points_without_balance_what_chance_leaves_is_taken_off()
    {
        // Two values of a, three points each, y 0 1 2 and 1 2 3: within 2 + 2 on 4 degrees, total 5.5 on 5.
        SweepTable table = Table(DesignKind.Csv, [(0, 0), (0, 1), (0, 2), (1, 3), (1, 4), (1, 5)], point => point.A == 0 ? point.B : point.B - 2);
        Assert.Equal(1 - 4 / 4.0 / (5.5 / 5), MainEffect.Of(table, 0, 0).Share, 12);
    }

    private static double[] Levels() => [-1, 0, 1];

    private static SweepTable Table(DesignKind design, IEnumerable<(double A, double B)> points, Func<(double A, double B), double> outcome)
    {
        (double A, double B)[] all = [.. points];
        return new SweepTable(
            "made-up", "", design, new DesignTable([Catalogue.Get("channels.talent"), Catalogue.Get("channels.cloud")], [.. all.Select(point => new[] { point.A, point.B })]),
            [OutcomeMeasure.Headline], [.. all.Select(point => new[] { outcome(point) })], 1);
    }
}
