using System.Globalization;
using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Sweeps.Designs;
using MathNet.Numerics.LinearAlgebra;

namespace EcoSim.Tests.Calibration;

/// <summary>The procedure on simulators whose posterior is known.</summary>
public sealed class WaveFitTests
{
    private static readonly CalibrationChoice Small = new(Points: 64, Waves: 3, WavePoints: 32, Confirm: 2, Steps: 1, Draws: 2000);

    /// <summary>Draws that the least effective share of the sampler still gives, moved ten times each; a bound, not a guess of the best case.</summary>
    private const double EffectiveDraws = 400;

    private static readonly double[][] Slopes = [[2, 1, 0], [0, 2, -1], [1, 0, 2], [1, 1, 1]];

    [Fact]
    public void Posterior_of_a_linear_simulator_is_the_normal_of_least_squares()
    {
        // With a flat prior whose walls are five deviations away: covariance (AᵀA)⁻¹ doubt², mean at the truth.
        const double doubt = 0.1;
        double[] truth = [0.55, 0.45, 0.5];
        var toy = new LinearToy(Slopes, doubt);
        WaveResult result = toy.Fit(toy.Figures(truth), Small);
        Matrix<double> a = Matrix<double>.Build.DenseOfRowArrays(Slopes);
        Matrix<double> covariance = a.TransposeThisAndMultiply(a).Inverse() * (doubt * doubt);
        for (int i = 0; i < 3; i++)
        {
            double deviation = Math.Sqrt(covariance[i, i]), mean = result.Draws.Average(draw => draw[i]);
            double spread = Math.Sqrt(result.Draws.Average(draw => (draw[i] - mean) * (draw[i] - mean)));
            Assert.Equal(truth[i], mean, 5 * deviation / Math.Sqrt(EffectiveDraws));
            Assert.Equal(deviation, spread, 5 * deviation / Math.Sqrt(2 * EffectiveDraws));
        }
    }

    [Fact]
    public void Estimate_of_exact_data_is_the_truth_but_for_the_slight_pull_to_the_own_values()
    {
        // The pull is 0.05 over the prior's variance of 1/12, against (AᵀA) / doubt²: the shift is the inverse of their sum times the pull times the distance.
        const double doubt = 0.1;
        double[] truth = [0.6, 0.4, 0.55];
        var toy = new LinearToy(Slopes, doubt);
        WaveResult result = toy.Fit(toy.Figures(truth), Small);
        Matrix<double> a = Matrix<double>.Build.DenseOfRowArrays(Slopes);
        Matrix<double> pull = Matrix<double>.Build.DenseIdentity(3) * (0.05 * 12);
        Vector<double> shift = (a.TransposeThisAndMultiply(a) / (doubt * doubt) + pull).Solve(pull * Vector<double>.Build.Dense([.. truth.Select(value => 0.5 - value)]));
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(truth[i] + shift[i], result.Estimate[i], 1e-3));
    }

    [Fact]
    public void Ninety_percent_intervals_hold_nine_truths_of_ten()
    {
        // Truths from the prior and data with the doubt's own errors: exactly nine of ten in the long run, four standard errors are left.
        const int toys = 60;
        int held = 0, of = 0;
        CalibrationChoice choice = Small with { Waves = 2, Draws = 500 };
        for (int number = 0; number < toys; number++)
        {
            var luck = new DesignLuck(100 + number);
            double[] truth = [luck.Uniform(7, 0), luck.Uniform(7, 1)];
            var toy = new LinearToy([[2, 0.5], [0.3, 2], [1, 1]], doubt: 0.3, noise: 0.2, seed: number);
            WaveResult result = toy.Fit(toy.Figures(truth, luck), choice, number);
            for (int i = 0; i < 2; i++, of++)
            {
                double below = result.Draws.Count(draw => draw[i] < truth[i]) / (double)result.Draws.Length;
                held += below is >= 0.05 and <= 0.95 ? 1 : 0;
            }
        }

        // Two intervals of a toy may hold or miss together, so it is the toys that are counted in the error.
        double error = Math.Sqrt(0.9 * 0.1 / toys);
        Assert.InRange((double)held / of, 0.9 - 4 * error, Math.Min(1, 0.9 + 4 * error));
    }

    [Fact]
    public void A_parameter_that_no_figure_answers_to_is_flagged_and_the_others_say_what_pins_them()
    {
        var toy = new LinearToy([[4, 0, 0], [0, 4, 0], [0, 3, 0]], doubt: 0.1);
        Moment[] figures = toy.Figures([0.5, 0.4, 0.9]);
        Identification found = Identification.Of(figures, toy.Fit(figures, Small));
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(found.IsIdentified));
        Assert.InRange(found.WidthRatios[2], 0.9, 1.1);
        Assert.Equal(0, found.Pins[0]);
        Assert.Equal(-1, found.Pins[2]);
        Assert.Equal(2, found.Directions);
        Assert.Equal(4, found.Responses[0][0].Slope, 1e-3);
    }

    [Theory]
    [InlineData(0.7455, "0.746", true)]
    [InlineData(0.75, "0.750", true)]
    [InlineData(0.75003, "0.75003", true)]
    [InlineData(0.74999, "0.750", true)]
    [InlineData(0.7566, "0.757", true)]
    [InlineData(0.2054, "0.205", false)]
    [InlineData(0.92, "0.920", false)]
    public void A_width_shows_on_which_side_it_lies_and_whether_that_is_borderline(double width, string text, bool borderline)
    {
        Assert.Equal((text, borderline), (Identification.WidthText(width), Identification.IsBorderline(width)));
        Assert.Equal(width <= Identification.IdentifiedRatio, double.Parse(text, CultureInfo.InvariantCulture) <= Identification.IdentifiedRatio);
    }

    [Fact]
    public void Errors_that_the_surfaces_foretell_are_as_large_as_they_say()
    {
        var toy = new LinearToy(Slopes, doubt: 0.3, noise: 0.2);
        WaveResult result = toy.Fit(toy.Figures([0.5, 0.5, 0.5]), Small with { WavePoints = 128 });

        // Mean square of 128 standardised errors: 1 with a standard error of √(2/128), and the surface's own errors are common to all, hence the wider room.
        double room = 5 * Math.Sqrt(2.0 / 128);
        Assert.All(result.Waves.Skip(1).SelectMany(wave => wave.MissRms), rms => Assert.InRange(rms * rms, 1 - room, 1 + room));
        Assert.All(result.Waves[0].MissRms, rms => Assert.Equal(double.NaN, rms));
    }

    [Fact]
    public void The_same_luck_gives_the_same_draws()
    {
        var toy = new LinearToy(Slopes, doubt: 0.3, noise: 0.2);
        Moment[] figures = toy.Figures([0.5, 0.5, 0.5]);
        Assert.Equal(toy.Fit(figures, Small).Draws, toy.Fit(figures, Small).Draws);
    }
}
