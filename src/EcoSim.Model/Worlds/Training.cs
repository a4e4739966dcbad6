using System.Runtime.Intrinsics;

namespace EcoSim.Model.Worlds;

/// <summary>What each kind of workplace teaches, by epoch: a new epoch begins only in a month in which something changes.</summary>
/// <remarks>Written by the talent room once a year; read by whoever brings a person's skills forward.</remarks>
public sealed class Training(int anchors)
{
    /// <summary>Number of the workplace of those without a job.</summary>
    public const int NoJob = 0;

    /// <summary>Number of all ordinary firms together.</summary>
    public const int Ordinary = 1;

    /// <summary>Number of all start-ups together.</summary>
    public const int StartUp = 2;

    /// <summary>Number of the first anchor; the others follow.</summary>
    public const int FirstAnchor = 3;

    private readonly List<Epoch>[] _epochs = [.. Enumerable.Range(0, FirstAnchor + anchors).Select(_ => new List<Epoch>())];

    public int Workplaces => _epochs.Length;

    public List<Epoch> Epochs(int workplace) => _epochs[workplace];

    public void Begin(int workplace, Epoch epoch) => _epochs[workplace].Add(epoch);

    /// <summary>A span in which a workplace teaches the same.</summary>
    /// <param name="From">First month.</param>
    /// <param name="Frontier">Level that staff learn towards, per skill.</param>
    /// <param name="Exposure">Exposure per skill, 0-1, at division × roles + role.</param>
    /// <param name="LearningRate">Learning speed κ per month at full exposure and mean ability.</param>
    /// <param name="Forgetting">Forgetting δ per month without any exposure, per skill.</param>
    public sealed record Epoch(
        int From, Vector128<float> Frontier, Vector128<float>[] Exposure, float LearningRate, Vector128<float> Forgetting);
}
