namespace EcoSim.Experiments.Statistics;

/// <summary>A two-by-two table: who has the event among those exposed and those not.</summary>
/// <param name="ExposedWith">Exposed, with the event.</param>
/// <param name="ExposedWithout">Exposed, without it.</param>
/// <param name="OthersWith">Not exposed, with the event.</param>
/// <param name="OthersWithout">Not exposed, without it.</param>
public readonly record struct TwoByTwo(double ExposedWith, double ExposedWithout, double OthersWith, double OthersWithout)
{
    public double Total => ExposedWith + ExposedWithout + OthersWith + OthersWithout;
}

/// <summary>A ratio of odds or hazards, which is symmetric on the log scale.</summary>
/// <param name="Ratio">1 when exposure makes no difference; NaN when the sample cannot tell.</param>
/// <param name="LogStandardError">Standard error of its natural logarithm; NaN when the ratio is 0, infinite or missing.</param>
public readonly record struct RatioEstimate(double Ratio, double LogStandardError)
{
    /// <summary>Lower end of the 95 % confidence interval.</summary>
    public double Low => Ratio * Math.Exp(-KaplanMeier.Normal95 * LogStandardError);

    /// <summary>Upper end of the 95 % confidence interval.</summary>
    public double High => Ratio * Math.Exp(KaplanMeier.Normal95 * LogStandardError);
}

/// <summary>Odds of an event among the exposed over the odds among the others.</summary>
public static class OddsRatio
{
    /// <summary>Odds ratio of one table; standard error of its logarithm √(1/a + 1/b + 1/c + 1/d) (Woolf 1955).</summary>
    public static RatioEstimate Of(TwoByTwo table) => MantelHaenszel([table]);

    /// <summary>
    /// Common odds ratio over strata (Mantel and Haenszel 1959): Σ aᵢdᵢ/nᵢ over Σ bᵢcᵢ/nᵢ, with the standard error of its logarithm by Robins,
    /// Breslow and Greenland (1986, Biometrics 42:311), which holds for few large strata and for many small ones. One stratum gives the plain
    /// odds ratio and Woolf's error. Empty strata are left out.
    /// </summary>
    public static RatioEstimate MantelHaenszel(IEnumerable<TwoByTwo> strata)
    {
        double sumR = 0, sumS = 0, pr = 0, mixed = 0, qs = 0;
        foreach (TwoByTwo one in strata)
        {
            double n = one.Total;
            if (n <= 0)
            {
                continue;
            }

            double r = one.ExposedWith * one.OthersWithout / n, s = one.ExposedWithout * one.OthersWith / n;
            double p = (one.ExposedWith + one.OthersWithout) / n, q = (one.ExposedWithout + one.OthersWith) / n;
            sumR += r;
            sumS += s;
            pr += p * r;
            mixed += p * s + q * r;
            qs += q * s;
        }

        double ratio = sumR / sumS;
        return sumR > 0 && sumS > 0
            ? new RatioEstimate(ratio, Math.Sqrt(pr / (2 * sumR * sumR) + mixed / (2 * sumR * sumS) + qs / (2 * sumS * sumS)))
            : new RatioEstimate(ratio, double.NaN);
    }
}
