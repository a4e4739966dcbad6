using System.Globalization;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Lives;

/// <summary>One table of one replicate's ledger, whether just simulated or read back from a file.</summary>
internal abstract class LifeTable
{
    private readonly Dictionary<string, ILookup<string, LifeRow>> _index = new(StringComparer.Ordinal);

    public abstract int RowCount { get; }

    public IEnumerable<LifeRow> Rows => Enumerable.Range(0, RowCount).Select(row => new LifeRow(this, row));

    /// <summary>The cell as it stands in the file; null when empty.</summary>
    public abstract string? Text(int row, string column);

    /// <summary>The number in a cell; NaN when empty.</summary>
    public abstract double Number(int row, string column);

    /// <summary>Rows with this word or identity in a column, in their order.</summary>
    public IEnumerable<LifeRow> Where(string column, string value)
    {
        if (!_index.TryGetValue(column, out ILookup<string, LifeRow>? rows))
        {
            rows = Rows.ToLookup(row => row[column] ?? "", StringComparer.Ordinal);
            _index.Add(column, rows);
        }

        return rows[value];
    }
}

/// <summary>One row of a table.</summary>
internal readonly record struct LifeRow(LifeTable Table, int Row)
{
    /// <summary>A word or identity; null when empty.</summary>
    public string? this[string column] => Table.Text(Row, column);

    public double Number(string column) => Table.Number(Row, column);

    /// <summary>A whole number; null when empty.</summary>
    public int? Whole(string column) => Number(column) is var value && double.IsNaN(value) ? null : (int)value;

    public bool Flag(string column) => this[column] == "true";
}

/// <summary>A table as a run has just made it.</summary>
internal sealed class SimulatedTable(LedgerTable table) : LifeTable
{
    private readonly Dictionary<string, int> _columns = table.Columns.Select((column, index) => (column.Name, index)).ToDictionary(StringComparer.Ordinal);

    public override int RowCount => table.RowCount;

    public override string? Text(int row, string column)
    {
        int index = _columns[column];
        return table.Columns[index].Kind switch
        {
            _ when table.IsMissing(row, index) => null,
            ColumnKind.Flag => table[row, index] != 0 ? "true" : "false",
            ColumnKind.Integer or ColumnKind.Number => table.Number(row, index).ToString("R", CultureInfo.InvariantCulture),
            _ => table.Text(row, index),
        };
    }

    public override double Number(int row, string column) => table.Number(row, _columns[column]);
}
