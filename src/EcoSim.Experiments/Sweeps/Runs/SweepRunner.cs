using System.Diagnostics;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Sweeps.Runs;

/// <summary>How the runs of a sweep went.</summary>
/// <param name="Simulated">Runs that were simulated, failed ones included.</param>
/// <param name="Interrupted">True when the user stopped before all were done.</param>
/// <param name="TimePerRun">Mean time of a run with others beside it; null without runs.</param>
public sealed record SweepProgress(int Simulated, bool Interrupted, TimeSpan? TimePerRun);

/// <summary>Simulates what is missing of a sweep, as many runs at a time as there are threads.</summary>
/// <remarks>Of each run only its outcomes are kept, at once in the log and in memory, so that memory does not grow with the runs.</remarks>
/// <param name="worlds">The worlds.</param>
/// <param name="outcomes">Takes the numbers of each run.</param>
/// <param name="log">Takes each run as soon as it is done; null for none.</param>
/// <param name="check">Verify the conservation laws every month.</param>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
public sealed class SweepRunner(SweepWorlds worlds, SweepOutcomes outcomes, RunLog? log, bool check, Simulate? simulate = null)
{
    private readonly IReadOnlyList<OutcomeMeasure> _columns = log?.Columns ?? worlds.Experiment.Outcomes;
    private readonly int[] _kept = [.. worlds.Experiment.Outcomes.Select((outcome, place) => log?.ColumnOf(outcome.Name) ?? place)];

    private Exception? _fatal;

    /// <summary>Takes the series of each run; null where only outcomes are wanted.</summary>
    public SweepSeries? Series { get; set; }

    /// <summary>Runs of a shard that are still to be done, in order.</summary>
    public IEnumerable<int> Missing(Shard shard) =>
        Enumerable.Range(0, outcomes.Runs).Where(run => shard.Owns(run) && !outcomes.IsDone(run));

    /// <summary>Simulates these runs. A run that throws becomes a failure; after <paramref name="cancel"/> the finished ones stay.</summary>
    /// <param name="runs">Places in the queue, in the order in which they are begun.</param>
    /// <param name="threads">Runs at the same time.</param>
    /// <param name="observer">Told how it comes along.</param>
    /// <param name="cancel">Stops.</param>
    public SweepProgress Run(IReadOnlyList<int> runs, int threads, IEnsembleObserver? observer, CancellationToken cancel)
    {
        observer?.Planned(runs.Count, worlds.Experiment.Scenario.Plan.Parameters.Run.Months);
        int next = -1, begun = 0, before = outcomes.Done + outcomes.Failed;
        long ticks = 0;
        var workers = new Thread[Math.Min(threads, runs.Count)];
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] = new Thread(Take) { Name = $"runs {i}", IsBackground = true };
            workers[i].Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        if (_fatal is not null)
        {
            // What could not be written would be lost, and everything after it.
            throw WriteFault.Ending("Runs cannot be kept", log!.Folder, _fatal, "--store", "runs");
        }

        int done = outcomes.Done + outcomes.Failed - before;
        bool interrupted = cancel.IsCancellationRequested && (begun < runs.Count || runs.Any(run => !outcomes.IsDone(run) && outcomes.FailureOf(run) is null));
        return new SweepProgress(done, interrupted, begun == 0 ? null : TimeSpan.FromTicks(ticks / begun));

        void Take()
        {
            while (!cancel.IsCancellationRequested && _fatal is null && Interlocked.Increment(ref next) is var place && place < runs.Count)
            {
                Interlocked.Increment(ref begun);
                var watch = Stopwatch.StartNew();
                RunOne(runs[place], observer, cancel);
                Interlocked.Add(ref ticks, watch.Elapsed.Ticks);
            }
        }
    }

    private void RunOne(int run, IEnsembleObserver? observer, CancellationToken cancel)
    {
        (int replicate, int world) = (run / outcomes.Worlds, run % outcomes.Worlds);
        var key = new ReplicateKey(run, false);
        var staged = new StagedRun();
        double[] values;
        try
        {
            RunResult result = (simulate ?? staged.Run)(worlds.PlanOf(world), replicate, new RunOptions(Ledger: false, check), month => observer?.MonthDone(key, month), cancel);
            values = [.. _columns.Select(column => column.Of(result.Series))];
            Series?.Keep(run, result);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The user stopped the sweep: this run is dropped, the finished ones stay.
            return;
        }
        catch (Exception cause)
        {
            outcomes.Add(run, new SweepFailure(staged.Stage, Why(cause)));
            observer?.Failed(key, cause);
            return;
        }

        try
        {
            log?.Append(worlds.Keys[world], replicate, check, values);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _fatal = error;
            return;
        }

        outcomes.Add(run, [.. _kept.Select(column => values[column])]);
        observer?.Finished(key);
    }

    /// <summary>A broken law speaks for itself; any other exception is a fault whose kind helps to find it.</summary>
    private static string Why(Exception cause) =>
        (cause is ConservationException ? "" : cause.GetType().Name + ": ") + cause.Message.ReplaceLineEndings(" ");
}
