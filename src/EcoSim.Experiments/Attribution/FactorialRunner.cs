using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Store;

namespace EcoSim.Experiments.Attribution;

/// <summary>A run of the design that failed.</summary>
/// <param name="World">Which world: the channels that are on.</param>
/// <param name="Replicate">Number of the replicate.</param>
/// <param name="Cause">Why.</param>
public sealed record CellFailure(string World, int Replicate, Exception Cause);

/// <summary>Runs what is missing of a factorial design.</summary>
/// <remarks>
/// Replicate after replicate goes through all worlds, so that an interruption leaves whole replicates; all runs share one queue, so that
/// no thread waits at the end of a cell. Of each run only the headline outcomes are kept.
/// </remarks>
public static class FactorialRunner
{
    /// <summary>Takes the outcomes of runs that are done from the store.</summary>
    public static void Recall(FactorialDesign design, CellOutcomes cells, int replicates, EnsembleOptions options, IReplicateStore store) =>
        WorldQueue.Recall(Missing(design, cells, replicates), cells, options, store);

    /// <summary>Runs still to be done for this many replicates.</summary>
    public static IReadOnlyList<(DesignWorld World, int Replicate)> Missing(FactorialDesign design, CellOutcomes cells, int replicates) =>
    [
        .. from replicate in Enumerable.Range(0, replicates)
           from world in design.Distinct
           where cells.Find(world.Hash, replicate) is null
           select (world, replicate),
    ];

    /// <summary>The queue of runs as an ensemble, whose replicates are the places in the queue.</summary>
    /// <param name="design">The design.</param>
    /// <param name="missing">What to run; at least one.</param>
    /// <param name="cells">Takes the outcomes.</param>
    /// <param name="options">Threads and checks.</param>
    /// <param name="observer">Told how it comes along.</param>
    /// <param name="cancel">Stops; what is done stays.</param>
    /// <param name="simulate">How a replicate is simulated; null for the model.</param>
    /// <param name="store">Keeps each run as soon as it is done; null for none.</param>
    public static EnsembleResult Run(
        FactorialDesign design,
        IReadOnlyList<(DesignWorld World, int Replicate)> missing,
        CellOutcomes cells,
        EnsembleOptions options,
        IEnsembleObserver? observer,
        CancellationToken cancel,
        Simulate? simulate = null,
        IReplicateStore? store = null) => WorldQueue.Run(design.Scenario, missing, cells, options, observer, cancel, simulate, store);

    /// <summary>Failures of a queue in terms of the design.</summary>
    public static IReadOnlyList<CellFailure> Failures(
        FactorialDesign design, IReadOnlyList<(DesignWorld World, int Replicate)> queue, EnsembleResult result) =>
    [
        .. result.Failures.Select(failure => new CellFailure(NameOf(design, queue[failure.Replicate].World), queue[failure.Replicate].Replicate, failure.Cause)),
    ];

    private static string NameOf(FactorialDesign design, DesignWorld world)
    {
        int cell = design.Cells.ToList().FindIndex(one => one.Hash == world.Hash);
        string on = string.Join(" + ", Channels.Names.Where((_, channel) => (cell >> channel & 1) == 1));
        return cell < 0 ? "without the anchor" : on.Length == 0 ? "every channel off" : $"with {on}";
    }
}
