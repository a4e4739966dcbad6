using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EcoSim.Model.Worlds;

/// <summary>
/// Where a person stands on the lowest band of a ladder: the last candidate found and its number within its block of
/// time. Candidates are a function of the person alone, so this is luck remembered, not luck spent.
/// </summary>
/// <remarks>Packed into 32 bits: time in steps of 1/64 month up to 16,384 months, and up to 4,095 candidates a block.</remarks>
public struct Chain
{
    /// <summary>Steps of time in a month.</summary>
    public const int StepsPerMonth = 64;

    /// <summary>Months of one step.</summary>
    public const double StepMonths = 1.0 / StepsPerMonth;

    private const int IndexBits = 12;
    private const uint IndexMask = (1u << IndexBits) - 1;
    private const uint LastStep = uint.MaxValue >> IndexBits;

    private uint _state;

    /// <summary>A chain that stands at a time, as the candidate of this number in its block.</summary>
    public Chain(double time, int index)
    {
        double step = time * StepsPerMonth;
        _state = (step >= LastStep ? LastStep : (uint)step) << IndexBits | (uint)index & IndexMask;
    }

    /// <summary>The step of time at or before a time, so that a candidate stays in its block and in its month.</summary>
    public static double Step(double time) => Math.Floor(time * StepsPerMonth) * StepMonths;

    /// <summary>The steps of time at or before four times.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Step(Vector256<double> time) => Vector256.Floor(time * StepsPerMonth) * StepMonths;

    /// <summary>Time of the candidate, months since the start; 0 for a chain that has not begun.</summary>
    public readonly double Time => (_state >> IndexBits) * StepMonths;

    /// <summary>Number of the candidate in its block, from 1; 0 for none yet.</summary>
    public readonly int Index => (int)(_state & IndexMask);
}
