using System.Numerics;
using System.Runtime.InteropServices;

namespace EcoSim.Model.Engine;

/// <summary>Finds who is due in a month.</summary>
/// <remarks>
/// A calendar of month buckets would need a list per month and care when an entry moves. A column of due months needs
/// neither: an entry moves by being overwritten, the due come out in order of person, and a vector scan of two bytes a
/// person costs hundredths of a nanosecond per person and month, far below the cost of the events themselves.
/// </remarks>
public static class Calendar
{
    /// <summary>Writes the rows due in <paramref name="month"/> to <paramref name="found"/>, in ascending order, and returns how many.</summary>
    /// <param name="due">Due month of each row.</param>
    /// <param name="month">Month looked for.</param>
    /// <param name="found">Receives the rows; as long as <paramref name="due"/>.</param>
    public static int Due(ReadOnlySpan<short> due, int month, Span<int> found)
    {
        short wanted = (short)month;
        var pattern = new Vector<short>(wanted);
        ReadOnlySpan<Vector<short>> blocks = MemoryMarshal.Cast<short, Vector<short>>(due);
        int count = 0;
        for (int b = 0; b < blocks.Length; b++)
        {
            if (!Vector.EqualsAny(blocks[b], pattern))
            {
                continue;
            }

            int row = b * Vector<short>.Count;
            for (int last = row + Vector<short>.Count; row < last; row++)
            {
                if (due[row] == wanted)
                {
                    found[count++] = row;
                }
            }
        }

        for (int row = blocks.Length * Vector<short>.Count; row < due.Length; row++)
        {
            if (due[row] == wanted)
            {
                found[count++] = row;
            }
        }

        return count;
    }
}
