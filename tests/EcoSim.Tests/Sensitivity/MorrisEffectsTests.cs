using EcoSim.Experiments.Sensitivity;

namespace EcoSim.Tests.Sensitivity;

/// <summary>Elementary effects of functions whose effects are known, by the code that the command uses.</summary>
public sealed class MorrisEffectsTests
{
    private static readonly double[] Levels = [.. Enumerable.Range(0, MorrisDesign.Levels).Select(level => (level + 0.5) / MorrisDesign.Levels)];

    [Fact]
    public void A_trajectory_moves_each_parameter_once_by_half_its_distribution()
    {
        MorrisDesign design = MorrisDesign.Of(7, 30, seed: 4);
        for (int trajectory = 0; trajectory < 30; trajectory++)
        {
            int start = trajectory * 8;
            Assert.Equal(Enumerable.Range(0, 7), design.Moved.Skip(start + 1).Take(7).Order());
            for (int point = start + 1; point < start + 8; point++)
            {
                double[] moves = [.. design.Points[point].Zip(design.Points[point - 1], (after, before) => after - before)];
                Assert.Equal(MorrisDesign.Step, Math.Abs(moves[design.Moved[point]]));
                Assert.Equal(6, moves.Count(move => move == 0));
            }
        }

        Assert.Equal(Levels, design.Points.SelectMany(point => point).Distinct().Order());
        Assert.Equal(MorrisDesign.Of(7, 12, 4).Points, design.Points.Take(12 * 8));
    }

    [Fact]
    public void A_linear_function_has_its_coefficients_and_no_spread()
    {
        IReadOnlyList<MorrisEffect> effects = Of(x => 3 * x[0] - 2 * x[1] + 0 * x[2], 3, 10);
        Assert.Equal([3.0, -2.0, 0.0], effects.Select(effect => Math.Round(effect.Mean, 12)));
        Assert.Equal([3.0, 2.0, 0.0], effects.Select(effect => Math.Round(effect.MuStar.Value, 12)));
        Assert.All(effects, effect => Assert.Equal(0, effect.Sigma.Value, 1e-12));
    }

    [Fact]
    public void Morriss_function_shows_ten_that_matter_and_seven_that_interact()
    {
        const int trajectories = 2000;
        IReadOnlyList<MorrisEffect> effects = Of(PublishedFunctions.Morris, PublishedFunctions.MorrisInputs, trajectories);
        double[] expected = [.. Enumerable.Range(0, PublishedFunctions.MorrisInputs).Select(ExpectedMean)];
        foreach (MorrisEffect effect in effects)
        {
            // The mean over trajectories is that over the levels, within four of its standard errors.
            Assert.Equal(expected[effect.Parameter], effect.Mean, 4 * effect.Sigma.Value / Math.Sqrt(trajectories));
        }

        double least = effects.Take(10).Min(effect => effect.MuStar.Value), most = effects.Skip(10).Max(effect => effect.MuStar.Value);
        Assert.True(least > 2 * most, $"{least} of those that matter, {most} of those that do not");
        Assert.True(effects.Take(6).Min(effect => effect.Sigma.Value) > 2 * effects.Skip(7).Take(3).Max(effect => effect.Sigma.Value));
    }

    [Fact]
    public void Intervals_of_the_mean_size_cover_what_they_promise()
    {
        double truth = Of(PublishedFunctions.Ishigami, 3, 20_000)[0].MuStar.Value;
        int covered = Enumerable.Range(0, 400).Count(seed =>
        {
            SensitivityIndex index = Of(PublishedFunctions.Ishigami, 3, 20, seed)[0].MuStar;
            return index.Low <= truth && truth <= index.High;
        });
        Assert.InRange(covered / 400.0, 0.90, 0.99);
    }

    [Fact]
    public void Luck_alone_stays_at_the_noise_floor()
    {
        MorrisDesign design = MorrisDesign.Of(4, 400, 3);
        var random = new Random(7);
        double[][] outputs = [.. design.Points.Select(point => Enumerable.Range(0, 5).Select(_ => 10 * point[0] + random.NextDouble()).ToArray())];
        IReadOnlyList<MorrisEffect> effects = MorrisEffects.Of(design, outputs);
        Assert.True(effects[0].MuStar.IsClear);
        foreach (MorrisEffect idle in effects.Skip(1))
        {
            // The estimate of the error from five replicates is a few per cent low in the mean, as any square root of a variance.
            Assert.InRange(idle.MuStar.Value / idle.MuStar.NoiseFloor, 0.9, 1.2);
        }
    }

    [Fact]
    public void Shared_luck_leaves_a_parameter_without_effect_at_exactly_0()
    {
        MorrisDesign design = MorrisDesign.Of(2, 10, 3);
        MorrisEffect idle = MorrisEffects.Of(design, [.. design.Points.Select(point => new[] { point[0], point[0] + 5, point[0] - 3 })])[1];
        Assert.Equal((0.0, 0.0), (idle.MuStar.Value, idle.MuStar.NoiseFloor));
        Assert.False(idle.MuStar.IsClear);
    }

    /// <summary>Mean elementary effect over all levels: inputs are independent over trajectories, so the means of their transforms multiply.</summary>
    private static double ExpectedMean(int input)
    {
        double[] means = [.. Enumerable.Range(0, PublishedFunctions.MorrisInputs).Select(other => Levels.Average(x => PublishedFunctions.Transform(x, other)))];
        double slope = new[] { 0, 1 }.Average(lower =>
            (PublishedFunctions.Transform(Levels[lower + 2], input) - PublishedFunctions.Transform(Levels[lower], input)) / MorrisDesign.Step);
        double rest = PublishedFunctions.First(input);
        for (int other = 0; other < PublishedFunctions.MorrisInputs; other++)
        {
            rest += other == input ? 0 : PublishedFunctions.Second(Math.Min(input, other), Math.Max(input, other)) * means[other];
        }

        for (int one = 0; one < 5 && input < 5; one++)
        {
            for (int other = one + 1; other < 5; other++)
            {
                rest += one == input || other == input ? 0 : -10 * means[one] * means[other];
            }
        }

        rest += input < 4 ? 5 * Enumerable.Range(0, 4).Where(other => other != input).Aggregate(1.0, (product, other) => product * means[other]) : 0;
        return slope * rest;
    }

    private static IReadOnlyList<MorrisEffect> Of(Func<double[], double> function, int parameters, int trajectories, long seed = 1)
    {
        MorrisDesign design = MorrisDesign.Of(parameters, trajectories, seed);
        return MorrisEffects.Of(design, [.. design.Points.Select(point => new[] { function(point) })]);
    }
}
