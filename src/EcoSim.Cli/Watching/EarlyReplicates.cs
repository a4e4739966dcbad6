using EcoSim.Experiments.Ensembles;
using EcoSim.Model;

namespace EcoSim.Cli.Watching;

/// <summary>Looks over the shoulder of a running ensemble and hands out its first replicates as soon as there are enough.</summary>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
/// <param name="enough">Replicates to wait for.</param>
internal sealed class EarlyReplicates(Simulate? simulate, int enough)
{
    private readonly List<RunResult> _done = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Simulates a replicate and notes it.</summary>
    public RunResult Simulate(Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel)
    {
        RunResult result = simulate is null
            ? new Simulation(plan, replicate, options).Run(cancel, monthDone)
            : simulate(plan, replicate, options, monthDone, cancel);
        lock (_done)
        {
            _done.Add(result);
            if (_done.Count == enough)
            {
                _ready.SetResult();
            }
        }

        return result;
    }

    /// <summary>Waits for enough replicates or the end of the ensemble; the replicates in order, or null when the ensemble was done first.</summary>
    public IReadOnlyList<RunResult>? Wait(Task ensemble)
    {
        Task.WaitAny([_ready.Task, ensemble], CancellationToken.None);
        if (ensemble.IsCompleted || !_ready.Task.IsCompleted)
        {
            return null;
        }

        lock (_done)
        {
            return [.. _done.OrderBy(run => run.Replicate)];
        }
    }
}
