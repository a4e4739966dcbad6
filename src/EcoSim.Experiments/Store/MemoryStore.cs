using System.Collections.Concurrent;
using EcoSim.Model;

namespace EcoSim.Experiments.Store;

/// <summary>Keeps the replicates of one command in memory, before a store on disk or instead of one.</summary>
/// <param name="behind">Asked for what is not in memory, and given everything; null for none.</param>
public sealed class MemoryStore(IReplicateStore? behind) : IReplicateStore
{
    private readonly ConcurrentDictionary<WantedReplicate, RunResult> _runs = new();

    public RunResult? Find(WantedReplicate wanted)
    {
        if (_runs.TryGetValue(wanted, out RunResult? run))
        {
            return run;
        }

        if (behind?.Find(wanted) is { } found)
        {
            _runs[wanted] = found;
            return found;
        }

        return null;
    }

    public void Keep(WantedReplicate wanted, RunResult run)
    {
        _runs[wanted] = run;
        behind?.Keep(wanted, run);
    }
}
