using MathNet.Numerics.Statistics;

namespace EcoSim.Reporting.Style;

/// <summary>Spread of several paths: the median and the 5 % and 95 % quantiles at each point; NaN where no path has a value.</summary>
/// <remarks>A spread over replicates, not a confidence interval of the median.</remarks>
internal sealed record Band(double[] Low, double[] Middle, double[] High)
{
    public const double LowShare = 0.05;
    public const double HighShare = 0.95;

    public static Band Over(IReadOnlyList<double[]> paths)
    {
        int length = paths.Min(p => p.Length);
        var band = new Band(new double[length], new double[length], new double[length]);
        var values = new double[paths.Count];
        for (int i = 0; i < length; i++)
        {
            int count = 0;
            foreach (double[] path in paths)
            {
                values[count] = path[i];
                count += double.IsFinite(path[i]) ? 1 : 0;
            }

            double[] sorted = values[..count];
            Array.Sort(sorted);
            band.Low[i] = Quantile(sorted, LowShare);
            band.Middle[i] = Quantile(sorted, 0.5);
            band.High[i] = Quantile(sorted, HighShare);
        }

        return band;
    }

    private static double Quantile(double[] sorted, double share) =>
        SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
}
