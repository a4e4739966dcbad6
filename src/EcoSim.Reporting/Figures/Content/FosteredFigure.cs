using EcoSim.Experiments.Ensembles;
using EcoSim.Model;
using EcoSim.Reporting.Style;
using MathNet.Numerics.Distributions;

namespace EcoSim.Reporting;

/// <summary>The headline: ecosystem value with the anchor, without it, and the paired difference.</summary>
internal static class FosteredFigure
{
    public static readonly Figure Declaration = new(
        "fostered", "Ecosystem value with and without the anchor, and what the anchor fostered",
        "How much of the ecosystem exists because of the anchor?", Needs.WithoutAnchor, Draw);

    /// <summary>Replicates that were run in both worlds.</summary>
    public static (RunResult With, RunResult Without)[] Pairs(FigureInput input) => input.Replicates
        .Join(input.Result.WithoutAnchor, r => r.Replicate, r => r.Replicate, (with, without) => (with, without)).ToArray();

    private static Page Draw(FigureInput input)
    {
        const string Value = "ecosystem_value";
        (RunResult With, RunResult Without)[] pairs = Pairs(input);
        IReadOnlyList<double[]> with = FigureInput.PathsOf(pairs.Select(p => p.With), Value);
        IReadOnlyList<double[]> without = FigureInput.PathsOf(pairs.Select(p => p.Without), Value);
        Panel levels = input.TimePanel("Ecosystem value", FigureInput.Observable(Value).Unit);
        levels.Band(input.Times, Band.Over(with), Colours.Vermillion);
        levels.Band(input.Times, Band.Over(without), Colours.Blue);

        Panel difference = input.TimePanel("Fostered: with less without, mean over replicates", FigureInput.Observable(Value).Unit);
        Band interval = MeanInterval(with.Zip(without, Series.Minus).ToArray());
        difference.Plot.Add.HorizontalLine(0, 1, Colours.Quiet);
        difference.Band(input.Times, interval, Colours.Green);

        string note = pairs.Length == 1
            ? "One replicate with the same luck in both worlds, so no band and no interval."
            : $"Top: median of {FigureInput.Count(pairs.Length)}; band: {FigureInput.QuantileNote(pairs.Length)}. "
              + "Bottom: mean of the differences between runs with the same luck, with its 95 % confidence interval (Student t, each month by itself).";
        return new Page
        {
            Legend = [(Colours.Vermillion, "with the anchor"), (Colours.Blue, "without the anchor, its people in ordinary firms"), (Colours.Green, "difference")],
            Note = note,
        }.With(1, levels, difference);
    }

    /// <summary>Mean over the paths and its 95 % confidence interval by Student's t; no width for a single path.</summary>
    public static Band MeanInterval(IReadOnlyList<double[]> paths)
    {
        int n = paths.Count;
        double quantile = n > 1 ? StudentT.InvCDF(0, 1, n - 1, 0.975) : 0;
        int length = paths.Min(p => p.Length);
        var band = new Band(new double[length], new double[length], new double[length]);
        for (int t = 0; t < length; t++)
        {
            double mean = paths.Average(p => p[t]);
            double variance = n > 1 ? paths.Sum(p => (p[t] - mean) * (p[t] - mean)) / (n - 1) : 0;
            double half = quantile * Math.Sqrt(variance / n);
            (band.Low[t], band.Middle[t], band.High[t]) = (mean - half, mean, mean + half);
        }

        return band;
    }
}
