using EcoSim.Model.Randomness;
using MathNet.Numerics.Statistics;

namespace EcoSim.Experiments.Statistics;

/// <summary>Confidence intervals by drawing again from what was observed (Efron and Tibshirani 1993, percentile intervals).</summary>
public static class Bootstrap
{
    private const double LowShare = 0.025;
    private const double HighShare = 0.975;

    /// <summary>95 % percentile interval of a statistic; NaN below three values.</summary>
    /// <param name="values">Independent observations.</param>
    /// <param name="statistic">The statistic of a sample of this size.</param>
    /// <param name="resamples">Times that it is drawn again.</param>
    /// <param name="seed">Luck of drawing; the same seed gives the same interval.</param>
    public static (double Low, double High) Interval(double[] values, Func<double[], double> statistic, int resamples, long seed)
    {
        if (values.Length < 3)
        {
            return (double.NaN, double.NaN);
        }

        var statistics = new double[resamples];
        var sample = new double[values.Length];
        for (int resample = 0; resample < resamples; resample++)
        {
            for (int i = 0; i < sample.Length; i++)
            {
                sample[i] = values[(int)Math.BigMul(Draw.Child((ulong)seed, resample, i), (ulong)values.Length, out _)];
            }

            statistics[resample] = statistic(sample);
        }

        Array.Sort(statistics);
        return (
            SortedArrayStatistics.QuantileCustom(statistics, LowShare, QuantileDefinition.R7),
            SortedArrayStatistics.QuantileCustom(statistics, HighShare, QuantileDefinition.R7));
    }
}
