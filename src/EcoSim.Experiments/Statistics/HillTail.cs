namespace EcoSim.Experiments.Statistics;

/// <summary>Exponent of a power-law tail.</summary>
/// <param name="Exponent">α in P(X > x) ∝ x^−α.</param>
/// <param name="StandardError">α / √k, its asymptotic standard error.</param>
/// <param name="Threshold">Size above which the tail is fitted.</param>
/// <param name="TailCount">Observations k above the threshold.</param>
/// <param name="Share">Share of all observations above the threshold.</param>
public readonly record struct TailFit(double Exponent, double StandardError, double Threshold, int TailCount, double Share);

/// <summary>Hill's (1975) maximum-likelihood estimate of a power-law tail: 1/α = mean of ln(xᵢ / threshold) over the tail.</summary>
public static class HillTail
{
    /// <summary>Fits the largest share of the sizes; null when the tail has fewer than ten values or no spread.</summary>
    /// <param name="sizes">Positive sizes in any order.</param>
    /// <param name="share">Share of the observations taken as the tail, in (0, 1).</param>
    public static TailFit? Estimate(IReadOnlyCollection<double> sizes, double share = 0.1)
    {
        double[] falling = sizes.OrderDescending().ToArray();
        int tail = (int)(share * falling.Length);
        if (tail < 10)
        {
            return null;
        }

        double threshold = falling[tail];
        double meanLog = falling.Take(tail).Average(size => Math.Log(size / threshold));
        if (!(meanLog > 0) || !double.IsFinite(meanLog))
        {
            return null;
        }

        return new TailFit(1 / meanLog, 1 / meanLog / Math.Sqrt(tail), threshold, tail, (double)tail / falling.Length);
    }
}
