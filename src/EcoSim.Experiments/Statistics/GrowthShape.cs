using MathNet.Numerics;

namespace EcoSim.Experiments.Statistics;

/// <summary>Shape of a distribution of growth rates.</summary>
/// <param name="Shape">b of Subbotin's density: 2 is normal, 1 is Laplace (a tent on a logarithmic axis), below 1 is fatter still.</param>
/// <param name="StandardError">Asymptotic standard error of b.</param>
/// <param name="Scale">a of the density, in the unit of the rates.</param>
/// <param name="Count">Rates.</param>
public readonly record struct ShapeFit(double Shape, double StandardError, double Scale, int Count);

/// <summary>
/// Subbotin's family f(x) = exp(−|x − m|ᵇ / (b·aᵇ)) / (2·a·b^(1/b)·Γ(1 + 1/b)) fitted by maximum likelihood about the median m.
/// </summary>
/// <remarks>
/// Subbotin (1923); used for firms' growth by Bottazzi and Secchi (2006, RAND Journal of Economics 37:235). For given b the best scale is
/// a = (mean |x − m|ᵇ)^(1/b), which leaves one number to search for. Its asymptotic variance is b³ / (n·((1 + 1/b)·ψ′(1 + 1/b) − 1)).
/// </remarks>
public static class GrowthShape
{
    private const double LeastShape = 0.1, MostShape = 20;

    /// <summary>Rates below which no shape is told.</summary>
    private const int Fewest = 30;

    private const int GoldenSteps = 60;

    /// <summary>Fits the rates; null when there are fewer than 30 or more than half of them are one and the same.</summary>
    public static ShapeFit? Fit(IReadOnlyCollection<double> rates)
    {
        double[] sorted = [.. rates.Order()];
        if (sorted.Length < Fewest)
        {
            return null;
        }

        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        double[] logs = [.. sorted.Select(x => Math.Abs(x - median)).Where(x => x > 0).Select(x => Math.Log(x))];
        if (2 * logs.Length < sorted.Length)
        {
            return null;
        }

        // The logarithm of b, since the likelihood is nearly symmetric in it.
        double low = Math.Log(LeastShape), high = Math.Log(MostShape), golden = (Math.Sqrt(5) - 1) / 2;
        double left = high - golden * (high - low), right = low + golden * (high - low);
        double atLeft = LogLikelihood(logs, sorted.Length, Math.Exp(left)), atRight = LogLikelihood(logs, sorted.Length, Math.Exp(right));
        for (int step = 0; step < GoldenSteps; step++)
        {
            if (atLeft > atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - golden * (high - low);
                atLeft = LogLikelihood(logs, sorted.Length, Math.Exp(left));
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + golden * (high - low);
                atRight = LogLikelihood(logs, sorted.Length, Math.Exp(right));
            }
        }

        double shape = Math.Exp((low + high) / 2);
        return new ShapeFit(shape, ErrorOf(shape, sorted.Length), Math.Exp(LogScale(logs, sorted.Length, shape)), sorted.Length);
    }

    /// <summary>Mean log-likelihood at the best scale.</summary>
    private static double LogLikelihood(double[] logs, int count, double b) =>
        -Math.Log(2) - Math.Log(b) / b - SpecialFunctions.GammaLn(1 + 1 / b) - LogScale(logs, count, b) - 1 / b;

    private static double LogScale(double[] logs, int count, double b)
    {
        double largest = logs.Max();
        return largest + Math.Log(logs.Sum(log => Math.Exp(b * (log - largest))) / count) / b;
    }

    private static double ErrorOf(double b, int count)
    {
        const double step = 1e-4;
        double x = 1 + 1 / b;
        double trigamma = (SpecialFunctions.DiGamma(x + step) - SpecialFunctions.DiGamma(x - step)) / (2 * step);
        return Math.Sqrt(b * b * b / (count * (x * trigamma - 1)));
    }
}
