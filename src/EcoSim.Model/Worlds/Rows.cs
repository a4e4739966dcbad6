namespace EcoSim.Model.Worlds;

/// <summary>Rows of records that are only ever appended, reached by reference so that nothing is copied.</summary>
public sealed class Rows<T>(int capacity)
    where T : struct
{
    private T[] _rows = LargePages.Allocate<T>(Math.Max(capacity, 4));

    public int Count { get; private set; }

    public ref T this[int row] => ref _rows[row];

    /// <summary>All rows, to write to; not valid after the next <see cref="Add"/>.</summary>
    public Span<T> Span => _rows.AsSpan(0, Count);

    public ReadOnlySpan<T> All => _rows.AsSpan(0, Count);

    /// <summary>Appends a row and returns its number. References taken before do not hold when the rows outgrow their room and move.</summary>
    public int Add(in T row)
    {
        Reserve(Count + 1);
        _rows[Count] = row;
        return Count++;
    }

    /// <summary>Makes room for a total of <paramref name="rows"/> rows.</summary>
    public void Reserve(int rows)
    {
        if (rows > _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(rows, _rows.Length + _rows.Length / 2));
        }
    }
}
