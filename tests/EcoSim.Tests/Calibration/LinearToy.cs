using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Sweeps.Designs;
using MathNet.Numerics.Distributions;

namespace EcoSim.Tests.Calibration;

/// <summary>A simulator whose posterior is known: measures are linear in the parameters, the doubt about each is normal.</summary>
internal sealed class LinearToy(double[][] slopes, double doubt, double noise = 0, int seed = 1)
{
    private readonly DesignLuck _luck = new(seed);

    public int Parameters => slopes[0].Length;

    public double[] Means(double[] point) => [.. slopes.Select(row => row.Select((slope, i) => slope * (point[i] - 0.5)).Sum())];

    /// <summary>Figures that a truth gives, each with an error of the size of its doubt when asked for.</summary>
    public Moment[] Figures(double[] truth, DesignLuck? errors = null)
    {
        double[] means = Means(truth);
        return [.. means.Select((mean, i) => new Moment(
            $"F{i}", "", new Link(LinkKind.Identity), mean + (errors is { } luck ? doubt * Normal.InvCDF(0, 1, luck.Uniform(1, i)) : 0), doubt, doubt))];
    }

    public WaveResult Fit(IReadOnlyList<Moment> figures, CalibrationChoice choice, int luck = 1)
    {
        double[] own = [.. Enumerable.Repeat(0.5, Parameters)];
        return new WaveFit(figures, own, choice, new DesignLuck(luck)).Run(
            (wave, points) => [.. points.Select((point, i) => new Evaluation(point, Noisy(point, wave, i), [.. slopes.Select(_ => noise * noise)], 1))], []);
    }

    private double[] Noisy(double[] point, int wave, int place) =>
        [.. Means(point).Select((mean, i) => mean + noise * Normal.InvCDF(0, 1, _luck.Part(wave).Uniform(i, place)))];
}
