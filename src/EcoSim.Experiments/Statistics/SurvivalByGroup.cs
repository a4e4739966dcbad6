namespace EcoSim.Experiments.Statistics;

/// <summary>Survival to one age, and of each group.</summary>
public static class SurvivalByGroup
{
    /// <summary>Kaplan-Meier share alive beyond a time; NaN when nobody was under observation that long while someone still lived.</summary>
    public static double At(double time, ReadOnlySpan<double> durations, ReadOnlySpan<bool> observed)
    {
        SurvivalStep[] steps = KaplanMeier.Estimate(durations, observed);
        if (steps.Length == 0 || (steps[^1].Time < time && steps[^1].Survival > 0))
        {
            return double.NaN;
        }

        return steps.LastOrDefault(step => step.Time <= time) is { AtRisk: > 0 } last ? last.Survival : 1;
    }

    /// <summary>The same for each group, by its key.</summary>
    /// <param name="time">Age, in the unit of the durations.</param>
    /// <param name="lives">Group, duration and whether it ended in the event.</param>
    public static IReadOnlyDictionary<TGroup, double> At<TGroup>(double time, IEnumerable<(TGroup Group, double Duration, bool Observed)> lives)
        where TGroup : notnull => lives
        .GroupBy(life => life.Group)
        .ToDictionary(group => group.Key, group => At(time, [.. group.Select(life => life.Duration)], [.. group.Select(life => life.Observed)]));
}
