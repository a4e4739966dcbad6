using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcoSim.Model.Worlds;

/// <summary>Records of 64 bytes, each on a cache line of its own, so that touching one waits for memory once.</summary>
/// <typeparam name="T">A record of exactly <see cref="Bytes"/> bytes without references.</typeparam>
internal sealed class Lines<T>
    where T : unmanaged
{
    /// <summary>Bytes of a cache line.</summary>
    public const int Bytes = 64;

    // Pinned, so that the records stay on their lines; one more than asked for, since the first may begin inside a line.
    private T[] _rows = [];
    private int _shift;

    public Lines(int capacity)
    {
        if (Unsafe.SizeOf<T>() != Bytes)
        {
            throw new InvalidOperationException($"{typeof(T).Name} has {Unsafe.SizeOf<T>()} bytes; a cache line has {Bytes}.");
        }

        Resize(capacity);
    }

    public int Capacity => _rows.Length - 1;

    /// <summary>The record of a row below <see cref="Capacity"/>.</summary>
    public ref T this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.AddByteOffset(ref _rows[row], _shift);
    }

    /// <summary>Makes room for this many rows; what is there is kept.</summary>
    public void Resize(int capacity)
    {
        T[] rows = LargePages.Allocate<T>(capacity + 1);
        int shift = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(rows, 0) & (Bytes - 1));
        if (_rows.Length > 0)
        {
            ReadOnlySpan<T> kept = MemoryMarshal.CreateReadOnlySpan(ref this[0], Math.Min(Capacity, capacity));
            kept.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref rows[0], shift), capacity));
        }

        (_rows, _shift) = (rows, shift);
    }
}
