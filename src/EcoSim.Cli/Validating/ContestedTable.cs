using EcoSim.Cli.Running;
using EcoSim.Experiments.Contested;
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
            output, ["link at nothing", "fostered value", "share", "change of fostered", "95 % CI", "p adj.", "ecosystem value", "change", "95 % CI"], rows.Select(Row), [1, 2, 3, 4, 5, 6, 7, 8]);
        WrappedText.Write(output, "Million RMB in the last month. Fostered: with less without the anchor, ± half its 95 % interval; share: of the value with the anchor. "
            + $"Changes: against the scenario as it is, paired by replicate (Student's t). {ContestedText.Corrected(rows)} Parameters: {ContestedFolder.TableName}.");
        output.WriteLine();
        TextColumns.Write(output, ["link", "what it says; 'ecosim describe parameters contested' lists its parameters"], ContestedLinks.All.Select(link => new[] { link.Name, link.Claim }));
        output.WriteLine();
        foreach (string answer in ContestedReport.Answers(rows))
        {
            WrappedText.Write(output, answer);
        }

        WrappedText.Write(output, HeldText.Sentence([]));
    }

    private static string[] Row(ContestedRow row) => row.Link is null
        ? [row.Name, Fostered(row), Share(row), "", "", "", TerminalNumber.Of(row.Value.Mean), "", ""]
        : row.Changes.Count == 0
        ? [row.Name, Fostered(row), Share(row), "at nothing", "already", "", TerminalNumber.Of(row.Value.Mean), "", ""]
        :
        [
            row.Name, Fostered(row), Share(row), TerminalNumber.Signed(row.FosteredChange.Difference), TerminalNumber.Interval(row.FosteredChange), TerminalNumber.Probability(row.AdjustedP),
            TerminalNumber.Of(row.Value.Mean), TerminalNumber.Signed(row.ValueChange.Difference), TerminalNumber.Interval(row.ValueChange),
        ];

    private static string Fostered(ContestedRow row)
    {
        PairedDifference fostered = row.Fostered;
        string half = double.IsNaN(fostered.High) ? "" : $" ± {TerminalNumber.Of(fostered.High - fostered.Difference)}";
        return TerminalNumber.Signed(fostered.Difference) + half;
    }

    private static string Share(ContestedRow row) => TerminalNumber.Percent(row.Share.Value, signed: false);
}
