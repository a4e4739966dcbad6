using EcoSim.Model;
using EcoSim.Model.Observation;
using Parquet;
using Parquet.Schema;

namespace EcoSim.Experiments.Results;

/// <summary><c>ledger/*.parquet</c>: what <see cref="LedgerCsv"/> writes, as Parquet. A missing cell is null.</summary>
public static class LedgerParquet
{
    /// <summary>Writes a file per table, replicates one after another.</summary>
    public static void Write(string folder, IReadOnlyList<RunResult> replicates)
    {
        IReadOnlyList<LedgerTable> tables = LedgerCsv.Tables(replicates);
        if (tables.Count > 0)
        {
            Directory.CreateDirectory(folder);
        }

        for (int index = 0; index < tables.Count; index++)
        {
            using FileStream file = File.Create(Path.Combine(folder, tables[index].Name + ".parquet"));
            IReadOnlyList<LedgerColumn> columns = tables[index].Columns;
            DataField[] fields = [new DataField<int>("replicate"), .. columns.Select(FieldOf)];
            ParquetFile.Write(file, fields, Groups(replicates, index).Select<List<Part>, Func<ParquetRowGroupWriter, Task>>(
                group => rows => WriteGroup(rows, fields, columns, group)));
        }
    }

    private static DataField FieldOf(LedgerColumn column) => column.Kind switch
    {
        ColumnKind.Integer => new DataField<long?>(column.Name),
        ColumnKind.Number => new DataField<double?>(column.Name),
        ColumnKind.Flag => new DataField<bool?>(column.Name),
        _ => new DataField<string>(column.Name),
    };

    private static IEnumerable<List<Part>> Groups(IReadOnlyList<RunResult> replicates, int index)
    {
        var group = new List<Part>();
        int rows = 0;
        foreach (RunResult replicate in replicates.Where(replicate => replicate.Ledger.Count > 0))
        {
            LedgerTable table = replicate.Ledger[index];
            group.Add(new Part(replicate.Replicate, table));
            rows += table.RowCount;
            if (rows >= ParquetFile.RowsOfGroup)
            {
                yield return group;
                group = [];
                rows = 0;
            }
        }

        if (rows > 0)
        {
            yield return group;
        }
    }

    private static async Task WriteGroup(ParquetRowGroupWriter rows, DataField[] fields, IReadOnlyList<LedgerColumn> columns, List<Part> group)
    {
        await rows.WriteAsync<int>(fields[0], group.SelectMany(part => Enumerable.Repeat(part.Replicate, part.Table.RowCount)).ToArray());
        for (int column = 0; column < columns.Count; column++)
        {
            int of = column;
            DataField field = fields[column + 1];
            switch (columns[column].Kind)
            {
                case ColumnKind.Integer:
                    await rows.WriteAsync<long>(field, Cells<long?>(group, (table, row) => table.IsMissing(row, of) ? null : table[row, of]));
                    break;
                case ColumnKind.Number:
                    await rows.WriteAsync<double>(field, Cells<double?>(group, (table, row) => table.IsMissing(row, of) ? null : table.Number(row, of)));
                    break;
                case ColumnKind.Flag:
                    await rows.WriteAsync<bool>(field, Cells<bool?>(group, (table, row) => table.IsMissing(row, of) ? null : table[row, of] != 0));
                    break;
                default:
                    await rows.WriteAsync(field, Cells<string>(group, (table, row) => table.Text(row, of)!).ToArray());
                    break;
            }
        }
    }

    private static ReadOnlyMemory<T> Cells<T>(List<Part> group, Func<LedgerTable, int, T> cell) =>
        group.SelectMany(part => Enumerable.Range(0, part.Table.RowCount).Select(row => cell(part.Table, row))).ToArray();

    private readonly record struct Part(int Replicate, LedgerTable Table);
}
