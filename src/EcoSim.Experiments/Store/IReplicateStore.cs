using EcoSim.Model;

namespace EcoSim.Experiments.Store;

/// <summary>One replicate that is wanted.</summary>
/// <param name="Hash">What decides its bytes: <see cref="ReplicateHash"/>.</param>
/// <param name="Replicate">Number of the replicate, from 0.</param>
/// <param name="Months">Months recorded after warm-up.</param>
/// <param name="Options">With its ledger, with the conservation laws verified.</param>
public readonly record struct WantedReplicate(string Hash, int Replicate, int Months, RunOptions Options);

/// <summary>Replicates that are done. Safe to use from several threads; never throws for a reason that lies in the store.</summary>
public interface IReplicateStore
{
    /// <summary>The replicate, cut to the months wanted, with its ledger only if that was wanted; null when it must be simulated.</summary>
    RunResult? Find(WantedReplicate wanted);

    /// <summary>Keeps a replicate that was simulated as wanted.</summary>
    void Keep(WantedReplicate wanted, RunResult run);
}
