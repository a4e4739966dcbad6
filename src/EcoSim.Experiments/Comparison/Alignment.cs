using EcoSim.Experiments.Results;
using EcoSim.Model;

namespace EcoSim.Experiments.Comparison;

/// <summary>Worlds cut to the months and replicates that all of them have.</summary>
/// <param name="Baseline">What the others are compared with.</param>
/// <param name="Others">The changed worlds.</param>
/// <param name="Notes">What had to be left out, a sentence each.</param>
public sealed record Alignment(ComparedWorld Baseline, IReadOnlyList<ComparedWorld> Others, IReadOnlyList<string> Notes)
{
    /// <summary>Throws <see cref="RefusedException"/> when a world shares no luck, no calendar or no program with the baseline.</summary>
    public static Alignment Of(ComparedWorld baseline, IReadOnlyList<ComparedWorld> others)
    {
        RequireComparable(baseline, others);
        ComparedWorld[] all = [baseline, .. others];
        int months = all.Min(world => world.Setup.Months);
        int[] shared = [.. all.Select(world => world.Replicates.Select(run => run.Replicate)).Aggregate((one, other) => one.Intersect(other)).Order()];
        if (shared.Length == 0)
        {
            throw new RefusedException("The worlds have no replicate in common, so nothing can be paired. Run each with the same --replicates.");
        }

        var notes = new List<string>();
        if (all.Any(world => world.Setup.Months != months))
        {
            notes.Add($"The worlds run for different times ({Each(all, world => world.Setup.Months)} months); the first {months} months of each are compared.");
        }

        if (all.Any(world => Workers(world) != Workers(baseline)))
        {
            notes.Add($"The regions differ in size ({Each(all, Workers)} workers), so everything that grows with a region differs by that.");
        }

        if (all.Any(world => world.Replicates.Count != shared.Length))
        {
            notes.Add($"Not every world has every replicate ({Each(all, world => world.Replicates.Count)}); the {shared.Length} that all have are paired.");
        }

        return new Alignment(Cut(baseline, months, shared), [.. others.Select(other => Cut(other, months, shared))], notes);
    }

    /// <summary>Throws <see cref="RefusedException"/> when a world cannot be paired with the baseline; looks at no replicate.</summary>
    public static void RequireComparable(ComparedWorld baseline, IReadOnlyList<ComparedWorld> others)
    {
        foreach (ComparedWorld other in others)
        {
            RequireComparable(baseline, other);
        }
    }

    private static void RequireComparable(ComparedWorld baseline, ComparedWorld other)
    {
        Require("versions of the program", w => w.Version, "the difference would be that of the programs too");
        Require("builds of the model", w => w.ModelBuild, "the difference would be that of the models too");
        Require("run.seed", w => w.Setup.Seed, "without the same seed they share no luck, and replicates cannot be paired");
        Require("run.start", w => w.Setup.Start, "the same month would be another date");
        Require("run.warmupMonths", w => w.Setup.WarmupMonths, "the same month would be another age of the world");

        void Require<T>(string what, Func<ComparedWorld, T> of, string why)
        {
            if (!Equals(of(baseline), of(other)))
            {
                throw new RefusedException(
                    $"'{baseline.Label}' ({baseline.Origin}) and '{other.Label}' ({other.Origin}) cannot be compared: {what}: found {of(baseline)} and {of(other)}; "
                    + $"{why}. Run both again with the same program and settings.");
            }
        }
    }

    private static int Workers(ComparedWorld world) => world.Scenario.Plan.Parameters.Population.Workers;

    private static string Each(IEnumerable<ComparedWorld> worlds, Func<ComparedWorld, int> of) =>
        string.Join(", ", worlds.Select(world => $"{world.Label} {of(world).ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)}"));

    private static ComparedWorld Cut(ComparedWorld world, int months, int[] replicates) => world with
    {
        Replicates = [.. world.Replicates.Where(run => replicates.Contains(run.Replicate)).Select(run => run with { Series = Cut(run.Series, months) })],
    };

    private static SeriesTable Cut(SeriesTable series, int months)
    {
        if (series.Months == months)
        {
            return series;
        }

        var cut = new SeriesTable(months, series.Columns);
        for (int month = 0; month < months; month++)
        {
            series.Row(month).CopyTo(cut.Row(month));
        }

        return cut;
    }
}
