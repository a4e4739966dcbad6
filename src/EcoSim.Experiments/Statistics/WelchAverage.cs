namespace EcoSim.Experiments.Statistics;

/// <summary>Welch's moving average, by which the end of a transient is seen.</summary>
/// <remarks>
/// Welch (1983), in Lavenberg (ed.), The Computer Performance Modeling Handbook, 268-328: the mean over replicates, smoothed by a centred window of 2w + 1 values; near the beginning the window is the
/// largest that fits there, so that nothing is mixed into the first values; the last w have no average (NaN).
/// </remarks>
public static class WelchAverage
{
    /// <param name="path">A mean over replicates; missing values (NaN) are left out.</param>
    /// <param name="half">w: values on either side.</param>
    public static double[] Of(ReadOnlySpan<double> path, int half)
    {
        var smooth = new double[path.Length];
        Array.Fill(smooth, double.NaN);
        for (int i = 0; i < smooth.Length - half; i++)
        {
            int reach = Math.Min(half, i), count = 0;
            double sum = 0;
            foreach (double value in path.Slice(i - reach, 2 * reach + 1))
            {
                if (!double.IsNaN(value))
                {
                    sum += value;
                    count++;
                }
            }

            smooth[i] = sum / count;
        }

        return smooth;
    }
}
