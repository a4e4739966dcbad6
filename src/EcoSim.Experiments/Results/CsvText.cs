using System.Globalization;
using System.Text;

namespace EcoSim.Experiments.Results;

/// <summary>CSV rows built as UTF-8 in one growing buffer: invariant culture, <c>\n</c> line ends, missing cells empty.</summary>
/// <remarks>Real numbers are written with the fewest digits that read back to the same value.</remarks>
public sealed class CsvText(int capacity = 1 << 16)
{
    /// <summary>Longest number or identity, with room to spare.</summary>
    private const int LongestCell = 64;

    /// <summary>Below this a whole number is exact in a double, and is written faster as an integer.</summary>
    private const double LargestExactInteger = 9007199254740992;

    private byte[] _buffer = new byte[capacity];
    private int _length;
    private bool _rowBegun;

    /// <summary>Everything written so far.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    public void Clear()
    {
        _length = 0;
        _rowBegun = false;
    }

    /// <summary>A real number; NaN is an empty cell.</summary>
    public CsvText Number(double value)
    {
        BeginCell();
        if (double.IsNaN(value))
        {
            return this;
        }

        var whole = (long)value;
        Span<byte> free = _buffer.AsSpan(_length);
        int written;
        bool fits = whole == value && Math.Abs(value) < LargestExactInteger
            ? whole.TryFormat(free, out written, default, CultureInfo.InvariantCulture)
            : value.TryFormat(free, out written, default, CultureInfo.InvariantCulture);
        return Advance(fits, written);
    }

    /// <summary>A whole number.</summary>
    public CsvText Integer(long value)
    {
        BeginCell();
        bool fits = value.TryFormat(_buffer.AsSpan(_length), out int written, default, CultureInfo.InvariantCulture);
        return Advance(fits, written);
    }

    /// <summary>Text, quoted when it holds a comma, a quote or a line end; null is an empty cell.</summary>
    public CsvText Word(string? text)
    {
        BeginCell();
        if (text is null)
        {
            return this;
        }

        string cell = text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : '"' + text.Replace("\"", "\"\"") + '"';
        Reserve(Encoding.UTF8.GetMaxByteCount(cell.Length));
        _length += Encoding.UTF8.GetBytes(cell, _buffer.AsSpan(_length));
        return this;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        Reserve(1);
        _buffer[_length++] = (byte)'\n';
        _rowBegun = false;
    }

    private void BeginCell()
    {
        Reserve(LongestCell + 1);
        if (_rowBegun)
        {
            _buffer[_length++] = (byte)',';
        }

        _rowBegun = true;
    }

    private CsvText Advance(bool fits, int written)
    {
        if (!fits)
        {
            throw new InvalidOperationException($"A number needs more than {LongestCell} characters.");
        }

        _length += written;
        return this;
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length < bytes)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes));
        }
    }
}
