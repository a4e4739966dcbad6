using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Calibration;

/// <summary>Measures one set of replicates of a plan; the default simulates them.</summary>
/// <param name="plan">What is simulated.</param>
/// <param name="first">First replicate.</param>
/// <param name="count">Replicates to pool.</param>
/// <param name="monthDone">Told of every month.</param>
/// <param name="cancel">Stops.</param>
/// <returns>Each measure with its Monte Carlo error.</returns>
public delegate IReadOnlyList<PooledEstimate> MeasurePlan(Plan plan, int first, int count, Action<int> monthDone, CancellationToken cancel);

/// <summary>Measures the model for a calibration; of each replicate only its history is kept until all are pooled.</summary>
internal sealed class ModelMeasures(CalibrationTask task, int threads, bool check)
{
    private readonly Measure[] _measures = [.. task.Moments.Select(moment => MeasureCatalogue.Find(moment.Measure)!)];

    /// <summary>A few replicates on the thread that calls.</summary>
    public IReadOnlyList<PooledEstimate> OneAfterAnother(Plan plan, int first, int count, Action<int> monthDone, CancellationToken cancel)
    {
        var options = new RunOptions(Ledger: true, check);
        RunHistory[] histories = [.. Enumerable.Range(first, count).Select(replicate => RunHistoryReader.Of(new Simulation(plan, replicate, options).Run(cancel, monthDone), plan))];
        return [.. _measures.Select(measure => measure.Of(histories))];
    }

    /// <summary>Many replicates from the first on, as many at a time as there are threads.</summary>
    public IReadOnlyList<PooledEstimate> SideBySide(Plan plan, int first, int count, Action<int> monthDone, CancellationToken cancel)
    {
        Parameters parameters = Catalogue.Copy(plan.Parameters);
        parameters.Run.Replicates = count;
        MeasuredEnsemble measured = MeasuredRunner.Run(
            task.Scenario with { Plan = plan with { Parameters = parameters } }, new EnsembleOptions(threads, LedgerScope.All, check), new Months(monthDone), cancel);
        cancel.ThrowIfCancellationRequested();
        return measured.Failures.Count == 0
            ? [.. _measures.Select(measure => measure.Of(measured.Histories))]
            : throw new InvalidOperationException($"replicate {measured.Failures[0].Replicate}: {measured.Failures[0].Cause.Message}", measured.Failures[0].Cause);
    }

    /// <summary>Passes on the months of an ensemble that is part of a larger work.</summary>
    private sealed class Months(Action<int> monthDone) : IEnsembleObserver
    {
        public void Planned(int runs, int monthsPerRun)
        {
        }

        public void Started(ReplicateKey run)
        {
        }

        public void MonthDone(ReplicateKey run, int month) => monthDone(month);

        public void Finished(ReplicateKey run)
        {
        }

        public void Failed(ReplicateKey run, Exception cause)
        {
        }
    }
}
