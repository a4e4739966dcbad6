using EcoSim.Model;

namespace EcoSim.Experiments.Lives;

/// <summary>An event that comes at different times in two worlds, or in one of them only.</summary>
/// <param name="Field">What changes.</param>
/// <param name="Value">What it becomes, or at least reaches; of a month the value in the world in which it comes first.</param>
/// <param name="Step">The step after which the worlds first differ in it; null before the first tick.</param>
/// <param name="First">Month of the ledger in which it comes in the first world; null when it never does.</param>
/// <param name="Second">The same of the second world.</param>
public sealed record EventParting(LifeField Field, LifeValue Value, ScheduledStep? Step, int? First, int? Second)
{
    /// <summary>For each event of two lives that ever differs, when it comes in each, in the order in which they come to differ.</summary>
    public static IReadOnlyList<EventParting> Of(FollowedLife first, FollowedLife second)
    {
        var found = new List<EventParting>();
        var known = new HashSet<int>();
        Sighting? before = null;
        foreach ((Sighting now, Sighting? mine, Sighting? theirs) in Parting.SideBySide(first, second))
        {
            if (mine is null || theirs is null)
            {
                continue;
            }

            for (int field = 0; field < first.Fields.Count; field++)
            {
                if (first.Fields[field].IsEvent && !mine.Values[field].Agrees(theirs.Values[field]) && known.Add(field))
                {
                    found.AddRange(At(now, before?.Values[field], field, first, second));
                }
            }

            // Until a field differs both worlds agree on it, so either tells what it was.
            before = mine;
        }

        return found;
    }

    /// <summary>The events behind one difference: a value that either world has taken and the other not yet.</summary>
    private static IEnumerable<EventParting> At(Sighting now, LifeValue? before, int field, FollowedLife first, FollowedLife second)
    {
        LifeField what = first.Fields[field];
        bool dated = what.Unit == LifeField.Month;
        LifeValue[] taken = [.. new[] { first, second }.Select(life => After(life, now).First().Values[field])];
        foreach (LifeValue value in taken.Where(value => before is null || !value.Agrees(before.Value)).Take(dated ? 1 : taken.Length))
        {
            Sighting? mine = After(first, now).FirstOrDefault(Comes), theirs = After(second, now).FirstOrDefault(Comes);
            if (mine is null || theirs is null || mine.CompareTo(theirs) != 0)
            {
                yield return new EventParting(what, value, Parting.StepOf(now), mine?.Month, theirs?.Month);
            }

            // A month is another in each world: there any change of it is the event.
            bool Comes(Sighting seen) => dated ? before is null || !seen.Values[field].Agrees(before.Value) : Reaches(seen.Values[field], value);
        }
    }

    /// <summary>A life as it stands at a moment, dated to it, and as it changes later.</summary>
    private static IEnumerable<Sighting> After(FollowedLife life, Sighting now) =>
        life.Sightings.TakeWhile(seen => seen.CompareTo(now) <= 0).TakeLast(1).Select(seen => seen with { Month = now.Month, Step = now.Step })
            .Concat(life.Sightings.SkipWhile(seen => seen.CompareTo(now) <= 0));

    /// <summary>True for the same word, or a count that is as high.</summary>
    private static bool Reaches(LifeValue value, LifeValue wanted) => wanted.Word is null ? value.Number >= wanted.Number : value.Word == wanted.Word;
}
