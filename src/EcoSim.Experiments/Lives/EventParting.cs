using EcoSim.Model;

namespace EcoSim.Experiments.Lives;

/// <summary>An event that comes at different times or with different amounts in two worlds, or in one of them only.</summary>
/// <param name="Field">What changes.</param>
/// <param name="Value">What it becomes; of a month the value in the world in which it comes first.</param>
/// <param name="Step">The step after which it first stands in one world; null before the first tick.</param>
/// <param name="First">Month of the ledger in which it comes in the first world; null when it never does.</param>
/// <param name="Second">The same of the second world.</param>
public sealed record EventParting(LifeField Field, LifeValue Value, ScheduledStep? Step, int? First, int? Second)
{
    /// <summary>Amount that came with it in the first world, million RMB; 0 for none.</summary>
    public double FirstAmount { get; init; }

    /// <summary>The same of the second world.</summary>
    public double SecondAmount { get; init; }

    /// <summary>True when it is not the first time in the life.</summary>
    public bool Again { get; init; }

    /// <summary>True where an amount belongs to the event, even if it is 0.</summary>
    public bool HasAmounts => Field.ByDeeds || FirstAmount != 0 || SecondAmount != 0;

    /// <summary>The same as a parting of the lives.</summary>
    public Parting AsParting => new(Math.Min(First ?? int.MaxValue, Second ?? int.MaxValue), Step, [new Difference(Field, Side(First, FirstAmount), Side(Second, SecondAmount))]);

    /// <summary>For each event of two lives that ever differs, when it comes in each, in the order in which they come to differ.</summary>
    public static IReadOnlyList<EventParting> Of(FollowedLife first, FollowedLife second)
    {
        Dictionary<Key, Taking> mine = Taking.Of(first), theirs = Taking.Of(second);
        return
        [
            .. mine.Keys.Union(theirs.Keys)
                .Select(key => (Key: key, Mine: mine.GetValueOrDefault(key), Theirs: theirs.GetValueOrDefault(key)))
                .Where(pair => !Same(pair.Mine, pair.Theirs))
                .OrderBy(pair => Earlier(pair.Mine, pair.Theirs).When).ThenBy(pair => first.IndexOf(pair.Key.Field.Name))
                .DistinctBy(pair => pair.Key.Field.Unit == LifeField.Month ? pair.Key with { Number = 0 } : pair.Key)
                .Select(pair => Between(pair.Mine, pair.Theirs) with { Again = pair.Key is { Word: not null, Number: > 1 } }),
        ];
    }

    /// <summary>
    /// The rows to show where there is no room for all: of each kind of event the first that differs and the last, then the earliest of the others;
    /// in their order.
    /// </summary>
    public static IReadOnlyList<EventParting> Choose(IReadOnlyList<EventParting> events, int most)
    {
        EventParting[][] kinds = [.. events.GroupBy(parting => parting.Field).Select(kind => kind.ToArray())];
        HashSet<EventParting> chosen = [.. kinds.Select(kind => kind[0]).Concat(kinds.Select(kind => kind[^1])).Concat(events).Distinct().Take(most)];
        return [.. events.Where(chosen.Contains)];
    }

    private LifeValue Side(int? month, double amount) => month is null ? "-" : Value with { Number = Value.Word is null ? Value.Number : amount };

    private static bool Same(Taking? mine, Taking? theirs) =>
        mine is not null && theirs is not null && mine.When == theirs.When && (mine.Value.Word is null || mine.Value.Agrees(theirs.Value));

    private static Taking Earlier(Taking? mine, Taking? theirs) =>
        mine is null ? theirs! : theirs is null || mine.When.CompareTo(theirs.When) <= 0 ? mine : theirs;

    private static EventParting Between(Taking? mine, Taking? theirs)
    {
        Taking came = Earlier(mine, theirs);
        return new EventParting(came.Field, came.Value, came.When.Step < 0 ? null : Schedule.Steps[came.When.Step], mine?.When.Month, theirs?.When.Month)
        {
            FirstAmount = Amount(mine), SecondAmount = Amount(theirs),
        };
    }

    private static double Amount(Taking? taking) => taking?.Value is { Word: not null } value ? value.Number : 0;

    /// <summary>What makes an event of one world that of the other: the word or count that is reached, and for which time; of a month only the time.</summary>
    private sealed record Key(LifeField Field, string? Word, int Number);

    /// <summary>A field that takes a value.</summary>
    private sealed record Taking(LifeField Field, LifeValue Value, (int Month, int Step) When)
    {
        public static Dictionary<Key, Taking> Of(FollowedLife life)
        {
            var found = new Dictionary<Key, Taking>();
            for (int field = 0; field < life.Fields.Count; field++)
            {
                if (life.Fields[field] is { IsEvent: true, ByDeeds: false })
                {
                    Add(found, life, field);
                }
            }

            foreach (Deed deed in life.Deeds)
            {
                AddNext(found, new Taking(deed.Field, deed.Value, (deed.Month, deed.Step)), deed.Value.Word);
            }

            return found;
        }

        private static void Add(Dictionary<Key, Taking> found, FollowedLife life, int field)
        {
            LifeField what = life.Fields[field];
            LifeValue? before = null;
            foreach (Sighting seen in life.Sightings)
            {
                LifeValue now = seen.Values[field];
                (int, int) when = (seen.Month, seen.Step);
                if (what.Unit == LifeField.Month || now.Word is not null)
                {
                    if (before is null || before.Value.Word != now.Word || (now.Word is null && !now.Agrees(before.Value)))
                    {
                        AddNext(found, new Taking(what, now, when), now.Word);
                    }
                }
                else
                {
                    // A count that jumps reaches every number on its way.
                    for (int number = before is null ? (int)now.Number : 1 + (int)before.Value.Number; number <= now.Number; number++)
                    {
                        found.TryAdd(new Key(what, null, number), new Taking(what, number, when));
                    }
                }

                before = now;
            }
        }

        private static void AddNext(Dictionary<Key, Taking> found, Taking taking, string? word)
        {
            int time = 1;
            while (!found.TryAdd(new Key(taking.Field, word, time), taking))
            {
                time++;
            }
        }
    }
}
