namespace EcoSim.Experiments.Statistics;

/// <summary>P-values corrected for the number of tests made together (Holm 1979, Scandinavian Journal of Statistics 6:65).</summary>
/// <remarks>
/// Rejecting where the adjusted value is below 5 % keeps the chance of even one false alarm among all tests below 5 %, however the
/// tests depend on each other, and outcomes of one simulation depend on each other strongly.
/// </remarks>
public static class HolmAdjustment
{
    /// <summary>Chance of even one false alarm that is put up with.</summary>
    public const double Level = 0.05;

    /// <summary>True when a mean is told from 0 after correction. One that is one and the same other number in every replicate needs no test.</summary>
    /// <param name="adjusted">Its corrected p-value; NaN where there is no test.</param>
    /// <param name="mean">The mean.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="count">Replicates.</param>
    public static bool Tells(double adjusted, double mean, double standardError, int count) => adjusted < Level || (count > 1 && mean != 0 && standardError == 0);

    /// <summary>
    /// Adjusted values in the order given: with p₍₁₎ ≤ … ≤ p₍ₘ₎, the k-th is max over j ≤ k of min(1, (m − j + 1) p₍ⱼ₎). A missing one (NaN) is no
    /// test and stays missing.
    /// </summary>
    public static double[] Of(IReadOnlyList<double> pValues)
    {
        double[] adjusted = [.. pValues];
        int[] rising = [.. Enumerable.Range(0, adjusted.Length).Where(i => !double.IsNaN(adjusted[i])).OrderBy(i => pValues[i])];
        double floor = 0;
        for (int rank = 0; rank < rising.Length; rank++)
        {
            floor = Math.Max(floor, Math.Min(1, (rising.Length - rank) * pValues[rising[rank]]));
            adjusted[rising[rank]] = floor;
        }

        return adjusted;
    }
}
