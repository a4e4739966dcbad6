using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;
using EcoSim.Tests.Statistics;
using MathNet.Numerics.Distributions;

namespace EcoSim.Tests.Sweeps;

/// <summary>Intervals of effects, shares and orders on made-up outcomes in which the truth is known: they hold it as often as they say.</summary>
public sealed class EffectIntervalTests
{
    private const int Points = 60;
    private const int Designs = 200;

    /// <summary>A right 95 % interval misses this often, and in n independent trials within four binomial standard errors of it.</summary>
    private const double Missed = 0.05;
    private const double Sigmas = 4;

    private static readonly string[] Paths = ["channels.talent", "channels.cloud", "channels.hub", "channels.capital", "capital.ventureSupply", "channels.spillover"];

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public void An_inert_parameter_of_a_Latin_hypercube_has_0_in_its_interval(int replicates)
    {
        int missed = 0, centre = 0, all = 0;
        for (int seed = 0; seed < Designs; seed++)
        {
            // Two of six parameters matter; luck moves a replicate at all points, steepens one effect, and is each run's own.
            SweepTable table = Hypercube(seed, replicates, (x, luck, own) => 10 * x[0] + 5 * x[1] * x[1] + luck * (1 + x[1]) + own);
            for (int inert = 2; inert < Paths.Length; inert++)
            {
                MainEffect effect = MainEffect.Of(table, inert, 0);
                missed += Excludes(effect.Contrast, 0) ? 1 : 0;
                centre += Excludes(effect.Ranges[0].AgainstCentre, 0) ? 1 : 0;
                all++;
            }
        }

        Sigma.Share(missed, all, Missed, Sigmas, "lowest against highest");
        Sigma.Share(centre, all, Missed, Sigmas, "lowest against the centre");
    }

    [Fact]
    public void Luck_shared_by_all_points_is_in_the_interval()
    {
        int missed = 0;
        for (int seed = 0; seed < 2 * Designs; seed++)
        {
            // The slope is 10 and with each replicate's luck another one, spread 3; between the outer sixths of the range lie 10/12 of it.
            SweepTable table = Hypercube(seed, replicates: 10, (x, luck, own) => (10 + 3 * luck) * x[0] + 4 * x[1] + own);
            missed += Excludes(MainEffect.Of(table, 0, 0).Contrast, 10 * 10 / 12.0) ? 1 : 0;
        }

        Sigma.Share(missed, 2 * Designs, Missed, Sigmas, "effect with luck of its own");
    }

    [Fact]
    public void Whiskers_hold_the_luck_that_changes_an_effect_and_say_what_they_are()
    {
        int missed = 0;
        for (int seed = 0; seed < 2 * Designs; seed++)
        {
            // The slope differs between replicates, and luck of theirs lifts all points alike; the lowest sixth lies 5/12 of the slope below the middle.
            SweepTable table = Hypercube(seed, replicates: 10, (x, luck, own) => (10 + 3 * luck) * x[0] + 100 * luck + 4 * x[1] + own);
            EffectRange lowest = MainEffect.Of(table, 0, 0).Ranges[0];
            missed += Math.Abs(lowest.Outcome - table.Outcome(0).Average() + 10 * 5 / 12.0) > lowest.HalfWidth ? 1 : 0;
        }

        Sigma.Share(missed, 2 * Designs, Missed, Sigmas, "whisker");
        SweepTable drawn = Hypercube(1, replicates: 10, (x, _, own) => x[0] + own);
        Assert.Contains("Whiskers: 95 % confidence interval of its difference to the mean over all points, over the points and 10 replicates", MainEffectsFigure.Draw(drawn, 0, "").Note);
        Assert.Contains("luck that moves all points alike is not in them", MainEffectsFigure.Draw(drawn, 0, "").Note);
    }

    [Fact]
    public void One_replicate_of_a_grid_has_no_whiskers()
    {
        double[][] grid = [.. from a in Enumerable.Range(0, 2) from b in Enumerable.Range(0, 2) select new[] { a, (double)b }];
        SweepTable table = Table(DesignKind.Grid, grid, 1, (point, _) => grid[point][0] + 50 * grid[point][1]);
        Assert.All(MainEffect.Of(table, 0, 0).Ranges, range => Assert.Equal(double.NaN, range.HalfWidth));
        Assert.Contains("No whiskers, since one replicate does not tell luck from effect.", MainEffectsFigure.Draw(table, 0, "").Note);
    }

    [Fact]
    public void A_balanced_grid_keeps_the_pairs_of_its_replicates()
    {
        double[][] grid = [.. from a in Enumerable.Range(0, 2) from b in Enumerable.Range(0, 2) select new[] { a, (double)b }];
        double[] luck = [100, 200, 300], slope = [3, 4, 5];
        SweepTable table = Table(DesignKind.Grid, grid, 3, (point, replicate) => luck[replicate] + slope[replicate] * grid[point][0] + 50 * grid[point][1]);
        MeanDifference contrast = MainEffect.Of(table, 0, 0).Contrast;
        Assert.Equal(4, contrast.Value, 1e-12);
        Assert.Equal(1 / Math.Sqrt(3), contrast.StandardError, 1e-12);
        Assert.Contains("paired over 3 replicates", EffectInterval.Of(table));
        Assert.Contains("over the points", EffectInterval.Of(table with { Design = DesignKind.LatinHypercube }));
    }

    [Fact]
    public void The_share_of_variance_has_an_interval_that_holds_it()
    {
        // y = s·a + b on levels −1, 0, 1: with a slope s of 3 in the mean a has 9/10 of the variance. Its spread of 0.3 bends the share by less than a hundredth of its own.
        double[][] grid = [.. from a in Enumerable.Range(-1, 3) from b in Enumerable.Range(-1, 3) select new[] { a, (double)b }];
        int missed = 0, designs = 5 * Designs;
        for (int seed = 0; seed < designs; seed++)
        {
            var random = new Random(seed);
            double[] slope = [.. Enumerable.Range(0, 10).Select(_ => 3 + 0.3 * Normal.Sample(random, 0, 1))];
            SweepTable table = Table(DesignKind.Grid, grid, 10, (point, replicate) => slope[replicate] * grid[point][0] + grid[point][1]);
            var share = VarianceShare.Of(table, MainEffect.Of(table, 0, 0), 0);
            missed += share.Low > 0.9 || share.High < 0.9 ? 1 : 0;
        }

        Sigma.Share(missed, designs, Missed, Sigmas, "share of variance");
    }

    [Fact]
    public void Of_points_without_balance_the_jackknife_is_the_share_without_each_point()
    {
        SweepTable table = Hypercube(3, 1, (x, _, own) => 6 * x[0] + own);
        MainEffect effect = MainEffect.Of(table, 0, 0);
        double[] outcomes = table.Outcome(0);
        double[] without =
        [
            .. effect.Members.SelectMany(group => group).Select(left => VarianceShare.Of(
                [.. effect.Members.Select(group => group.Where(point => point != left).ToArray())], outcomes, balanced: false)),
        ];
        double error = Math.Sqrt((Points - 1.0) / Points * without.Sum(one => (one - without.Average()) * (one - without.Average())));
        var share = VarianceShare.Of(table, effect, 0);
        Assert.Equal(effect.Share - StudentInterval.HalfWidth(Points - 1) * error, share.Low, 10);
    }

    [Fact]
    public void One_point_that_alone_differs_leaves_no_share_when_it_is_taken_away()
    {
        // 47 points of 0.1 and one of 1.1: without that one nothing varies but the rounding of the sums.
        double[][] points = [.. Enumerable.Range(0, 48).Select(point => new[] { point, 0.0 })];
        SweepTable table = Table(DesignKind.LatinHypercube, points, 1, (point, _) => point == 17 ? 1.1 : 0.1);
        var share = VarianceShare.Of(table, MainEffect.Of(table, 0, 0), 0);
        Assert.True(share.High < 1, $"{share}");
    }

    [Fact]
    public void Runs_that_are_missing_keep_the_shared_luck_or_the_interval_is_left_out()
    {
        double[] luck = [5, -3, 4, -6];
        double[][] Group(int points, double level, params int[] broken) => [.. Enumerable.Range(0, points).Select(point =>
            luck.Select((one, replicate) => broken.Contains(point) && replicate == point % luck.Length ? double.NaN : level + point + level * one).ToArray())];
        MeanDifference whole = PointsDifference.Of(Group(6, 2), Group(6, 1)), some = PointsDifference.Of(Group(6, 2, 1, 2), Group(6, 1, 3));
        Assert.True(whole.StandardError > Spread.Of(luck).StandardError);
        Assert.True(some.StandardError > Spread.Of(luck).StandardError);
        Assert.False(PointsDifference.Of(Group(6, 2, 0, 1, 2, 3, 4), Group(6, 1)).HasInterval);
    }

    [Theory]
    [InlineData(DesignKind.Grid)]
    [InlineData(DesignKind.LatinHypercube)]
    public void Two_equal_effects_have_no_order(DesignKind design)
    {
        // In chance alone one of the two is ahead: an order is claimed at most as often as an interval of 95 % misses, on either side.
        int ordered = 0;
        for (int seed = 0; seed < Designs; seed++)
        {
            SweepTable table = Cornered(design, seed, second: 10);
            ordered += SweepAnswer.Of(table).Contains("most:") ? 1 : 0;
        }

        Assert.True(ordered <= Designs * Missed + Sigmas * Math.Sqrt(Designs * Missed * (1 - Missed)), $"{ordered} of {Designs}");
    }

    [Theory]
    [InlineData(DesignKind.Grid)]
    [InlineData(DesignKind.LatinHypercube)]
    public void A_clear_leader_is_said_to_be_one(DesignKind design)
    {
        string answer = SweepAnswer.Of(Cornered(design, 1, second: 1));
        Assert.StartsWith("Of 2 parameters channels.talent moves ecosystem value most: ", answer);
        Assert.Contains("a difference of +", answer);
        Assert.Matches(@"it explains 9\d\.\d.% \(95 % CI \d\d\.\d to \d\d+(\.\d)?.%\) of the variance", answer);
    }

    /// <summary>The first of two parameters moves the outcome by 10, the second as told, each with the luck of the replicates.</summary>
    private static SweepTable Cornered(DesignKind design, int seed, double second)
    {
        var random = new Random(seed);
        double[] one = [.. Enumerable.Range(0, 12).Select(_ => Normal.Sample(random, 10, 2))], other = [.. Enumerable.Range(0, 12).Select(_ => Normal.Sample(random, second, 2))];
        double[][] rows = design == DesignKind.Grid
            ? [.. from a in Enumerable.Range(0, 3) from b in Enumerable.Range(0, 3) select new[] { a / 2.0, b / 2.0 }]
            : LatinHypercube.Points(72, 2, new DesignLuck(seed));
        return Table(design, rows, 12, (point, replicate) => one[replicate] * rows[point][0] + other[replicate] * rows[point][1]);
    }

    private static SweepTable Hypercube(int seed, int replicates, Func<double[], double, double, double> outcome)
    {
        var random = new Random(seed);
        double[][] rows = LatinHypercube.Points(Points, Paths.Length, new DesignLuck(seed));
        double[] luck = [.. Enumerable.Range(0, replicates).Select(_ => Normal.Sample(random, 0, 1))];
        return Table(DesignKind.LatinHypercube, rows, replicates, (point, replicate) => outcome(rows[point], luck[replicate], Normal.Sample(random, 0, 1)));
    }

    private static SweepTable Table(DesignKind design, double[][] rows, int replicates, Func<int, int, double> outcome)
    {
        double[][] runs = [.. rows.Select((_, point) => Enumerable.Range(0, replicates).Select(replicate => outcome(point, replicate)).ToArray())];
        return new SweepTable(
            "made-up", "", design, new DesignTable([.. Paths.Take(rows[0].Length).Select(path => Catalogue.Get(path))], rows), [OutcomeMeasure.Headline], [.. runs.Select(run => new[] { run.Average() })], replicates)
        {
            Runs = (point, _) => runs[point],
        };
    }

    private static bool Excludes(MeanDifference difference, double truth) => difference.Low > truth || difference.High < truth;
}
