using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Store;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

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
    private static readonly int[] Columns = [.. Headlines.Outcomes.Select(Observables.IndexOf)];

    /// <summary>Takes the outcomes of runs that are done from the store.</summary>
    public static void Recall(FactorialDesign design, CellOutcomes cells, int replicates, EnsembleOptions options, IReplicateStore store)
    {
        IReadOnlyList<(DesignWorld World, int Replicate)> missing = Missing(design, cells, replicates);
        Parallel.ForEach(missing, new ParallelOptions { MaxDegreeOfParallelism = options.ThreadsFor(missing.Count) }, run =>
        {
            if (store.Find(Wanted(run.World, run.Replicate, options)) is { } done)
            {
                cells.Add(run.World.Hash, run.Replicate, OutcomesOf(done));
            }
        });
    }

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
        IReplicateStore? store = null)
    {
        Parameters parameters = Catalogue.Copy(design.Cells[^1].Plan.Parameters);
        parameters.Run.Replicates = missing.Count;
        Scenario queue = design.Scenario with { Plan = new Plan(parameters) };
        return EnsembleRunner.Run(queue, options with { Ledger = LedgerScope.None }, observer, cancel, RunPlace);

        RunResult RunPlace(Plan plan, int place, RunOptions how, Action<int> monthDone, CancellationToken stop)
        {
            (DesignWorld world, int replicate) = missing[place];
            RunResult run = simulate is null
                ? new Simulation(world.Plan, replicate, how).Run(stop, monthDone)
                : simulate(world.Plan, replicate, how, monthDone, stop);
            store?.Keep(Wanted(world, replicate, options), run);
            cells.Add(world.Hash, replicate, OutcomesOf(run));
            return new RunResult(place, new SeriesTable(0, 0), []);
        }
    }

    /// <summary>Failures of a queue in terms of the design.</summary>
    public static IReadOnlyList<CellFailure> Failures(
        FactorialDesign design, IReadOnlyList<(DesignWorld World, int Replicate)> queue, EnsembleResult result) =>
    [
        .. result.Failures.Select(failure => new CellFailure(NameOf(design, queue[failure.Replicate].World), queue[failure.Replicate].Replicate, failure.Cause)),
    ];

    private static WantedReplicate Wanted(DesignWorld world, int replicate, EnsembleOptions options) =>
        new(world.Hash, replicate, world.Plan.Parameters.Run.Months, new RunOptions(Ledger: false, options.Check));

    private static double[] OutcomesOf(RunResult run) => [.. Columns.Select(column => Outcome.Of(run.Series, column))];

    private static string NameOf(FactorialDesign design, DesignWorld world)
    {
        int cell = design.Cells.ToList().FindIndex(one => one.Hash == world.Hash);
        string on = string.Join(" + ", Channels.Names.Where((_, channel) => (cell >> channel & 1) == 1));
        return cell < 0 ? "without the anchor" : on.Length == 0 ? "every channel off" : $"with {on}";
    }
}
