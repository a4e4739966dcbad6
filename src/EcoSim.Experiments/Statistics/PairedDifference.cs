namespace EcoSim.Experiments.Statistics;

/// <summary>Mean difference between two worlds that share their luck replicate by replicate.</summary>
/// <param name="First">Mean in the first world, over the pairs.</param>
/// <param name="Second">Mean in the second world, over the pairs.</param>
/// <param name="Difference">First less second.</param>
/// <param name="StandardError">Standard error of the difference; NaN below two pairs.</param>
/// <param name="Low">Lower end of the 95 % confidence interval (Student's t); NaN below two pairs.</param>
/// <param name="High">Upper end.</param>
/// <param name="Pairs">Replicates present in both worlds.</param>
public readonly record struct PairedDifference(
    double First, double Second, double Difference, double StandardError, double Low, double High, int Pairs)
{
    /// <summary>Pairs in which either value is missing (NaN) are left out. The arrays must be of one length.</summary>
    public static PairedDifference Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"Pairs need two arrays of one length, found {first.Length} and {second.Length}.");
        }

        int pairs = 0;
        double sumFirst = 0, sumSecond = 0;
        var differences = new double[first.Length];
        for (int i = 0; i < first.Length; i++)
        {
            if (!double.IsNaN(first[i]) && !double.IsNaN(second[i]))
            {
                sumFirst += first[i];
                sumSecond += second[i];
                differences[pairs++] = first[i] - second[i];
            }
        }

        Spread spread = Spread.Of(differences.AsSpan(0, pairs));
        double margin = StudentInterval.HalfWidth(pairs - 1) * spread.StandardError;
        return new PairedDifference(
            sumFirst / pairs, sumSecond / pairs, spread.Mean, spread.StandardError, spread.Mean - margin, spread.Mean + margin, pairs);
    }
}
