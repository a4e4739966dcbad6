using EcoSim.Cli.Comparing;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;

namespace EcoSim.Cli.Watching;

/// <summary>The prominent outcomes of a run for the terminal, beside those of the run before.</summary>
internal static class WatchTable
{
    /// <summary>Pairs below which a difference is shown without an interval: of two it says little, and the difference may turn with the next pair.</summary>
    private const int FewestForInterval = 3;

    /// <param name="output">Where to write.</param>
    /// <param name="result">The run.</param>
    /// <param name="difference">The run before as baseline and this one, paired; null for a first run.</param>
    public static void Write(TextWriter output, EnsembleResult result, PairedComparison? difference)
    {
        if (difference is null)
        {
            IReadOnlyList<SummaryRow> summary = SummaryCsv.Of(result.Replicates);
            SpreadTable.Write(output, [.. Headlines.Prominent.SelectMany(name => summary.Where(row => row.Outcome == name))], result.Replicates.Count);
            return;
        }

        WriteChanges(output, difference);
        if (difference.Identical)
        {
            output.WriteLine(ComparisonTable.IdenticalText(difference));
        }

        // The picture's lines are medians.
        string mean = difference.Baseline.Replicates.Count == 1 ? "" : "mean ";
        TextColumns.Write(
            output, ["outcome", $"{mean}before", $"{mean}now", "difference", "95 % CI", "of before", "unit"],
            Headlines.Prominent.SelectMany(name => difference.Effects.Where(effect => effect.Outcome == name)).Select(effect => new[]
            {
                effect.Outcome, TerminalNumber.Of(effect.Paired.Second), TerminalNumber.Of(effect.Paired.First), TerminalNumber.Signed(effect.Paired.Difference),
                effect.Paired.Pairs < FewestForInterval ? "-" : TerminalNumber.Interval(effect.Paired),
                TerminalNumber.Percent(effect.Relative, signed: true), effect.Unit,
            }),
            1, 2, 3, 4, 5);
    }

    private static void WriteChanges(TextWriter output, PairedComparison difference)
    {
        foreach (PlanChange change in difference.Changes)
        {
            output.WriteLine($"{change.What}: {change.ReadableBefore} -> {change.ReadableAfter}{(change.Unit.Length > 0 ? " " + change.Unit : "")}");
        }

        output.WriteLine(difference.Changes.Count > 0 ? "" : "Changed since the run before: no parameter, shock or series.");
    }
}
