using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Results;

/// <summary><c>ledger/*.csv</c>: one file per table of the ledger, replicates one after another.</summary>
public static class LedgerCsv
{
    public const string Folder = "ledger";

    private const int FlushAt = 1 << 20;

    /// <summary>Names of the files that <see cref="Write"/> makes, without the folder.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<RunResult> replicates) =>
        [.. Tables(replicates).Select(table => table.Name + ".csv")];

    public static void Write(string folder, IReadOnlyList<RunResult> replicates)
    {
        IReadOnlyList<LedgerTable> tables = Tables(replicates);
        if (tables.Count > 0)
        {
            Directory.CreateDirectory(folder);
        }

        for (int index = 0; index < tables.Count; index++)
        {
            using FileStream file = File.Create(Path.Combine(folder, tables[index].Name + ".csv"));
            WriteTable(file, index, tables[index].Columns, replicates);
        }
    }

    /// <summary>Tables of the first replicate that kept a ledger; all ledgers have the same ones in the same order.</summary>
    internal static IReadOnlyList<LedgerTable> Tables(IReadOnlyList<RunResult> replicates) =>
        replicates.FirstOrDefault(replicate => replicate.Ledger.Count > 0)?.Ledger ?? [];

    private static void WriteTable(
        Stream file, int index, IReadOnlyList<LedgerColumn> columns, IReadOnlyList<RunResult> replicates)
    {
        var text = new CsvText();
        text.Word("replicate");
        foreach (LedgerColumn column in columns)
        {
            text.Word(column.Name);
        }

        text.EndRow();
        foreach (RunResult replicate in replicates.Where(replicate => replicate.Ledger.Count > 0))
        {
            LedgerTable table = replicate.Ledger[index];
            for (int row = 0; row < table.RowCount; row++)
            {
                WriteRow(text, table, replicate.Replicate, row);
                if (text.Written.Length >= FlushAt)
                {
                    file.Write(text.Written.Span);
                    text.Clear();
                }
            }
        }

        file.Write(text.Written.Span);
    }

    private static void WriteRow(CsvText text, LedgerTable table, int replicate, int row)
    {
        text.Integer(replicate);
        for (int column = 0; column < table.Columns.Count; column++)
        {
            if (table.IsMissing(row, column))
            {
                text.Word(null);
                continue;
            }

            switch (table.Columns[column].Kind)
            {
                case ColumnKind.Integer:
                    text.Integer(table[row, column]);
                    break;
                case ColumnKind.Number:
                    text.Number(table.Number(row, column));
                    break;
                case ColumnKind.Flag:
                    text.Word(table[row, column] != 0 ? "true" : "false");
                    break;
                default:
                    text.Word(table.Text(row, column));
                    break;
            }
        }

        text.EndRow();
    }
}
