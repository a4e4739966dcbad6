using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Measures;

/// <summary>Cells of a ledger table by the name of their column, without a text for each.</summary>
internal sealed class TableReader(LedgerTable table)
{
    private readonly Dictionary<string, int> _columns = table.Columns.Select((column, place) => (column.Name, place)).ToDictionary(StringComparer.Ordinal);

    public int Rows => table.RowCount;

    /// <summary>Identity as it is packed; <see cref="LedgerTable.Missing"/> for an empty cell.</summary>
    public long Id(int row, string column) => table[row, _columns[column]];

    /// <summary>NaN for an empty cell.</summary>
    public double Number(int row, string column) => table.Number(row, _columns[column]);

    /// <summary>Null for an empty cell.</summary>
    public int? Whole(int row, string column) => table.IsMissing(row, _columns[column]) ? null : (int)table[row, _columns[column]];

    /// <summary>Null for an empty cell.</summary>
    public string? Word(int row, string column) => table.Text(row, _columns[column]);
}
