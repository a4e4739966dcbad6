using MathNet.Numerics.Distributions;

namespace EcoSim.Experiments.Statistics;

/// <summary>What pairs say beyond their mean difference and its interval.</summary>
/// <param name="SameSignShare">Share of pairs whose difference has the sign of the mean; NaN when the mean is 0 or missing.</param>
/// <param name="VarianceFactor">
/// (Var a + Var b) / Var(b − a): how many times the replicates unpaired runs would need for the same interval. NaN below two pairs, or when
/// the differences do not vary.
/// </param>
/// <param name="MinimumDetectable">Smallest true difference found with 80 % power at the 5 % level (two-sided); NaN where it is not known.</param>
/// <param name="PValue">
/// Two-sided p-value of the paired t-test of no difference: 1 when every difference is 0, NaN below two pairs or when
/// all differences are one and the same other number.
/// </param>
public readonly record struct PairedEvidence(double SameSignShare, double VarianceFactor, double MinimumDetectable, double PValue)
{
    private const double Power = 0.8;

    /// <summary>Judges the change from <paramref name="from"/> to <paramref name="to"/>; pairs with a missing value (NaN) are left out.</summary>
    public static PairedEvidence Of(ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        if (from.Length != to.Length)
        {
            throw new ArgumentException($"Pairs need two arrays of one length, found {from.Length} and {to.Length}.");
        }

        var before = new List<double>(from.Length);
        var after = new List<double>(from.Length);
        for (int i = 0; i < from.Length; i++)
        {
            if (!double.IsNaN(from[i]) && !double.IsNaN(to[i]))
            {
                before.Add(from[i]);
                after.Add(to[i]);
            }
        }

        double[] differences = [.. after.Zip(before, (b, a) => b - a)];
        Spread spread = Spread.Of(differences);
        int sign = double.IsNaN(spread.Mean) ? 0 : Math.Sign(spread.Mean);
        return new PairedEvidence(
            sign == 0 ? double.NaN : differences.Count(d => Math.Sign(d) == sign) / (double)differences.Length,
            VarianceRatio([.. before], [.. after], spread.StandardDeviation),
            MinimumDetectableDifference(spread.StandardError, differences.Length),
            PValueOf(spread.Mean, spread.StandardError, spread.Count));
    }

    /// <summary>
    /// (t₀.₉₇₅ + t₀.₈₀) · standard error with pairs − 1 degrees of freedom (Bloom 1995, Evaluation Review 19:547); NaN
    /// below two pairs, or when the differences do not vary and so say nothing about chance.
    /// </summary>
    public static double MinimumDetectableDifference(double standardError, int pairs) => pairs < 2 || standardError == 0
        ? double.NaN
        : (StudentInterval.HalfWidth(pairs - 1) + StudentT.InvCDF(0, 1, pairs - 1, Power)) * standardError;

    private static double VarianceRatio(double[] before, double[] after, double sdOfDifference)
    {
        double unpaired = Square(Spread.Of(before).StandardDeviation) + Square(Spread.Of(after).StandardDeviation);
        return sdOfDifference > 0 ? unpaired / Square(sdOfDifference) : double.NaN;
    }

    /// <summary>Two-sided p-value of the t-test that a mean is 0: 1 when every value is 0, NaN below two values or when all are one and the same other number.</summary>
    public static double PValueOf(double mean, double standardError, int count) => count < 2 ? double.NaN
        : standardError > 0 ? 2 * StudentT.CDF(0, 1, count - 1, -Math.Abs(mean / standardError))
        : mean == 0 ? 1 : double.NaN;

    private static double Square(double x) => x * x;
}
