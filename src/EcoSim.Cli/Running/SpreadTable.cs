using EcoSim.Experiments.Results;
using EcoSim.Reporting;

namespace EcoSim.Cli.Running;

/// <summary>Outcomes over replicates, for the terminal.</summary>
internal static class SpreadTable
{
    /// <summary>Mean and spread of each outcome; of a single replicate its value.</summary>
    public static void Write(TextWriter output, IReadOnlyList<SummaryRow> rows, int replicates)
    {
        if (replicates < 2)
        {
            TextColumns.Write(output, ["outcome", "value", "unit", ""], rows.Select(row => new[] { row.Outcome, ReadableNumber.Of(row.Spread.Mean), row.Unit, row.Measure }), 1);
            return;
        }

        var spread = new SpreadText(rows);
        TextColumns.Write(
            output, ["outcome", "mean", spread.Low, spread.High, "unit", ""],
            rows.Select(row => new[]
            {
                row.Outcome, ReadableNumber.Of(row.Spread.Mean), ReadableNumber.Of(row.Spread.Ends.Low), ReadableNumber.Of(row.Spread.Ends.High), row.Unit, spread.Measure(row),
            }),
            1, 2, 3);
        output.WriteLine($"{spread.Reading(replicates)}.");
    }
}
