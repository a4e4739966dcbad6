namespace EcoSim.Experiments.Statistics;

/// <summary>P-values corrected for the number of tests made together (Holm 1979, Scandinavian Journal of Statistics 6:65).</summary>
/// <remarks>
/// Rejecting where the adjusted value is below 5 % keeps the chance of even one false alarm among all tests below 5 %, however the
/// tests depend on each other, and outcomes of one simulation depend on each other strongly.
/// </remarks>
public static class HolmAdjustment
{
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
