using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Results;

/// <summary>One line of <c>summary.csv</c>.</summary>
public sealed record SummaryRow(string Outcome, string Unit, string Kind, string Measure, Spread Spread);

/// <summary><c>summary.csv</c>: every outcome over the replicates.</summary>
public static class SummaryCsv
{
    public const string Name = "summary.csv";

    private static readonly string[] Header =
        ["outcome", "unit", "kind", "measure", "mean", "sd", "standard_error", "q05", "q50", "q95", "n", "min", "max"];

    public static IReadOnlyList<SummaryRow> Of(IReadOnlyList<RunResult> replicates)
    {
        var rows = new SummaryRow[Observables.All.Count];
        var values = new double[replicates.Count];
        for (int column = 0; column < rows.Length; column++)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Outcome.Of(replicates[i].Series, column);
            }

            Observable observable = Observables.All[column];
            rows[column] = new SummaryRow(
                observable.Name, observable.Unit, observable.Kind.ToString().ToLowerInvariant(),
                Outcome.MeasureOf(observable), Spread.Of(values));
        }

        return rows;
    }

    public static ReadOnlyMemory<byte> Format(IReadOnlyList<SummaryRow> rows)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, Header);
        foreach (SummaryRow row in rows)
        {
            Spread spread = row.Spread;
            text.Word(row.Outcome).Word(row.Unit).Word(row.Kind).Word(row.Measure)
                .Number(spread.Mean).Number(spread.StandardDeviation).Number(spread.StandardError)
                .Number(spread.Low).Number(spread.Median).Number(spread.High).Integer(spread.Count).Number(spread.Least).Number(spread.Greatest)
                .EndRow();
        }

        return text.Written;
    }

    /// <summary>Reads back what <see cref="Format"/> wrote.</summary>
    public static IReadOnlyList<SummaryRow> Read(string path) =>
    [
        .. CsvTable.Read(path).Select(cell => new SummaryRow(
            cell[0], cell[1], cell[2], cell[3],
            new Spread(
                CsvTable.Number(cell[4]), CsvTable.Number(cell[5]), CsvTable.Number(cell[6]), CsvTable.Number(cell[7]),
                CsvTable.Number(cell[8]), CsvTable.Number(cell[9]), (int)CsvTable.Number(cell[10]))
            {
                Least = CsvTable.Number(cell.ElementAtOrDefault(11) ?? ""),
                Greatest = CsvTable.Number(cell.ElementAtOrDefault(12) ?? ""),
            })),
    ];
}
