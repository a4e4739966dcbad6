using EcoSim.Experiments.Scenarios;
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
    /// <see cref="RunFailure"/>; after <paramref name="cancel"/> the finished runs are returned.
    /// </summary>
    public static EnsembleResult Run(
        Scenario scenario,
        EnsembleOptions options,
        IEnsembleObserver? observer = null,
        CancellationToken cancel = default,
        Simulate? simulate = null)
    {
        RunParameters setup = scenario.Plan.Parameters.Run;
        Plan? twin = Counterfactual.Of(scenario.Plan);
        var work = new Work(scenario.Plan, twin, setup.Replicates, options, observer, simulate ?? SimulateReplicate, cancel);
        observer?.Planned(work.Runs, setup.Months);

        var threads = new Thread[options.ThreadsFor(work.Runs)];
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
        CancellationToken cancel)
    {
        private readonly int _worlds = twin is null ? 1 : 2;
        private readonly RunResult?[] _with = new RunResult?[replicates];
        private readonly RunResult?[] _without = new RunResult?[twin is null ? 0 : replicates];
        private readonly List<RunFailure> _failures = [];
        private int _next = -1;

        public int Runs => replicates * _worlds;

        /// <summary>Takes runs until none is left; a twin follows its replicate, so an interruption leaves pairs.</summary>
        public void Take()
        {
            while (!cancel.IsCancellationRequested && Interlocked.Increment(ref _next) is var run && run < Runs)
            {
                RunOne(new ReplicateKey(run / _worlds, run % _worlds == 1));
            }
        }

        private void RunOne(ReplicateKey key)
        {
            try
            {
                observer?.Started(key);
                var asked = new RunOptions(!key.WithoutAnchor && options.KeepsLedger(key.Replicate), options.Check);
                Plan world = key.WithoutAnchor ? twin! : plan;
                RunResult result = simulate(world, key.Replicate, asked, month => observer?.MonthDone(key, month), cancel);
                (key.WithoutAnchor ? _without : _with)[key.Replicate] = result;
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
            return new EnsembleResult(scenario, with, without, failures, interrupted);
        }
    }
}
