using EcoSim.Experiments.Sensitivity;
using EcoSim.Model.Randomness;
using EcoSim.Reporting;

namespace EcoSim.Tests.Sensitivity;

/// <summary>Sobol indices of functions whose indices are known, by the code that the command uses.</summary>
public sealed class SobolIndicesTests
{
    [Fact]
    public void Ishigami_lies_within_the_stated_intervals() =>
        RequireWithin(PublishedFunctions.Ishigami, PublishedFunctions.IshigamiIndices(), basePoints: 4096, widest: 0.06);

    [Fact]
    public void The_g_function_lies_within_the_stated_intervals() =>
        RequireWithin(PublishedFunctions.SobolG, PublishedFunctions.SobolGIndices(), basePoints: 4096, widest: 0.06);

    [Theory]
    [InlineData(64)]
    [InlineData(512)]
    public void Intervals_cover_what_they_promise(int basePoints)
    {
        // 95 % intervals over many designs. Indices of one design depend on each other, so the promise of the issue, 90 to 99 %, is asked of all together.
        (double[] first, double[] total) = PublishedFunctions.IshigamiIndices();
        int covered = 0, all = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            foreach (SobolIndex index in Of(PublishedFunctions.Ishigami, 3, basePoints, seed))
            {
                covered += Covers(index.First, first[index.Parameter]) + Covers(index.Total, total[index.Parameter]);
                all += 2;
            }
        }

        Assert.InRange((double)covered / all, 0.90, 0.99);
    }

    [Theory]
    [InlineData(0.706, 0.663, true)]
    [InlineData(0.663, 0.706, false)]
    [InlineData(0.503, 0.5, false)] // the same to a hundredth, as shown
    [InlineData(double.NaN, double.NaN, false)] // does not vary
    public void A_total_below_the_first_order_contradicts_it(double first, double total, bool contradicts) => Assert.Equal(
        contradicts,
        SobolText.Contradicts(new SobolIndex(0, new SensitivityIndex(first, first, first, 0), new SensitivityIndex(total, total, total, 0), new SensitivityIndex(total - first, total - first, total - first, 0))));

    /// <summary>A sum has no interactions: of 400 intervals few lie above nothing by chance, a fortieth of them if they were exact, however small the luck of the replicates.</summary>
    [Fact]
    public void A_sum_shows_no_interactions()
    {
        const int designs = 100, parameters = 4;
        var own = new Draw(5);
        int told = 0;
        for (int seed = 0; seed < designs; seed++)
        {
            var design = SobolDesign.Of(parameters, 64, seed);
            double[][] outputs = [.. design.Points.Select((x, point) => Enumerable.Range(0, 20)
                .Select(replicate => 3 * x[0] + 2 * x[1] + x[2] + x[3] + 0.1 * own.Normal(Decision.Ability, (ulong)point, seed, replicate)).ToArray())];
            told += SobolIndices.Of(design, outputs).Count(SobolText.TellsInteractions);
        }

        // One-sided 2.5 % of 400, and 4 standard deviations beyond: a jackknife over eight scrambles is somewhat too short.
        Assert.InRange(told, 0, 400 * 0.025 + 4 * Math.Sqrt(400 * 0.025 * 0.975));
    }

    [Fact]
    public void Even_points_beat_chance()
    {
        // Root mean square error against that of plain Monte Carlo with the same number of points.
        double even = 0, chance = 0;
        double truth = PublishedFunctions.IshigamiIndices().Total[0];
        for (int seed = 0; seed < 40; seed++)
        {
            even += Math.Pow(Of(PublishedFunctions.Ishigami, 3, 512, seed)[0].Total.Value - truth, 2);
            var random = new Random(seed);
            SobolDesign design = SobolDesign.Of(3, 512, seed);
            double[][] points = new double[design.Points.Count][];
            for (int block = 0; block < points.Length; block += design.Block)
            {
                double[] a = [random.NextDouble(), random.NextDouble(), random.NextDouble()], b = [random.NextDouble(), random.NextDouble(), random.NextDouble()];
                (points[block], points[block + 1]) = (a, b);
                for (int i = 0; i < 3; i++)
                {
                    points[block + 2 + i] = [.. a.Select((value, column) => column == i ? b[column] : value)];
                }
            }

            double estimate = SobolIndices.Of(design with { Points = points }, [.. points.Select(point => new[] { PublishedFunctions.Ishigami(point) })])[0].Total.Value;
            chance += Math.Pow(estimate - truth, 2);
        }

        Assert.True(even < chance / 2, $"mean square error {even / 40} with even points, {chance / 40} by chance");
    }

    [Fact]
    public void The_noise_floor_is_the_share_that_luck_has()
    {
        // Noise of variance 4 on each of 4 replicates is 1 in their mean, beside the variance of Ishigami's function.
        SobolDesign design = SobolDesign.Of(3, 2048, 5);
        var random = new Random(1);
        double[][] outputs =
        [
            .. design.Points.Select(point => Enumerable.Range(0, 4)
                .Select(replicate => PublishedFunctions.Ishigami(point) + 100 * replicate + 2 * Math.Sqrt(12) * (random.NextDouble() - 0.5)).ToArray()),
        ];
        double variance = 13.844588;
        SobolIndex[] indices = [.. SobolIndices.Of(design, outputs)];
        double floor = indices[0].Total.NoiseFloor;

        // Relative standard error of a variance over 2048 × 3 residuals is √(2/6144), 1.8 %; that of the function's variance about 1 %.
        Assert.InRange(floor, 0.95 / (variance + 1), 1.05 / (variance + 1));

        // Luck of each point's own adds nothing to a first-order index. The error of its covariance: √(4 · 8 / 3) / 4 a base point, and the four of them.
        double error = Math.Sqrt(4 * 8 / 3.0) / 4 / Math.Sqrt(2048) / (variance + 1);
        Assert.All(indices, index => Assert.InRange(index.First.NoiseFloor, 0, 4 * error));

        // A parameter's total index holds the floor on top of its share of the function's variance.
        double[] total = PublishedFunctions.IshigamiIndices().Total;
        Assert.All(indices, index => Assert.InRange(
            index.Total.Value, (total[index.Parameter] * variance + 1) / (variance + 1) - 0.05, (total[index.Parameter] * variance + 1) / (variance + 1) + 0.05));
    }

    [Fact]
    public void Luck_that_grows_with_a_parameter_stands_in_the_floor_of_its_first_order_index()
    {
        // f = z·x₀ with z = ±1 by replicate, the same at every point: of two replicates the mean is 0, so all there is, is luck.
        SobolDesign design = SobolDesign.Of(2, 512, 3);
        double[][] outputs = [.. design.Points.Select(point => new[] { 1 + point[0], 1 - point[0] + point[1] })];
        SobolIndex[] indices = [.. SobolIndices.Of(design, outputs)];

        // The mean of the two is 1 + x₁/2: variance 1/48. Luck's half difference z = x₀ − x₁/2 has cov(z(B), z(A_B) − z(A)) = 1/12 for x₀ and 1/48 for x₁.
        Assert.InRange(indices[0].First.NoiseFloor, 3.9, 4.1);
        Assert.InRange(indices[1].First.NoiseFloor, 0.97, 1.03);
    }

    [Fact]
    public void An_outcome_that_does_not_vary_has_no_indices()
    {
        SobolDesign design = SobolDesign.Of(2, 16, 1);
        Assert.All(SobolIndices.Of(design, [.. design.Points.Select(_ => new[] { 3.0, 3.0 })]), index => Assert.True(double.IsNaN(index.Total.Value)));
    }

    [Fact]
    public void A_base_point_with_a_failed_run_is_left_out()
    {
        SobolDesign design = SobolDesign.Of(3, 1024, 9);
        double[][] outputs = [.. design.Points.Select((point, i) => new[] { i % 97 == 0 ? double.NaN : PublishedFunctions.Ishigami(point) })];
        double[] total = PublishedFunctions.IshigamiIndices().Total;
        Assert.All(SobolIndices.Of(design, outputs), index => Assert.Equal(total[index.Parameter], index.Total.Value, 0.1));
    }

    private static IReadOnlyList<SobolIndex> Of(Func<double[], double> function, int parameters, int basePoints, long seed)
    {
        SobolDesign design = SobolDesign.Of(parameters, basePoints, seed);
        return SobolIndices.Of(design, [.. design.Points.Select(point => new[] { function(point) })]);
    }

    private static void RequireWithin(Func<double[], double> function, (double[] First, double[] Total) truth, int basePoints, double widest)
    {
        // A 95 % interval misses one time in twenty by right; three times as wide it does so in 1 of 5,000 with 7 degrees of freedom.
        foreach (SobolIndex index in Of(function, truth.First.Length, basePoints, seed: 2))
        {
            foreach ((SensitivityIndex found, double true_) in new[] { (index.First, truth.First[index.Parameter]), (index.Total, truth.Total[index.Parameter]) })
            {
                double half = found.High - found.Value;
                Assert.InRange(true_, found.Value - 3 * half - 1e-4, found.Value + 3 * half + 1e-4);
                Assert.True(half < widest, $"half width {half} of parameter {index.Parameter}");
            }
        }
    }

    private static int Covers(SensitivityIndex index, double truth) => index.Low <= truth && truth <= index.High ? 1 : 0;
}
