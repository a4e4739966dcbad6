using System.Runtime.CompilerServices;

namespace EcoSim.Model.Engine;

/// <summary>What a hazard is known not to pass, 1/month, by whole months since a spell began; the last value holds from then on.</summary>
/// <remarks>
/// A ladder passes over candidates at or above it, so that nobody is looked at in vain. It is no bound for ever: when it
/// rises, what was passed over must be walked again.
/// </remarks>
public sealed class Ceiling
{
    private readonly double[] _hazard;

    internal Ceiling(int rung, double[] hazard)
    {
        Rung = rung;
        _hazard = hazard;
    }

    /// <summary>Rung of the ladder that holds all of it.</summary>
    public int Rung { get; }

    /// <summary>The ceiling so many months after the beginning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double After(int months) => _hazard[Math.Min(months, _hazard.Length - 1)];
}
