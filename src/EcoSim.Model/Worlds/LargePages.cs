using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcoSim.Model.Worlds;

/// <summary>Long arrays for which the operating system is asked to use large pages.</summary>
/// <remarks>
/// A page is fetched when it is first touched. For a million people that takes a tenth of the run in pages of 4 KB, and next
/// to nothing in pages of 2 MB. It is advice: where a system does not take it, nothing else changes.
/// </remarks>
internal static class LargePages
{
    /// <summary>Bytes of a large page.</summary>
    private const nint PageBytes = 2 << 20;

    /// <summary>The advice to use large pages, as Linux numbers it.</summary>
    private const int UseLargePages = 14;

    /// <summary>An array of zeros that stays where it is in memory. No advice is asked for a short one.</summary>
    public static T[] Allocate<T>(int length)
        where T : struct
    {
        T[] array = GC.AllocateArray<T>(length, pinned: true);
        nint bytes = (nint)length * Unsafe.SizeOf<T>();
        if (bytes < PageBytes || !OperatingSystem.IsLinux())
        {
            return array;
        }

        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        nint first = address & -PageBytes;
        try
        {
            _ = Advise(first, address + bytes - first, UseLargePages);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // A system that cannot be asked keeps its small pages.
        }

        return array;
    }

    [DllImport("libc", EntryPoint = "madvise")]
    private static extern int Advise(nint address, nint length, int advice);
}
