using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcoSim.Model.Worlds;

/// <summary>A number for each living start-up, by place. Four places are worked on at once, on any machine, so that results do not depend on it.</summary>
public sealed class Column
{
    /// <summary>Places worked on at once.</summary>
    public const int Lanes = 4;

    private double[] _cells = [];

    /// <summary>The number of one start-up.</summary>
    public ref double this[int place] => ref _cells[place];

    /// <summary>The numbers of four start-ups; beyond the last one they are 0.</summary>
    /// <param name="place">The first of them, a multiple of four.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Four(int place) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_cells), (nuint)place);

    /// <summary>Sets the numbers of four start-ups.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int place, Vector256<double> numbers) => numbers.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_cells), (nuint)place);

    internal void Resize(int places) => Array.Resize(ref _cells, places);

    /// <summary>Moves the number at the last place to another one and leaves 0 behind.</summary>
    internal void Move(int last, int place)
    {
        _cells[place] = _cells[last];
        _cells[last] = 0;
    }
}
