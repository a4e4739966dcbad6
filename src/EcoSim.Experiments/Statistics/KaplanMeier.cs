namespace EcoSim.Experiments.Statistics;

/// <summary>One observed time of a survival curve.</summary>
/// <param name="Time">Time since the start, in the unit of the durations given.</param>
/// <param name="AtRisk">Subjects under observation just before this time.</param>
/// <param name="Events">Events at this time.</param>
/// <param name="Censored">Subjects last seen at this time without an event; they count as at risk here.</param>
/// <param name="Survival">Share that survives beyond this time.</param>
/// <param name="StandardError">Greenwood's standard error of the survival; NaN once nobody is left.</param>
/// <param name="Low">Lower end of the pointwise interval, within 0-1; NaN once nobody is left.</param>
/// <param name="High">Upper end of the pointwise interval, within 0-1; NaN once nobody is left.</param>
public readonly record struct SurvivalStep(
    double Time, int AtRisk, int Events, int Censored, double Survival, double StandardError, double Low, double High);

/// <summary>The product-limit estimate of survival from durations that may be censored on the right.</summary>
/// <remarks>
/// Kaplan and Meier (1958): S(t) = Π over event times tᵢ ≤ t of (1 − dᵢ/nᵢ). Greenwood (1926):
/// Var S(t) = S(t)² Σ dᵢ / (nᵢ (nᵢ − dᵢ)). The interval is symmetric on the scale log(−log S), so it stays within 0-1
/// (Kalbfleisch and Prentice 1980, section 1.3).
/// </remarks>
public static class KaplanMeier
{
    /// <summary>The normal quantile of a two-sided 95 % interval.</summary>
    public const double Normal95 = 1.959963984540054;

    /// <summary>Estimates the curve, one step for each distinct duration in rising order; empty for no subject.</summary>
    /// <param name="durations">Time from start to event or last sight, at least 0, one for each subject in any order.</param>
    /// <param name="observed">True where the duration ended in the event, false where it was censored.</param>
    /// <param name="normalQuantile">Half-width of the interval in standard errors.</param>
    /// <exception cref="ArgumentException">The spans differ in length, or a duration is negative, infinite or NaN.</exception>
    public static SurvivalStep[] Estimate(
        ReadOnlySpan<double> durations, ReadOnlySpan<bool> observed, double normalQuantile = Normal95)
    {
        if (durations.Length != observed.Length)
        {
            throw new ArgumentException(
                $"There are {durations.Length} durations and {observed.Length} marks; give one mark for each duration.", nameof(observed));
        }

        foreach (double duration in durations)
        {
            if (!(duration >= 0 && double.IsFinite(duration)))
            {
                throw new ArgumentException($"Found a duration of {duration}; give finite times of at least 0.", nameof(durations));
            }
        }

        double[] times = durations.ToArray();
        bool[] events = observed.ToArray();
        Array.Sort(times, events);
        return Steps(times, events, normalQuantile);
    }

    private static SurvivalStep[] Steps(double[] times, bool[] events, double normalQuantile)
    {
        var steps = new List<SurvivalStep>();
        double survival = 1;
        double greenwoodSum = 0;
        for (int i = 0, next; i < times.Length; i = next)
        {
            int failed = 0;
            for (next = i; next < times.Length && times[next] == times[i]; next++)
            {
                failed += events[next] ? 1 : 0;
            }

            int atRisk = times.Length - i;
            survival *= 1 - (double)failed / atRisk;
            greenwoodSum += failed == 0 ? 0 : (double)failed / ((double)atRisk * (atRisk - failed));
            (double low, double high) = Interval(survival, greenwoodSum, normalQuantile);
            double standardError = survival == 0 ? double.NaN : survival * Math.Sqrt(greenwoodSum);
            steps.Add(new SurvivalStep(times[i], atRisk, failed, next - i - failed, survival, standardError, low, high));
        }

        return steps.ToArray();
    }

    private static (double Low, double High) Interval(double survival, double greenwoodSum, double normalQuantile)
    {
        if (survival is 0)
        {
            return (double.NaN, double.NaN);
        }

        if (greenwoodSum == 0)
        {
            return (1, 1);
        }

        double stretch = Math.Exp(normalQuantile * Math.Sqrt(greenwoodSum) / -Math.Log(survival));
        return (Math.Pow(survival, stretch), Math.Pow(survival, 1 / stretch));
    }
}
