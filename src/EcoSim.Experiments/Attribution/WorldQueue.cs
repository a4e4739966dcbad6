using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Store;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Attribution;

/// <summary>Runs replicates of many worlds from one queue, so that no thread waits at the end of a world. Of each run only the headline outcomes are kept.</summary>
public static class WorldQueue
{
    private static readonly int[] Columns = [.. Headlines.Outcomes.Select(Observables.IndexOf)];

    /// <summary>Takes the outcomes of runs that are done from the store.</summary>
    /// <param name="wanted">Runs to look for.</param>
    /// <param name="cells">Takes the outcomes.</param>
    /// <param name="options">Threads and checks.</param>
    /// <param name="store">Where to look.</param>
    public static void Recall(IReadOnlyList<(DesignWorld World, int Replicate)> wanted, CellOutcomes cells, EnsembleOptions options, IReplicateStore store) =>
        Parallel.ForEach(wanted, new ParallelOptions { MaxDegreeOfParallelism = options.ThreadsFor(wanted.Count) }, run =>
        {
            if (store.Find(Wanted(run.World, run.Replicate, options)) is { } done)
            {
                cells.Add(run.World.Hash, run.Replicate, OutcomesOf(done), ValueParts.Of(done.Series));
            }
        });

    /// <summary>The queue of runs as an ensemble, whose replicates are the places in the queue.</summary>
    /// <param name="scenario">The scenario whose worlds they are.</param>
    /// <param name="missing">What to run; at least one.</param>
    /// <param name="cells">Takes the outcomes.</param>
    /// <param name="options">Threads and checks.</param>
    /// <param name="observer">Told how it comes along.</param>
    /// <param name="cancel">Stops; what is done stays.</param>
    /// <param name="simulate">How a replicate is simulated; null for the model.</param>
    /// <param name="store">Keeps each run as soon as it is done; null for none.</param>
    public static EnsembleResult Run(
        Scenario scenario,
        IReadOnlyList<(DesignWorld World, int Replicate)> missing,
        CellOutcomes cells,
        EnsembleOptions options,
        IEnsembleObserver? observer,
        CancellationToken cancel,
        Simulate? simulate = null,
        IReplicateStore? store = null)
    {
        Parameters parameters = Catalogue.Copy(scenario.Plan.Parameters);
        parameters.Run.Replicates = missing.Count;
        parameters.Run.Counterfactual = false;
        Scenario queue = scenario with { Plan = new Plan(parameters) };
        return EnsembleRunner.Run(queue, options with { Ledger = LedgerScope.None }, observer, cancel, RunPlace);

        RunResult RunPlace(Plan plan, int place, RunOptions how, Action<int> monthDone, CancellationToken stop)
        {
            (DesignWorld world, int replicate) = missing[place];
            RunResult run = simulate is null
                ? new Simulation(world.Plan, replicate, how).Run(stop, monthDone)
                : simulate(world.Plan, replicate, how, monthDone, stop);
            store?.Keep(Wanted(world, replicate, options), run);
            cells.Add(world.Hash, replicate, OutcomesOf(run), ValueParts.Of(run.Series));
            return new RunResult(place, new SeriesTable(0, 0), []);
        }
    }

    private static WantedReplicate Wanted(DesignWorld world, int replicate, EnsembleOptions options) =>
        new(world.Hash, replicate, world.Plan.Parameters.Run.Months, new RunOptions(Ledger: false, options.Check));

    private static double[] OutcomesOf(RunResult run) => [.. Columns.Select(column => Outcome.Of(run.Series, column))];
}
