using EcoSim.Cli.Explaining;
using EcoSim.Experiments.Lives;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;

namespace EcoSim.Cli.Running;

/// <summary>What a run found, for the terminal: the prominent outcomes, what the anchor fostered, and where the rest is.</summary>
internal static class OutcomeTable
{
    public static void Write(TextWriter output, Scenario scenario, ResultTables tables, int replicates, string folder, IReadOnlyList<ShortLife> lives)
    {
        var run = scenario.Plan.Parameters.Run;
        output.WriteLine(
            $"{scenario.Name}: {Count(replicates, "replicate")} of {Count(run.Months, "month")} from {run.Start}, seed {run.Seed}");
        if (scenario.Question.Length > 0)
        {
            output.WriteLine(scenario.Question);
        }

        ChangedText.Write(output, scenario);
        output.WriteLine();
        SpreadTable.Write(output, [.. Headlines.Prominent.SelectMany(name => tables.Summary.Where(row => row.Outcome == name))], replicates);
        output.WriteLine();
        if (tables.Fostered.FirstOrDefault(row => row.Outcome == Headlines.EcosystemValue) is { } fostered)
        {
            output.WriteLine(FosteredText(fostered));
            output.WriteLine();
        }

        ValueTable.Write(output, tables.Value, tables.Fostered.Count > 0 ? "with the anchor" : "value", "fostered by it");
        LifeText.Write(output, lives, folder);
        output.WriteLine($"Results: {folder}{Path.DirectorySeparatorChar}");
    }

    /// <summary>The headline: what the anchor fostered, with its uncertainty where there are pairs enough to know it.</summary>
    public static string FosteredText(FosteredRow row)
    {
        PairedDifference effect = row.Effect;
        string amount =
            $"Fostered by the anchor: {ReadableNumber.Of(effect.Difference)} of {ReadableNumber.Of(effect.First)} {row.Unit}";
        return effect.Pairs < 2
            ? $"{amount} (1 paired replicate: no interval; --replicates 20 gives one)"
            : $"{amount} ({SamePairs.Of(effect) ?? $"95 % CI {ReadableNumber.Of(effect.Low)} to {ReadableNumber.Of(effect.High)}"}, {effect.Pairs} paired replicates)";
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
