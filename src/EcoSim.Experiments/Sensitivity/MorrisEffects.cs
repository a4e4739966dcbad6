using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Sensitivity;

/// <summary>An index with its uncertainty.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end of the 95 % confidence interval; NaN where it cannot be told.</param>
/// <param name="High">Upper end.</param>
/// <param name="NoiseFloor">What the luck of the replicates alone would give a parameter without effect; NaN for one replicate.</param>
public readonly record struct SensitivityIndex(double Value, double Low, double High, double NoiseFloor)
{
    /// <summary>True when the whole interval lies above what luck alone would give.</summary>
    public bool IsClear => Low > (double.IsNaN(NoiseFloor) ? 0 : NoiseFloor);
}

/// <summary>Elementary effects of one parameter: change of the outcome when it moves through its distribution, from wherever the others are.</summary>
/// <param name="Parameter">Which parameter.</param>
/// <param name="Mean">Mean effect μ, with its sign.</param>
/// <param name="MuStar">Mean size of the effect μ* (Campolongo, Cariboni and Saltelli 2007).</param>
/// <param name="Sigma">Standard deviation σ of the effect over the places from which it was moved: curvature and interaction.</param>
public sealed record MorrisEffect(int Parameter, double Mean, SensitivityIndex MuStar, SensitivityIndex Sigma);

/// <summary>Elementary effects from the outputs at the points of Morris trajectories.</summary>
public static class MorrisEffects
{
    private const int Resamples = 1000;

    /// <summary>Mean of |z| for a standard normal z.</summary>
    private static readonly double MeanSize = Math.Sqrt(2 / Math.PI);

    /// <summary>The effects in order of the parameters. A move with a missing value (NaN) at either end is left out.</summary>
    /// <param name="design">The trajectories.</param>
    /// <param name="outputs">For each point the output of each replicate; replicates share their luck over the points.</param>
    public static IReadOnlyList<MorrisEffect> Of(MorrisDesign design, IReadOnlyList<double[]> outputs) =>
        [.. Enumerable.Range(0, design.Parameters).Select(parameter => Of(design, outputs, parameter))];

    private static MorrisEffect Of(MorrisDesign design, IReadOnlyList<double[]> outputs, int parameter)
    {
        var effects = new List<double>();
        var errors = new List<double>();
        for (int point = 1; point < design.Points.Count; point++)
        {
            if (design.Moved[point] != parameter)
            {
                continue;
            }

            double step = design.Points[point][parameter] - design.Points[point - 1][parameter];
            Spread effect = Spread.Of([.. outputs[point].Zip(outputs[point - 1], (after, before) => (after - before) / step)]);
            if (effect.Count > 0)
            {
                effects.Add(effect.Mean);
                errors.Add(effect.StandardError);
            }
        }

        double[] all = [.. effects];
        Spread sizes = Spread.Of([.. all.Select(Math.Abs)]);
        double margin = StudentInterval.HalfWidth(sizes.Count - 1) * sizes.StandardError;
        Spread signed = Spread.Of(all);
        (double low, double high) = Bootstrap.Interval(all, values => Spread.Of(values).StandardDeviation, Resamples, seed: parameter);
        bool noisy = errors.Count > 0 && errors.All(double.IsFinite);
        return new MorrisEffect(
            parameter,
            signed.Mean,
            new SensitivityIndex(sizes.Mean, Math.Max(0, sizes.Mean - margin), sizes.Mean + margin, noisy ? MeanSize * errors.Average() : double.NaN),
            new SensitivityIndex(signed.StandardDeviation, low, high, noisy ? Math.Sqrt(errors.Average(error => error * error)) : double.NaN));
    }
}
