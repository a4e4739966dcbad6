using EcoSim.Cli.Comparing;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;
using EcoSim.Reporting;

namespace EcoSim.Cli.Validating;

/// <summary>The report on contested links for the terminal.</summary>
internal static class ContestedTable
{
    public static void Write(TextWriter output, Scenario scenario, IReadOnlyList<ContestedRow> rows)
    {
        var run = scenario.Plan.Parameters.Run;
        int pairs = rows[0].Fostered.Pairs;
        output.WriteLine(
            $"{scenario.Name}: what the anchor fostered with each contested link at nothing, {pairs} replicate{(pairs == 1 ? "" : "s")} of {run.Months} months with the same luck, seed {run.Seed}");
        ChangedText.Write(output, scenario);
        output.WriteLine();
        TextColumns.Write(
            output, ["link at nothing", "fostered value", "share", "change of fostered", "95 % CI", "ecosystem value", "change", "95 % CI"], rows.Select(Row), [1, 2, 3, 4, 5, 6, 7]);
        output.WriteLine("Million RMB in the last month. Fostered: with less without the anchor, ± half its 95 % interval; share: of the value with the anchor.");
        output.WriteLine("Changes: against the scenario as it is, paired by replicate (Student's t). Parameters and claims: contested.csv.");
        output.WriteLine();
        output.WriteLine(Verdict(rows));
    }

    private static string[] Row(ContestedRow row) => row.Link is null
        ? [row.Name, Fostered(row), Share(row), "", "", ReadableNumber.Of(row.Value.Mean), "", ""]
        : row.Changes.Count == 0
        ? [row.Name, Fostered(row), Share(row), "at nothing", "already", ReadableNumber.Of(row.Value.Mean), "", ""]
        :
        [
            row.Name, Fostered(row), Share(row), ComparisonTable.Signed(row.FosteredChange.Difference), Interval(row.FosteredChange),
            ReadableNumber.Of(row.Value.Mean), ComparisonTable.Signed(row.ValueChange.Difference), Interval(row.ValueChange),
        ];

    private static string Fostered(ContestedRow row)
    {
        PairedDifference fostered = row.Fostered;
        string half = double.IsNaN(fostered.High) ? "" : $" ± {ReadableNumber.Of(fostered.High - fostered.Difference)}";
        return ComparisonTable.Signed(fostered.Difference) + half;
    }

    private static string Share(ContestedRow row) => ComparisonTable.Percent(row.Share.Value, signed: false);

    private static string Interval(PairedDifference change) =>
        double.IsNaN(change.Low) ? "" : $"{ReadableNumber.Of(change.Low)} to {ReadableNumber.Of(change.High)}";

    /// <summary>The answer in one sentence: does the headline stand without what is disputed?</summary>
    private static string Verdict(IReadOnlyList<ContestedRow> rows)
    {
        ContestedRow asItIs = rows[0], none = rows[^1];
        string rest = none.Fostered switch
        {
            { Low: > 0 } => "it is still above 0",
            { High: < 0 } => "it is below 0",
            { Pairs: < 2 } => "one replicate does not tell its sign",
            _ => "its interval includes 0",
        };
        return $"The anchor fosters {Fostered(asItIs)} ({Share(asItIs)} of the ecosystem's value); with every contested link at nothing {Fostered(none)} ({Share(none)}): {rest}. "
            + ContestedText.Most(rows, change => ComparisonTable.Signed(change.Difference) + (change.Pairs < 2 ? "" : $" (95 % CI {Interval(change)})"));
    }
}
