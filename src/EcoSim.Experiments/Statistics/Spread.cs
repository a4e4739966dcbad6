using MathNet.Numerics.Statistics;

namespace EcoSim.Experiments.Statistics;

/// <summary>One outcome over replicates. Missing values (NaN) are left out.</summary>
/// <param name="Mean">Mean; NaN without values.</param>
/// <param name="StandardDeviation">Sample standard deviation; NaN below two values.</param>
/// <param name="StandardError">Monte Carlo standard error of the mean; NaN below two values.</param>
/// <param name="Low">5 % quantile over replicates: spread, not a confidence interval.</param>
/// <param name="Median">Median over replicates.</param>
/// <param name="High">95 % quantile over replicates.</param>
/// <param name="Count">Values.</param>
public readonly record struct Spread(
    double Mean, double StandardDeviation, double StandardError, double Low, double Median, double High, int Count)
{
    /// <summary>
    /// So many values or fewer have no 5 % and 95 % quantiles worth the name: by definition 7 the lower one is at place 0.05 (n − 1), counted from
    /// 0, which up to here is below 1, so that each lies between the outermost value and the one next to it.
    /// </summary>
    public const int MostForRange = 20;

    /// <summary>Least value; NaN without values.</summary>
    public double Least { get; init; } = double.NaN;

    /// <summary>Greatest value.</summary>
    public double Greatest { get; init; } = double.NaN;

    /// <summary>True when the spread is told by its quantiles, false when by its least and greatest value.</summary>
    public bool HasQuantiles => AreEnough(Count);

    /// <summary>What tells the spread: quantiles, or with few values the least and the greatest.</summary>
    public (double Low, double High) Ends => HasQuantiles ? (Low, High) : (Least, Greatest);

    /// <summary>True for so many values that quantiles tell their spread.</summary>
    public static bool AreEnough(int values) => values > MostForRange;

    /// <summary>Quantiles interpolate linearly between order statistics (definition 7, the default of R and numpy).</summary>
    public static Spread Of(ReadOnlySpan<double> values)
    {
        double[] sorted = [.. values];
        sorted = Array.FindAll(sorted, value => !double.IsNaN(value));
        Array.Sort(sorted);
        return sorted.Length switch
        {
            0 => new Spread(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0),
            1 => new Spread(sorted[0], double.NaN, double.NaN, sorted[0], sorted[0], sorted[0], 1) { Least = sorted[0], Greatest = sorted[0] },
            _ => OfSorted(sorted),
        };
    }

    private static Spread OfSorted(double[] sorted)
    {
        // A running mean would leave a trace of rounding where differences cancel exactly.
        double mean = sorted.Sum() / sorted.Length;
        double sd = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / (sorted.Length - 1));
        return new Spread(
            mean, sd, sd / Math.Sqrt(sorted.Length), Quantile(sorted, 0.05), Quantile(sorted, 0.5), Quantile(sorted, 0.95), sorted.Length)
        {
            Least = sorted[0],
            Greatest = sorted[^1],
        };
    }

    private static double Quantile(double[] sorted, double share) =>
        SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
}
