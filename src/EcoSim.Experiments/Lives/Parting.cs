using EcoSim.Model;

namespace EcoSim.Experiments.Lives;

/// <summary>One field on which two worlds differ.</summary>
/// <param name="Field">What.</param>
/// <param name="First">Its value in the first world.</param>
/// <param name="Second">Its value in the second world.</param>
public sealed record Difference(LifeField Field, LifeValue First, LifeValue Second);

/// <summary>Where two lives part ways: a month, a step of the schedule, and what differs after it.</summary>
/// <param name="Month">Month of the ledger.</param>
/// <param name="Step">The step, or null when the worlds differ before the first tick.</param>
/// <param name="Differences">What differs, events first; empty when the being has come to be in one world only.</param>
public sealed record Parting(int Month, ScheduledStep? Step, IReadOnlyList<Difference> Differences) : IComparable<Parting>
{
    public int CompareTo(Parting? other) => other is null ? 1 : (Month, Place).CompareTo((other.Month, other.Place));

    /// <summary>Place of the step in the schedule; −1 before the first tick.</summary>
    private int Place => Step is null ? -1 : Schedule.Steps.ToList().IndexOf(Step);

    /// <summary>The first parting of two lives of one identity; null when there is none.</summary>
    public static Parting? Of(FollowedLife first, FollowedLife second)
    {
        foreach ((Sighting now, Sighting? mine, Sighting? theirs) in SideBySide(first, second))
        {
            if (mine is null || theirs is null)
            {
                return new Parting(now.Month, StepOf(now), []);
            }

            if (Between(first.Fields, mine.Values, theirs.Values) is { Length: > 0 } differences)
            {
                return new Parting(now.Month, StepOf(now), differences);
            }
        }

        return null;
    }

    /// <summary>Both lives after every step that changed either; null before a life begins.</summary>
    internal static IEnumerable<(Sighting Now, Sighting? First, Sighting? Second)> SideBySide(FollowedLife first, FollowedLife second)
    {
        int i = -1, j = -1;
        while (i + 1 < first.Sightings.Count || j + 1 < second.Sightings.Count)
        {
            Sighting? nextFirst = i + 1 < first.Sightings.Count ? first.Sightings[i + 1] : null;
            Sighting? nextSecond = j + 1 < second.Sightings.Count ? second.Sightings[j + 1] : null;
            int order = nextFirst is null ? 1 : nextSecond is null ? -1 : nextFirst.CompareTo(nextSecond);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            yield return (order <= 0 ? nextFirst! : nextSecond!, i < 0 ? null : first.Sightings[i], j < 0 ? null : second.Sightings[j]);
        }
    }

    /// <summary>The fields on which two worlds differ in the end, events first.</summary>
    public static IReadOnlyList<Difference> InTheEnd(FollowedLife first, FollowedLife second) =>
        first.Exists && second.Exists ? Between(first.Fields, first.Final(), second.Final()) : [];

    internal static ScheduledStep? StepOf(Sighting now) => now.Step < 0 ? null : Schedule.Steps[now.Step];

    private static Difference[] Between(IReadOnlyList<LifeField> fields, LifeValue[] first, LifeValue[] second) =>
    [
        .. Enumerable.Range(0, fields.Count).Where(i => !first[i].Agrees(second[i]))
            .Select(i => new Difference(fields[i], first[i], second[i]))
            .OrderByDescending(difference => difference.Field.IsEvent),
    ];
}
