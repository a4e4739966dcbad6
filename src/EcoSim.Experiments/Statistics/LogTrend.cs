namespace EcoSim.Experiments.Statistics;

/// <summary>Steady growth that fits a path best.</summary>
public static class LogTrend
{
    /// <summary>
    /// Slope b of the least-squares line ln xₜ = a + b·t, per step of t; exp(b) − 1 is the growth per step. Steps without a positive number
    /// are left out; NaN below two of them.
    /// </summary>
    public static double Slope(ReadOnlySpan<double> path)
    {
        double count = 0, sumT = 0, sumY = 0;
        for (int t = 0; t < path.Length; t++)
        {
            if (path[t] > 0 && double.IsFinite(path[t]))
            {
                (count, sumT, sumY) = (count + 1, sumT + t, sumY + Math.Log(path[t]));
            }
        }

        double meanT = sumT / count, meanY = sumY / count, both = 0, square = 0;
        for (int t = 0; t < path.Length; t++)
        {
            if (path[t] > 0 && double.IsFinite(path[t]))
            {
                both += (t - meanT) * (Math.Log(path[t]) - meanY);
                square += (t - meanT) * (t - meanT);
            }
        }

        return square > 0 ? both / square : double.NaN;
    }
}
