using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Results;

/// <summary>One line of <c>fostered.csv</c>: an outcome with the anchor less the same without it.</summary>
public sealed record FosteredRow(string Outcome, string Unit, PairedDifference Effect);

/// <summary><c>fostered.csv</c>: what exists with the anchor and would not without it, paired by replicate.</summary>
public static class FosteredCsv
{
    public const string Name = "fostered.csv";

    private static readonly string[] Header =
    [
        "outcome", "unit", "with_anchor", "without_anchor", "difference", "standard_error", "ci_low", "ci_high", "replicates",
    ];

    /// <summary>A row per outcome over the replicates that finished in both worlds; empty when there are none.</summary>
    public static IReadOnlyList<FosteredRow> Of(IReadOnlyList<RunResult> with, IReadOnlyList<RunResult> without)
    {
        (RunResult With, RunResult Without)[] pairs =
            [.. with.Join(without, run => run.Replicate, run => run.Replicate, (one, other) => (one, other))];
        if (pairs.Length == 0)
        {
            return [];
        }

        var rows = new FosteredRow[Observables.All.Count];
        for (int column = 0; column < rows.Length; column++)
        {
            double[] first = Array.ConvertAll(pairs, pair => Outcome.Of(pair.With.Series, column));
            double[] second = Array.ConvertAll(pairs, pair => Outcome.Of(pair.Without.Series, column));
            Observable observable = Observables.All[column];
            rows[column] = new FosteredRow(observable.Name, observable.Unit, PairedDifference.Of(first, second));
        }

        return rows;
    }

    public static ReadOnlyMemory<byte> Format(IReadOnlyList<FosteredRow> rows)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, Header);
        foreach (FosteredRow row in rows)
        {
            PairedDifference effect = row.Effect;
            text.Word(row.Outcome).Word(row.Unit).Number(effect.First).Number(effect.Second).Number(effect.Difference)
                .Number(effect.StandardError).Number(effect.Low).Number(effect.High).Integer(effect.Pairs)
                .EndRow();
        }

        return text.Written;
    }

    /// <summary>Reads back what <see cref="Format"/> wrote.</summary>
    public static IReadOnlyList<FosteredRow> Read(string path) =>
    [
        .. CsvTable.Read(path).Select(cell => new FosteredRow(
            cell[0], cell[1],
            new PairedDifference(
                CsvTable.Number(cell[2]), CsvTable.Number(cell[3]), CsvTable.Number(cell[4]), CsvTable.Number(cell[5]),
                CsvTable.Number(cell[6]), CsvTable.Number(cell[7]), (int)CsvTable.Number(cell[8])))),
    ];
}
