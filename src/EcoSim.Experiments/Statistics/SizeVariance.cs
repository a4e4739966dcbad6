namespace EcoSim.Experiments.Statistics;

/// <summary>How the spread of growth falls with size.</summary>
/// <param name="Exponent">β of sd(growth) ∝ size^β: 0 when size does not matter, −½ for a sum of independent parts of one size.</param>
/// <param name="StandardError">Standard error of the slope from the scatter about the line; NaN below three bins.</param>
/// <param name="Bins">Bins of equal count that the line goes through.</param>
public readonly record struct SizeVarianceFit(double Exponent, double StandardError, int Bins);

/// <summary>Slope of ln sd(growth) on ln size over bins of equal count (Stanley and others 1996, Nature 379:804, who found −0.15 to −0.2 for US firms).</summary>
public static class SizeVariance
{
    /// <summary>Observations that a bin needs for its standard deviation to be known to about a tenth.</summary>
    private const int LeastPerBin = 50;

    private const int LeastBins = 3;

    /// <summary>Fits the line; null when fewer than three bins can be filled or a bin has no spread.</summary>
    /// <param name="sizes">Positive size before growing.</param>
    /// <param name="growth">Log growth, in the same order.</param>
    /// <param name="bins">Bins wanted; fewer are made when they would hold fewer than 50.</param>
    public static SizeVarianceFit? Fit(IReadOnlyList<double> sizes, IReadOnlyList<double> growth, int bins = 10)
    {
        int count = Math.Min(bins, sizes.Count / LeastPerBin);
        if (count < LeastBins)
        {
            return null;
        }

        int[] rising = [.. Enumerable.Range(0, sizes.Count).OrderBy(i => sizes[i])];
        var points = new (double X, double Y)[count];
        for (int bin = 0; bin < count; bin++)
        {
            int[] members = rising[(int)((long)bin * rising.Length / count)..(int)((bin + 1L) * rising.Length / count)];
            double mean = members.Average(i => growth[i]);
            double variance = members.Sum(i => (growth[i] - mean) * (growth[i] - mean)) / (members.Length - 1);
            points[bin] = (members.Average(i => Math.Log(sizes[i])), 0.5 * Math.Log(variance));
        }

        return points.Any(point => !double.IsFinite(point.X + point.Y)) ? null : Line(points);
    }

    private static SizeVarianceFit? Line((double X, double Y)[] points)
    {
        double meanX = points.Average(point => point.X), meanY = points.Average(point => point.Y);
        double square = points.Sum(point => (point.X - meanX) * (point.X - meanX));
        if (!(square > 0))
        {
            return null;
        }

        double slope = points.Sum(point => (point.X - meanX) * (point.Y - meanY)) / square;
        double left = points.Sum(point => Math.Pow(point.Y - meanY - slope * (point.X - meanX), 2));
        return new SizeVarianceFit(slope, Math.Sqrt(left / (points.Length - 2) / square), points.Length);
    }
}
