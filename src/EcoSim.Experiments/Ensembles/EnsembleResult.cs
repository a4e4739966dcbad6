using EcoSim.Experiments.Scenarios;
using EcoSim.Model;

namespace EcoSim.Experiments.Ensembles;

/// <summary>What the replicates of one scenario produced, in order of replicate whatever the order of finishing.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Replicates">Finished replicates.</param>
/// <param name="WithoutAnchor">
/// The same replicates, same luck, in the world where the anchor never existed; empty when not asked for or the
/// scenario itself has no anchor.
/// </param>
/// <param name="Failures">Replicates that failed.</param>
/// <param name="Interrupted">True when the user stopped the run before all replicates were done.</param>
/// <param name="FromStore">Runs, twins included, that were done before and were not simulated again.</param>
public sealed record EnsembleResult(
    Scenario Scenario,
    IReadOnlyList<RunResult> Replicates,
    IReadOnlyList<RunResult> WithoutAnchor,
    IReadOnlyList<RunFailure> Failures,
    bool Interrupted,
    int FromStore = 0)
{
    /// <summary>Runs that there are, twins included.</summary>
    public int Runs => Replicates.Count + WithoutAnchor.Count + Failures.Count;
}

/// <summary>A replicate that failed; the others are kept.</summary>
/// <param name="Replicate">Number of the replicate, from 0.</param>
/// <param name="Cause">Why.</param>
/// <param name="WithoutAnchor">True when its twin without the anchor failed.</param>
public sealed record RunFailure(int Replicate, Exception Cause, bool WithoutAnchor = false);
