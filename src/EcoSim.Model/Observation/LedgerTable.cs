using System.Runtime.InteropServices;

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
public sealed class LedgerTable
{
    /// <summary>The empty cell.</summary>
    public const long Missing = long.MinValue;

    private readonly int _fetchedRows;
    private Func<long[]>? _fetch;
    private List<long> _cells = [];

    /// <summary>A table without rows.</summary>
    public LedgerTable(string name, params LedgerColumn[] columns)
    {
        Name = name;
        Columns = columns;
    }

    /// <summary>A table whose cells lie elsewhere and are fetched when one is asked for.</summary>
    /// <param name="name">File name without ending.</param>
    /// <param name="columns">Columns in order.</param>
    /// <param name="rows">Rows that there are.</param>
    /// <param name="fetch">All cells, row by row.</param>
    public LedgerTable(string name, IReadOnlyList<LedgerColumn> columns, int rows, Func<long[]> fetch)
    {
        Name = name;
        Columns = columns;
        _fetchedRows = rows;
        _fetch = fetch;
    }

    /// <summary>File name without ending, such as <c>organizations</c>.</summary>
    public string Name { get; }

    /// <summary>Columns in order, without the leading <c>replicate</c> which the writer adds.</summary>
    public IReadOnlyList<LedgerColumn> Columns { get; }

    public int RowCount => _fetch is null ? _cells.Count / Columns.Count : _fetchedRows;

    /// <summary>All raw cells, row by row.</summary>
    public ReadOnlySpan<long> Cells => CollectionsMarshal.AsSpan(Fetched);

    /// <summary>The raw cell: a whole number, the bits of a double, an identity, a word's index or 0/1.</summary>
    public long this[int row, int column] => Fetched[row * Columns.Count + column];

    private List<long> Fetched
    {
        get
        {
            if (_fetch is { } fetch)
            {
                _cells = [.. fetch()];
                _fetch = null;
            }

            return _cells;
        }
    }

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

        Fetched.AddRange(cells);
    }

    /// <summary>A real number as a cell; NaN becomes missing.</summary>
    public static long Cell(double value) => double.IsNaN(value) ? Missing : BitConverter.DoubleToInt64Bits(value);
}
