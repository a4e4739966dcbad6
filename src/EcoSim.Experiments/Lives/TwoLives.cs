using EcoSim.Experiments.Results;
using EcoSim.Model;

namespace EcoSim.Experiments.Lives;

/// <summary>One identity in two worlds that share their luck, and where its lives part ways.</summary>
/// <param name="First">The life in the first world.</param>
/// <param name="Second">The life in the second world.</param>
/// <param name="Earliest">The first month and step in which anything differs; null when nothing ever does.</param>
/// <param name="Events">For each event that ever differs, when it comes in each world, in the order in which they come to differ.</param>
/// <param name="Founder">For a firm that does not begin at the same time in both worlds: its first founder in both.</param>
public sealed record TwoLives(FollowedLife First, FollowedLife Second, Parting? Earliest, IReadOnlyList<EventParting> Events, TwoLives? Founder)
{
    /// <summary>True when the life begins in the same month and step in both worlds.</summary>
    public bool BeginTogether => First.Exists && Second.Exists && First.Sightings[0].CompareTo(Second.Sightings[0]) == 0;

    /// <summary>Simulates a replicate of both worlds side by side and compares a life after every step of the schedule.</summary>
    public static TwoLives Of(Plan first, Plan second, int replicate, string id, CancellationToken cancel)
    {
        int months = Math.Min(first.Parameters.Run.Months, second.Parameters.Run.Months);
        FollowedLife[] lives = new FollowedLife[2];
        try
        {
            Parallel.For(0, lives.Length, i => lives[i] = FollowedLife.Of(i == 0 ? first : second, replicate, id, months, cancel));
        }
        catch (AggregateException error) when (error.InnerExceptions.Any(inner => inner is OperationCanceledException))
        {
            throw new OperationCanceledException(cancel);
        }

        IReadOnlyList<EventParting> events = EventParting.Of(lives[0], lives[1]);
        var both = new TwoLives(lives[0], lives[1], Earlier(Parting.Of(lives[0], lives[1]), events), events, null);
        bool begins = lives[0].Exists || lives[1].Exists;
        string? founder = begins && !both.BeginTogether ? FounderOf(lives[0].Exists ? lives[0] : lives[1]) : null;
        return founder is null ? both : both with { Founder = Of(first, second, replicate, founder, cancel) };
    }

    /// <summary>An amount may differ by so little that no sum shows it: then the event comes before any field differs.</summary>
    private static Parting? Earlier(Parting? fields, IReadOnlyList<EventParting> events) =>
        events.Count == 0 || (fields is not null && fields.CompareTo(events[0].AsParting) <= 0) ? fields : events[0].AsParting;

    /// <summary>Throws <see cref="RefusedException"/> when two folders do not share their luck and calendar, or cannot be simulated again.</summary>
    public static void Require(ResultFolder one, ResultFolder other)
    {
        foreach (ResultFolder folder in new[] { one, other })
        {
            if (!folder.CanBeRelived)
            {
                throw new RefusedException(
                    $"'{folder.Path}' was written by another version of the program, so its lives cannot be followed step by step. {ResultFolder.Again}");
            }
        }

        RunParameters mine = one.Scenario.Plan.Parameters.Run, theirs = other.Scenario.Plan.Parameters.Run;
        foreach ((string path, object a, object b) in new (string, object, object)[]
        {
            ("run.seed", mine.Seed, theirs.Seed), ("run.start", mine.Start, theirs.Start), ("run.warmupMonths", mine.WarmupMonths, theirs.WarmupMonths),
        })
        {
            if (!a.Equals(b))
            {
                throw new RefusedException(
                    $"'{one.Path}' and '{other.Path}' do not share their luck or calendar: {path} is {a} in the one and {b} in the other. "
                    + $"Run the scenario of '{other.Path}' again with {Option(path)}{a}, or that of '{one.Path}' with {Option(path)}{b}.");
            }
        }
    }

    private static string Option(string path) => path == "run.seed" ? "--seed " : $"--set {path}=";

    private static string? FounderOf(FollowedLife life)
    {
        int founders = life.IndexOf(FirmReader.Founders);
        return founders < 0 ? null : life.Sightings[0].Values[founders].Word?.Split(' ')[0];
    }
}
