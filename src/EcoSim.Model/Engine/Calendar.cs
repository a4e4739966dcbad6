using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcoSim.Model.Engine;

/// <summary>Finds who is due in a month.</summary>
/// <remarks>
/// A calendar of month buckets would need a list per month and care when an entry moves. A column of marks needs
/// neither: an entry moves by being overwritten, the due come out in order of person, and a vector scan of one byte a
/// person costs hundredths of a nanosecond per person and month, far below the cost of the events themselves.
/// Marks come round again after 255 months, so whoever is due looks whether the time has really come.
/// </remarks>
public static class Calendar
{
    /// <summary>Mark of someone to whom nothing more will happen.</summary>
    public const byte Never = byte.MaxValue;

    /// <summary>Mark of a time in months since the start; <see cref="Never"/> for an infinite one.</summary>
    public static byte Mark(double time) => double.IsInfinity(time) ? Never : (byte)((int)time % Never);

    /// <summary>Writes the rows marked for <paramref name="month"/> to <paramref name="found"/>, in ascending order, and returns how many.</summary>
    /// <param name="marks">Mark of each row.</param>
    /// <param name="month">Month looked for.</param>
    /// <param name="found">Receives the rows; as long as <paramref name="marks"/>.</param>
    public static int Due(ReadOnlySpan<byte> marks, int month, Span<int> found)
    {
        byte wanted = Mark(month);
        var pattern = Vector256.Create(wanted);
        ReadOnlySpan<Vector256<byte>> blocks = MemoryMarshal.Cast<byte, Vector256<byte>>(marks);
        int count = 0;
        for (int b = 0; b < blocks.Length; b++)
        {
            uint hits = Vector256.Equals(blocks[b], pattern).ExtractMostSignificantBits();
            for (; hits != 0; hits &= hits - 1)
            {
                found[count++] = b * Vector256<byte>.Count + BitOperations.TrailingZeroCount(hits);
            }
        }

        for (int row = blocks.Length * Vector256<byte>.Count; row < marks.Length; row++)
        {
            if (marks[row] == wanted)
            {
                found[count++] = row;
            }
        }

        return count;
    }
}
