using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Store;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Measures;

/// <summary>The replicates of a scenario as measures see them.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Histories">Replicates that are done, in their order.</param>
/// <param name="Failures">Replicates that failed.</param>
/// <param name="Interrupted">True when the user stopped before all were done.</param>
/// <param name="FromStore">Replicates that were not simulated again.</param>
public sealed record MeasuredEnsemble(
    Scenario Scenario, IReadOnlyList<RunHistory> Histories, IReadOnlyList<RunFailure> Failures, bool Interrupted, int FromStore);

/// <summary>Runs replicates with their ledger and keeps of each only its history.</summary>
public static class MeasuredRunner
{
    /// <summary>Runs every replicate of the scenario, without the twin.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">Threads and checks; every replicate keeps its ledger until it is measured.</param>
    /// <param name="observer">Told how it comes along.</param>
    /// <param name="cancel">Stops; what is done is returned.</param>
    /// <param name="simulate">How a replicate is simulated; null for the model.</param>
    /// <param name="store">Holds replicates that are done; null for none.</param>
    public static MeasuredEnsemble Run(
        Scenario scenario, EnsembleOptions options, IEnsembleObserver? observer = null, CancellationToken cancel = default,
        Simulate? simulate = null, IReplicateStore? store = null)
    {
        Parameters parameters = Catalogue.Copy(scenario.Plan.Parameters);
        parameters.Run.Counterfactual = false;
        Plan plan = scenario.Plan with { Parameters = parameters };
        string hash = store is null ? "" : ReplicateHash.Of(plan);
        var histories = new RunHistory?[parameters.Run.Replicates];
        int found = 0;
        EnsembleResult result = EnsembleRunner.Run(
            scenario with { Plan = plan }, options with { Ledger = LedgerScope.All }, observer, cancel, MeasureOne);
        return new MeasuredEnsemble(scenario, [.. histories.OfType<RunHistory>()], result.Failures, result.Interrupted, found);

        RunResult MeasureOne(Plan _, int replicate, RunOptions how, Action<int> monthDone, CancellationToken stop)
        {
            var wanted = new WantedReplicate(hash, replicate, parameters.Run.Months, how);
            RunResult? run = store?.Find(wanted);
            if (run is not null)
            {
                Interlocked.Increment(ref found);
            }
            else
            {
                run = simulate is null
                    ? new Simulation(plan, replicate, how).Run(stop, monthDone)
                    : simulate(plan, replicate, how, monthDone, stop);
                store?.Keep(wanted, run);
            }

            histories[replicate] = RunHistoryReader.Of(run, plan);
            return new RunResult(replicate, new SeriesTable(0, 0), []);
        }
    }
}
