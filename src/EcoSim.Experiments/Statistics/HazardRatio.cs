namespace EcoSim.Experiments.Statistics;

/// <summary>One life under observation.</summary>
/// <param name="Duration">Time from start to event or last sight.</param>
/// <param name="Observed">True when it ended in the event, false when it was censored.</param>
/// <param name="Exposed">The covariate.</param>
public readonly record struct ObservedLife(double Duration, bool Observed, bool Exposed);

/// <summary>Hazard among the exposed over the hazard among the others: Cox's proportional hazards with one binary covariate.</summary>
/// <remarks>
/// Cox (1972) partial likelihood; ties by Efron (1977), who lets each of d tied events see a risk set from which the mean of those before it is
/// gone. Strata share the ratio but have baseline hazards of their own. With θ = exp β and, in the l-th of d tied events of which d₁ exposed,
/// weights m₁ = n₁ − l·d₁/d and m₀ = n₀ − l·d₀/d, the chance that it is an exposed one is p = θm₁/(θm₁ + m₀); the score is
/// Σ (d₁ − Σ p) and the information Σ Σ p(1 − p).
/// </remarks>
public static class HazardRatio
{
    private const int MostSteps = 100;
    private const double Precise = 1e-12;

    /// <summary>One step of Newton's method goes no further than this in ln θ.</summary>
    private const double LongestStep = 2;

    /// <summary>Ratio over one stratum.</summary>
    public static RatioEstimate Of(IEnumerable<ObservedLife> lives) => Stratified([lives]);

    /// <summary>
    /// Ratio over strata. 0 or infinity, without an error, when only the others or only the exposed ever have events while both are at risk; NaN
    /// when no event has both at risk.
    /// </summary>
    public static RatioEstimate Stratified(IEnumerable<IEnumerable<ObservedLife>> strata)
    {
        EventTime[] events = [.. strata.SelectMany(TimesOf)];
        double exposed = events.Sum(at => at.ExposedEvents), all = events.Sum(at => at.Events);
        if (all == 0)
        {
            return new RatioEstimate(double.NaN, double.NaN);
        }

        // Without both kinds of event the likelihood has its top at the edge.
        if (exposed == 0 || exposed == all)
        {
            return new RatioEstimate(exposed == 0 ? 0 : double.PositiveInfinity, double.NaN);
        }

        double beta = 0;
        for (int step = 0; step < MostSteps; step++)
        {
            (double score, double information) = Slope(events, Math.Exp(beta));
            double move = Math.Clamp(score / information, -LongestStep, LongestStep);
            beta += move;
            if (Math.Abs(move) < Precise)
            {
                break;
            }
        }

        return new RatioEstimate(Math.Exp(beta), 1 / Math.Sqrt(Slope(events, Math.Exp(beta)).Information));
    }

    private static (double Score, double Information) Slope(EventTime[] events, double theta)
    {
        double score = 0, information = 0;
        foreach (EventTime at in events)
        {
            score += at.ExposedEvents;
            for (int l = 0; l < at.Events; l++)
            {
                double gone = (double)l / at.Events;
                double exposed = theta * (at.ExposedAtRisk - gone * at.ExposedEvents);
                double others = at.AtRisk - at.ExposedAtRisk - gone * (at.Events - at.ExposedEvents);
                double p = exposed / (exposed + others);
                score -= p;
                information += p * (1 - p);
            }
        }

        return (score, information);
    }

    /// <summary>Times at which something happens while both kinds are at risk; other times say nothing of the ratio.</summary>
    private static IEnumerable<EventTime> TimesOf(IEnumerable<ObservedLife> stratum)
    {
        ObservedLife[] lives = [.. stratum.OrderBy(life => life.Duration)];
        int exposedLeft = lives.Count(life => life.Exposed);
        for (int i = 0, next; i < lives.Length; i = next)
        {
            int events = 0, exposedEvents = 0, exposedHere = 0;
            for (next = i; next < lives.Length && lives[next].Duration == lives[i].Duration; next++)
            {
                events += lives[next].Observed ? 1 : 0;
                exposedEvents += lives[next] is { Observed: true, Exposed: true } ? 1 : 0;
                exposedHere += lives[next].Exposed ? 1 : 0;
            }

            if (events > 0 && exposedLeft > 0 && exposedLeft < lives.Length - i)
            {
                yield return new EventTime(lives.Length - i, exposedLeft, events, exposedEvents);
            }

            exposedLeft -= exposedHere;
        }
    }

    private readonly record struct EventTime(int AtRisk, int ExposedAtRisk, int Events, int ExposedEvents);
}
