namespace EcoSim.Experiments.Statistics;

/// <summary>An estimate from all replicates together, and how much it owes to their luck.</summary>
/// <param name="Value">Estimate from all replicates pooled; NaN when they do not suffice.</param>
/// <param name="StandardError">Monte Carlo standard error over replicates; NaN below two replicates.</param>
/// <param name="Replicates">Replicates that were pooled.</param>
public readonly record struct PooledEstimate(double Value, double StandardError, int Replicates);

/// <summary>Standard error of a statistic that is no mean over replicates, such as a ratio, a survival share or a median.</summary>
/// <remarks>
/// Quenouille (1949) and Tukey (1958): with θ₍ᵢ₎ the estimate without replicate i and θ̄ their mean, the error is
/// √((n − 1)/n · Σ (θ₍ᵢ₎ − θ̄)²). A replicate is left out whole, so dependence within it does no harm. For a mean it is the
/// ordinary standard error, exactly. Medians are covered too when each replicate holds many observations (Shao and Wu 1989).
/// </remarks>
public static class Jackknife
{
    /// <summary>Estimates from all replicates and from all but each one.</summary>
    /// <param name="replicates">One item for each replicate.</param>
    /// <param name="estimate">The statistic of a set of replicates; NaN when it cannot be had from them.</param>
    public static PooledEstimate Of<T>(IReadOnlyList<T> replicates, Func<IReadOnlyList<T>, double> estimate)
    {
        double whole = replicates.Count == 0 ? double.NaN : estimate(replicates);
        if (replicates.Count < 2 || double.IsNaN(whole))
        {
            return new PooledEstimate(whole, double.NaN, replicates.Count);
        }

        var without = new double[replicates.Count];
        var others = new List<T>(replicates.Count - 1);
        for (int i = 0; i < without.Length; i++)
        {
            others.Clear();
            others.AddRange(replicates.Where((_, place) => place != i));
            without[i] = estimate(others);
        }

        // Rounding of the mean must not pass for spread.
        if (Array.TrueForAll(without, value => value == without[0]))
        {
            return new PooledEstimate(whole, 0, without.Length);
        }

        double mean = without.Average();
        double squares = without.Sum(value => (value - mean) * (value - mean));
        return new PooledEstimate(whole, Math.Sqrt((without.Length - 1.0) / without.Length * squares), without.Length);
    }
}
