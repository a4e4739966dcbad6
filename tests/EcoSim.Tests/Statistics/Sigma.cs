using System.Globalization;

namespace EcoSim.Tests.Statistics;

/// <summary>Assertions whose tolerance is a number k of standard errors, so none needs tuning.</summary>
/// <remarks>
/// A normal deviate passes k = 5 by chance once in 1.7 million and k = 6 once in 500 million. Draws are keyed, hence
/// each assertion gives the same verdict on every run: k guards against a flaw, not against flicker.
/// </remarks>
public static class Sigma
{
    /// <summary>Distance of a sample mean from its expectation, in standard errors <c>sd/√n</c>.</summary>
    public static double OfMean(double actual, double expected, double sd, double n) => (actual - expected) / (sd / Math.Sqrt(n));

    /// <summary>Fails unless a mean of n independent values of the given standard deviation lies within k·sd/√n.</summary>
    public static void Mean(double actual, double expected, double sd, double n, double k, string what = "mean") =>
        Within(OfMean(actual, expected, sd, n), k, $"{what}: found {Say(actual)}, expected {Say(expected)} ± {Say(sd / Math.Sqrt(n))} over {Say(n)} values");

    /// <summary>Fails unless a share of hits in n independent trials lies within k binomial standard errors of p.</summary>
    public static void Share(double hits, double n, double p, double k, string what = "share") =>
        Mean(hits / n, p, Math.Sqrt(p * (1 - p)), n, k, what);

    /// <summary>Fails unless a count lies within k·√expected, the spread of a Poisson variable.</summary>
    public static void Count(double actual, double expected, double k, string what = "count") =>
        Within((actual - expected) / Math.Sqrt(expected), k, $"{what}: found {Say(actual)}, expected {Say(expected)}");

    /// <summary>Fails unless a chi-square statistic is within k normal deviates of its expectation, on either side.</summary>
    public static void ChiSquare(double statistic, int degrees, double k, string what = "chi-square") =>
        Within(OfChiSquare(statistic, degrees), k, $"{what}: chi-square {Say(statistic)} on {degrees} degrees of freedom");

    /// <summary>Normal deviate of a chi-square statistic by its cube root (Wilson and Hilferty 1931).</summary>
    public static double OfChiSquare(double statistic, int degrees)
    {
        double spread = 2.0 / (9.0 * degrees);
        return (Math.Cbrt(statistic / degrees) - (1 - spread)) / Math.Sqrt(spread);
    }

    /// <summary>Fails unless the mean of paired differences has the expected sign by more than k standard errors.</summary>
    /// <param name="differences">One difference per replicate.</param>
    /// <param name="sign">+1 or -1.</param>
    /// <param name="k">Standard errors that the mean must be away from zero.</param>
    /// <param name="what">What moved.</param>
    public static void Sign(IReadOnlyList<double> differences, int sign, double k, string what)
    {
        double mean = differences.Average();
        double error = Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Count - 1.0) / differences.Count);
        string direction = sign > 0 ? "rise" : "fall";
        Assert.True(
            sign * mean > k * error,
            $"{what}: expected to {direction} by more than {Say(k)} standard errors, found a mean change of {Say(mean)} ± {Say(error)} ({Say(mean / error)} sigma) over {differences.Count} pairs.");
    }

    /// <summary>Fails unless a standard normal deviate is within ±k.</summary>
    public static void Within(double deviate, double k, string what) =>
        Assert.True(Math.Abs(deviate) <= k, $"{what}; that is {Say(deviate)} sigma, allowed is {Say(k)}.");

    private static string Say(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
