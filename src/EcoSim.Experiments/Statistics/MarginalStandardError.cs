namespace EcoSim.Experiments.Statistics;

/// <summary>Where the start-up transient of a path ends.</summary>
/// <param name="Deleted">Values at the beginning that are best left out.</param>
/// <param name="IsSettled">False when the best place lies in the second half, so that the path is too short, or has no steady state, to tell.</param>
public readonly record struct Truncation(int Deleted, bool IsSettled);

/// <summary>MSER-5: truncation of a path that begins away from its steady state.</summary>
/// <remarks>
/// White (1997), Simulation 69:323-334; in batches of five, White, Cobb and Spratt (2000), Winter Simulation Conference, 755-760. With Z₁ … Zₙ the means of successive fives, as many batches are
/// deleted as make MSER(d) = Σ_{i>d} (Zᵢ − Z̄_d)² / (n − d)² least, Z̄_d being the mean of those left: the squared half-width of an interval of the mean, were batches independent. The last five
/// batches are never reached, where few values may agree by chance, and a minimum in the second half is rejected (Hoad, Robinson and Davies 2010, J. Oper. Res. Soc. 61:1389-1403).
/// </remarks>
public static class MarginalStandardError
{
    private const int Batch = 5;
    private const int Kept = 5;

    /// <summary>The least number of values with which there is anything to choose.</summary>
    public const int LeastValues = Batch * (Kept + 1);

    /// <summary>The truncation; null below <see cref="LeastValues"/> values or when one is missing (NaN).</summary>
    /// <param name="path">The path, a mean over replicates say; what does not fill a batch at the end is left out.</param>
    public static Truncation? Of(ReadOnlySpan<double> path)
    {
        int count = path.Length / Batch;
        if (path.Length < LeastValues)
        {
            return null;
        }

        var means = new double[count];
        for (int i = 0; i < count; i++)
        {
            foreach (double value in path.Slice(i * Batch, Batch))
            {
                means[i] += value / Batch;
            }

            if (!double.IsFinite(means[i]))
            {
                return null;
            }
        }

        int best = 0;
        double least = double.PositiveInfinity;
        for (int deleted = 0; deleted <= count - Kept; deleted++)
        {
            double[] left = means[deleted..];
            double mean = left.Sum() / left.Length;

            // Rounding of the mean of equal values must not decide.
            double error = Array.TrueForAll(left, value => value == left[0]) ? 0 : left.Sum(value => (value - mean) * (value - mean)) / ((double)left.Length * left.Length);
            if (error < least)
            {
                (best, least) = (deleted, error);
            }
        }

        return new Truncation(best * Batch, 2 * best <= count);
    }
}
