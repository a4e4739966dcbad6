using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;

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

        bool quantiles = replicates > Spread.MostForRange;
        TextColumns.Write(
            output, ["outcome", "mean", quantiles ? "5 %" : "least", quantiles ? "95 %" : "most", "unit", ""],
            rows.Select(row => new[]
            {
                row.Outcome, ReadableNumber.Of(row.Spread.Mean), ReadableNumber.Of(quantiles ? row.Spread.Low : row.Spread.Least),
                ReadableNumber.Of(quantiles ? row.Spread.High : row.Spread.Greatest), row.Unit, row.Measure,
            }),
            1, 2, 3);
        output.WriteLine(quantiles
            ? "5 % and 95 % are quantiles over replicates (spread, not a confidence interval)."
            : $"Least and most of {replicates} replicates (spread, not a confidence interval); more than {Spread.MostForRange} have 5 % and 95 % quantiles.");
    }
}
