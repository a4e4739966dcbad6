using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Store;
using EcoSim.Model;

namespace EcoSim.Experiments.Ensembles;

/// <summary>Simulates one replicate of a plan; the default is <see cref="Simulation.Run"/>.</summary>
public delegate RunResult Simulate(
    Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel);

/// <summary>Runs the replicates of a scenario side by side.</summary>
/// <remarks>
/// A run touches nothing outside itself, so results depend neither on the number of threads nor on the order of
/// finishing. As many worlds exist at a time as there are threads.
/// </remarks>
public static class EnsembleRunner
{
    /// <summary>
    /// Runs every replicate and, where asked for, its twin without the anchor. A run that throws becomes a
    /// <see cref="RunFailure"/>; after <paramref name="cancel"/> the finished runs are returned. What the store holds is not
    /// simulated again, and what is simulated is kept there as soon as it is done. With a <paramref name="file"/> the numbers of finished runs
    /// lie there, and the result can be read as long as it is open.
    /// </summary>
    public static EnsembleResult Run(
        Scenario scenario,
        EnsembleOptions options,
        IEnsembleObserver? observer = null,
        CancellationToken cancel = default,
        Simulate? simulate = null,
        IReplicateStore? store = null,
        RunFile? file = null)
    {
        RunParameters setup = scenario.Plan.Parameters.Run;
        Plan? twin = Counterfactual.Of(scenario.Plan);
        var work = new Work(scenario.Plan, twin, setup.Replicates, options, observer, simulate ?? SimulateReplicate, store, file, cancel);
        work.TakeFromStore();
        observer?.Planned(work.Missing, setup.Months);

        var threads = new Thread[work.Missing == 0 ? 0 : options.ThreadsFor(work.Missing)];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(work.Take) { Name = $"replicates {i}", IsBackground = true };
            threads[i].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        return work.Collect(scenario);
    }

    private static RunResult SimulateReplicate(
        Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel) =>
        new Simulation(plan, replicate, options).Run(cancel, monthDone);

    /// <summary>Runs still to be done and their results, each in its own place.</summary>
    private sealed class Work(
        Plan plan, Plan? twin, int replicates, EnsembleOptions options, IEnsembleObserver? observer, Simulate simulate,
        IReplicateStore? store, RunFile? file, CancellationToken cancel)
    {
        private readonly RunResult?[] _with = new RunResult?[replicates];
        private readonly RunResult?[] _without = new RunResult?[twin is null ? 0 : replicates];
        private readonly List<RunFailure> _failures = [];
        private readonly string _hash = store is null ? "" : ReplicateHash.Of(plan);
        private readonly string _twinHash = store is null || twin is null ? "" : ReplicateHash.Of(twin);

        /// <summary>A twin follows its replicate, so an interruption leaves pairs.</summary>
        private ReplicateKey[] _queue = twin is null
            ? [.. Enumerable.Range(0, replicates).Select(replicate => new ReplicateKey(replicate, false))]
            : [.. Enumerable.Range(0, 2 * replicates).Select(run => new ReplicateKey(run / 2, run % 2 == 1))];

        private int _next = -1;

        /// <summary>Runs that must be simulated.</summary>
        public int Missing => _queue.Length;

        private int Runs => _with.Length + _without.Length;

        /// <summary>Fills the places of runs that are done and takes them off the queue.</summary>
        public void TakeFromStore()
        {
            if (store is null)
            {
                return;
            }

            Parallel.ForEach(
                _queue, new ParallelOptions { MaxDegreeOfParallelism = options.ThreadsFor(_queue.Length) },
                key => Place(key) = store.Find(Wanted(key)) is { } found ? OutOfMemory(key, found) : null);
            _queue = [.. _queue.Where(key => Place(key) is null)];
        }

        /// <summary>Takes runs until none is left.</summary>
        public void Take()
        {
            while (!cancel.IsCancellationRequested && Interlocked.Increment(ref _next) is var place && place < _queue.Length)
            {
                RunOne(_queue[place]);
            }
        }

        private ref RunResult? Place(ReplicateKey key) => ref (key.WithoutAnchor ? _without : _with)[key.Replicate];

        private RunResult OutOfMemory(ReplicateKey key, RunResult run) =>
            file?.Keep(2 * key.Replicate + (key.WithoutAnchor ? 1 : 0), run) ?? run;

        private WantedReplicate Wanted(ReplicateKey key) => new(
            key.WithoutAnchor ? _twinHash : _hash, key.Replicate, plan.Parameters.Run.Months,
            new RunOptions(!key.WithoutAnchor && options.KeepsLedger(key.Replicate), options.Check));

        private void RunOne(ReplicateKey key)
        {
            try
            {
                observer?.Started(key);
                WantedReplicate wanted = Wanted(key);
                RunResult result = simulate(
                    key.WithoutAnchor ? twin! : plan, key.Replicate, wanted.Options, month => observer?.MonthDone(key, month), cancel);
                store?.Keep(wanted, result);
                Place(key) = OutOfMemory(key, result);
                observer?.Finished(key);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // The user stopped the ensemble: this run is dropped, the finished ones stay.
            }
            catch (Exception cause)
            {
                lock (_failures)
                {
                    _failures.Add(new RunFailure(key.Replicate, cause, key.WithoutAnchor));
                }

                observer?.Failed(key, cause);
            }
        }

        public EnsembleResult Collect(Scenario scenario)
        {
            RunResult[] with = [.. _with.OfType<RunResult>()];
            RunResult[] without = [.. _without.OfType<RunResult>()];
            RunFailure[] failures = [.. _failures.OrderBy(f => f.Replicate).ThenBy(f => f.WithoutAnchor)];
            bool interrupted = with.Length + without.Length + failures.Length < Runs;
            return new EnsembleResult(scenario, with, without, failures, interrupted, Runs - _queue.Length);
        }
    }
}
