using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Lives;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Cli.Explaining;

/// <summary>Says where a life parts ways between two worlds, and how it ends in each.</summary>
/// <param name="output">Where to write.</param>
/// <param name="first">Name of the first world.</param>
/// <param name="second">Name of the second world.</param>
/// <param name="start">Calendar month of month 0.</param>
/// <param name="months">Recorded months that are compared.</param>
/// <param name="all">Leave nothing out of the tables.</param>
internal sealed class TwoLivesText(TextWriter output, string first, string second, CalendarMonth start, int months, bool all)
{
    private const string Never = "never";
    private const int MostFields = 6;
    private const int MostEvents = 10;
    private const int MostInTheEnd = 14;

    public void WriteChanges(Plan one, Plan other)
    {
        IReadOnlyList<PlanChange> changes = PlanChange.Between(one, other);
        if (changes.Count == 0)
        {
            output.WriteLine("Changed between the two: no parameter, shock or series.");
            return;
        }

        output.WriteLine("Changed between the two:");
        TextColumns.Write(output, ["  what", first, second, "unit"], changes.Select(change => new[] { "  " + change.What, change.ReadableBefore, change.ReadableAfter, change.Unit }));
    }

    public void Write(TwoLives lives)
    {
        string id = lives.First.Id;
        if (lives.Earliest is null)
        {
            output.WriteLine(
                lives.First.Exists
                    ? $"{id} lives the same life in both: nothing that is compared ({Compared(lives.First)}) differs after any step of any month."
                    : $"{id} exists in neither world within the months that both have.");
            return;
        }

        if (!lives.BeginTogether)
        {
            WriteBeginnings(lives);
            return;
        }

        output.WriteLine($"Until {When(lives.Earliest)} the life of {id} is the same in both ({Compared(lives.First)}).");
        output.WriteLine();
        WriteParting("First difference", lives.Earliest);
        output.WriteLine();
        WriteEvents(lives.Events);
        output.WriteLine();
        WriteEnd(lives);
    }

    /// <summary>What is compared of a person, an angel from outside or a start-up.</summary>
    private static string Compared(FollowedLife life) =>
        life.Id[0] == 's' ? "founders, rounds, milestones, compute, staff, sales and value"
        : life.IsWorker ? "jobs, skills, money, foundings and investments"
        : "money and investments, since the angel is from outside the model's population";

    private void WriteBeginnings(TwoLives lives)
    {
        output.WriteLine($"{lives.First.Id} does not begin alike in both:");
        TextColumns.Write(output, ["  world", "begins"], new[] { ("  " + first, lives.First), ("  " + second, lives.Second) }.Select(world => new[] { world.Item1, Beginning(world.Item2) }));
        output.WriteLine();
        if (lives.Founder is { } founder)
        {
            output.WriteLine($"A firm begins with its first founder, so the life of {founder.First.Id} says why.");
            Write(founder);
        }
        else if (lives.Earliest!.Step is { } step)
        {
            output.WriteLine($"Who comes is decided in step '{step.Name}', from numbers that differ between the worlds.");
            output.WriteLine($"  {step.Why}");
        }

        if (lives.First.Exists && lives.Second.Exists)
        {
            output.WriteLine();
            WriteEnd(lives);
        }
    }

    private string Beginning(FollowedLife life) => life.Exists
        ? When(life.Sightings[0].Month, life.Sightings[0].Step < 0 ? null : Schedule.Steps[life.Sightings[0].Step])
        : Never;

    private void WriteEvents(IReadOnlyList<EventParting> events)
    {
        if (events.Count == 0)
        {
            output.WriteLine("None of the events that are compared differs to the end: only numbers drift apart.");
            return;
        }

        IReadOnlyList<EventParting> shown = Shown(events.Count, MostEvents) == events.Count ? events : EventParting.Choose(events, MostEvents);
        TextColumns.Write(
            output, ["Events that differ, and when each comes", first, second, "first differs in step"],
            shown.Select(parting => (string[])["  " + Happening(parting), .. Times(parting), parting.Step?.Name ?? "at the start"]));
        WriteRest(events.Count - shown.Count);
        if (shown.Any(parting => parting.HasAmounts))
        {
            output.WriteLine("In brackets: million RMB.");
        }

        if (shown.Any(parting => parting.First is null || parting.Second is null))
        {
            output.WriteLine($"Never: not by {Month(months - 1)}, the last month that is compared.");
        }
    }

    private string Happening(EventParting parting) => parting.Field.Happening ?? $"{parting.Field.Name}: {Text(parting.Field, parting.Value)}{(parting.Again ? ", again" : "")}";

    /// <summary>When it comes in each world, with the amounts that come with it.</summary>
    private string[] Times(EventParting parting)
    {
        (LifeValue mine, LifeValue theirs) = (parting.FirstAmount, parting.SecondAmount);
        (string one, string other) = mine.Agrees(theirs) ? (ReadableNumber.Of(mine.Number), ReadableNumber.Of(theirs.Number)) : ReadableNumber.Apart(mine.Number, theirs.Number);
        return [At(parting.First, one), At(parting.Second, other)];

        string At(int? month, string amount) => month is not null && parting.HasAmounts ? $"{When(month)} ({amount})" : When(month);
    }

    private string When(int? month) => month is { } known ? Month(known) : Never;

    /// <summary>Rows to show: a single one left out would take the line that says so.</summary>
    private int Shown(int count, int most) => all || count <= most + 1 ? count : most;

    private void WriteRest(int left)
    {
        if (left > 0)
        {
            output.WriteLine($"  and {left} more; --all shows them");
        }
    }

    private void WriteParting(string title, Parting parting)
    {
        output.WriteLine($"{title}: {When(parting)}");
        if (parting.Step is { } step)
        {
            output.WriteLine($"  {step.Why}");
        }

        WriteFields("  what", parting.Differences, MostFields);
    }

    private void WriteEnd(TwoLives lives)
    {
        IReadOnlyList<Difference> differences = Parting.InTheEnd(lives.First, lives.Second);
        WriteFields($"{lives.First.Id} in the end", differences, MostInTheEnd);
        if (differences.Take(Shown(differences.Count, MostInTheEnd)).Any(difference => difference.First == LifeValue.Gone || difference.Second == LifeValue.Gone))
        {
            output.WriteLine($"{LifeValue.Gone.Word}: the firm was sold or closed in that world.");
        }
    }

    private void WriteFields(string title, IReadOnlyList<Difference> differences, int most)
    {
        if (differences.Count == 0)
        {
            return;
        }

        int shown = Shown(differences.Count, most);
        TextColumns.Write(
            output, [title, first, second, "unit"],
            differences.Take(shown).Select(difference =>
            {
                (string one, string other) = Values(difference);
                return new[] { "  " + difference.Field.Name, one, other, difference.Field.Unit is LifeField.Month ? "" : difference.Field.Unit };
            }));
        WriteRest(differences.Count - shown);
    }

    private (string, string) Values(Difference difference)
    {
        (LifeValue first, LifeValue second) = (difference.First, difference.Second);
        (string one, string other) = ReadableNumber.Apart(first.Number, second.Number);

        // Of the same word it is the amounts that differ.
        return first.Word is null && second.Word is null && difference.Field.Unit != LifeField.Month ? (one, other)
            : first.Word is not null && first.Word == second.Word ? ($"{first.Word} ({one} million)", $"{second.Word} ({other} million)")
            : (Text(difference.Field, first), Text(difference.Field, second));
    }

    private string Text(LifeField field, LifeValue value) =>
        value.Word ?? (field.Unit == LifeField.Month ? Month(value.Number) : ReadableNumber.Of(value.Number));

    private string Month(double month) => double.IsNaN(month) ? "-" : new CalendarMonth(start.Index + (int)month).ToString();

    private string When(Parting parting) => When(parting.Month, parting.Step);

    private string When(int month, ScheduledStep? step) => $"{Month(month)}, {(step is null ? "before the first month" : $"step '{step.Name}'")}";
}
