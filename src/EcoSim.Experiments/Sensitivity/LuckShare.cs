namespace EcoSim.Experiments.Sensitivity;

/// <summary>How much of the variance of the points' means is left over from the luck of their replicates.</summary>
internal static class LuckShare
{
    /// <summary>
    /// Variance of a point's mean that is luck: residual mean square of points × replicates (each less its point's and its replicate's mean) over
    /// the number of replicates. What a replicate's luck adds alike at every point is not in it, since it moves no mean against another. NaN for
    /// one replicate; points with a missing value are left out.
    /// </summary>
    /// <param name="outputs">For each point the output of each replicate.</param>
    public static double Of(IReadOnlyList<double[]> outputs)
    {
        double[][] whole = [.. outputs.Where(point => !point.Any(double.IsNaN))];
        if (whole.Length < 2 || whole[0].Length < 2)
        {
            return double.NaN;
        }

        int replicates = whole[0].Length;
        var luck = new double[replicates];
        foreach (double[] point in whole)
        {
            for (int replicate = 0; replicate < replicates; replicate++)
            {
                luck[replicate] += point[replicate] / whole.Length;
            }
        }

        double middle = luck.Average(), squares = 0;
        foreach (double[] point in whole)
        {
            double mean = point.Average();
            for (int replicate = 0; replicate < replicates; replicate++)
            {
                double rest = point[replicate] - mean - luck[replicate] + middle;
                squares += rest * rest;
            }
        }

        return squares / ((whole.Length - 1.0) * (replicates - 1)) / replicates;
    }
}
