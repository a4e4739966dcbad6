namespace EcoSim.Model.Observation;

/// <summary>What the cells of a ledger column hold.</summary>
public enum ColumnKind
{
    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A real number; NaN is missing.</summary>
    Number,

    /// <summary>Identity of an organisation or person, written with its prefix.</summary>
    Id,

    /// <summary>One of the column's words.</summary>
    Word,

    /// <summary>true or false.</summary>
    Flag,
}

/// <summary>A column of a ledger table.</summary>
/// <param name="Name">Header of the column.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Words">For <see cref="ColumnKind.Word"/>: the words that the cells index.</param>
public sealed record LedgerColumn(string Name, ColumnKind Kind, string[]? Words = null);

/// <summary>
/// One table of the ledger: typed columns, rows appended in order. Cells are 64-bit words so that a table of a million
/// rows is one array per table; <see cref="Missing"/> marks an empty cell of any kind.
/// </summary>
public sealed class LedgerTable(string name, params LedgerColumn[] columns)
{
    /// <summary>The empty cell.</summary>
    public const long Missing = long.MinValue;

    private readonly List<long> _cells = [];

    /// <summary>File name without ending, such as <c>organizations</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Columns in order, without the leading <c>replicate</c> which the writer adds.</summary>
    public IReadOnlyList<LedgerColumn> Columns { get; } = columns;

    public int RowCount => _cells.Count / Columns.Count;

    /// <summary>The raw cell: a whole number, the bits of a double, an identity, a word's index or 0/1.</summary>
    public long this[int row, int column] => _cells[row * Columns.Count + column];

    public bool IsMissing(int row, int column) => this[row, column] == Missing;

    public double Number(int row, int column) =>
        IsMissing(row, column) ? double.NaN
        : Columns[column].Kind == ColumnKind.Number ? BitConverter.Int64BitsToDouble(this[row, column])
        : this[row, column];

    /// <summary>The cell as text: an identity with its prefix, a word, or null for anything else or missing.</summary>
    public string? Text(int row, int column) =>
        IsMissing(row, column) ? null
        : Columns[column].Kind switch
        {
            ColumnKind.Id => Identity.Format(this[row, column]),
            ColumnKind.Word => Columns[column].Words![this[row, column]],
            _ => null,
        };

    public int IndexOf(string column)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == column)
            {
                return i;
            }
        }

        throw new ArgumentException($"Table '{Name}' has no column '{column}'.", nameof(column));
    }

    /// <summary>Appends a row; the number of cells must be the number of columns.</summary>
    public void Add(params ReadOnlySpan<long> cells)
    {
        if (cells.Length != Columns.Count)
        {
            throw new ArgumentException($"Table '{Name}' has {Columns.Count} columns, the row has {cells.Length}.", nameof(cells));
        }

        _cells.AddRange(cells);
    }

    /// <summary>A real number as a cell; NaN becomes missing.</summary>
    public static long Cell(double value) => double.IsNaN(value) ? Missing : BitConverter.DoubleToInt64Bits(value);
}
