using MathNet.Numerics.Distributions;

namespace EcoSim.Tests.Statistics;

/// <summary>Tests of whole distributions: against a law, and of two samples against each other.</summary>
public static class Distribution
{
    /// <summary>Fails unless counts agree with equal probability of every cell, within k normal deviates.</summary>
    public static void Uniform(ReadOnlySpan<int> counts, double k, string what)
    {
        double total = 0;
        foreach (int count in counts)
        {
            total += count;
        }

        double expected = total / counts.Length;
        double statistic = 0;
        foreach (int count in counts)
        {
            statistic += (count - expected) * (count - expected) / expected;
        }

        Sigma.ChiSquare(statistic, counts.Length - 1, k, what);
    }

    /// <summary>Fails unless two histograms over the same cells come from one distribution: chi-square of the 2×m table.</summary>
    /// <remarks>Cells that are empty in both are left out; expected counts below 5 make the approximation poor, so merge such cells first.</remarks>
    public static void SameCounts(ReadOnlySpan<int> one, ReadOnlySpan<int> other, double k, string what)
    {
        Assert.Equal(one.Length, other.Length);
        double sumOne = 0, sumOther = 0, statistic = 0;
        for (int i = 0; i < one.Length; i++)
        {
            sumOne += one[i];
            sumOther += other[i];
        }

        int cells = 0;
        for (int i = 0; i < one.Length; i++)
        {
            if (one[i] + other[i] > 0)
            {
                double gap = one[i] * Math.Sqrt(sumOther / sumOne) - other[i] * Math.Sqrt(sumOne / sumOther);
                statistic += gap * gap / (one[i] + other[i]);
                cells++;
            }
        }

        // Two distributions may agree too well only by chance, so the test is one-sided.
        double deviate = Sigma.OfChiSquare(statistic, Math.Max(1, cells - 1));
        Assert.True(deviate <= k, $"{what}: two-sample chi-square {statistic:G6} over {cells} cells is {deviate:G4} sigma, allowed is {k:G4}.");
    }

    /// <summary>Fails unless a sample agrees with a continuous distribution function: Kolmogorov-Smirnov.</summary>
    public static void Follows(double[] sample, Func<double, double> cdf, double k, string what)
    {
        double[] sorted = [.. sample.Order()];
        double distance = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double p = cdf(sorted[i]);
            distance = Math.Max(distance, Math.Max(p - (double)i / sorted.Length, (i + 1.0) / sorted.Length - p));
        }

        AssertDistance(distance, Critical(k) / Math.Sqrt(sorted.Length), k, what);
    }

    /// <summary>Fails unless two samples come from one continuous distribution: two-sample Kolmogorov-Smirnov.</summary>
    public static void Same(double[] one, double[] other, double k, string what)
    {
        double[] a = [.. one.Order()], b = [.. other.Order()];
        double distance = 0;
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            double x = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] <= x)
            {
                i++;
            }

            while (j < b.Length && b[j] <= x)
            {
                j++;
            }

            distance = Math.Max(distance, Math.Abs((double)i / a.Length - (double)j / b.Length));
        }

        AssertDistance(distance, Critical(k) * Math.Sqrt(1.0 / a.Length + 1.0 / b.Length), k, what);
    }

    /// <summary>Kolmogorov's critical value √(−ln(α/2)/2), with α the two-sided chance of a normal deviate beyond k.</summary>
    private static double Critical(double k) => Math.Sqrt(-Math.Log(Normal.CDF(0, 1, -k)) / 2);

    private static void AssertDistance(double distance, double allowed, double k, string what) =>
        Assert.True(distance <= allowed, $"{what}: distribution functions are {distance:G4} apart, allowed is {allowed:G4} (as rare as {k:G3} sigma).");
}
