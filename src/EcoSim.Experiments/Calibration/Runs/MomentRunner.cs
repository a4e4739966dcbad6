using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Sweeps.Runs;
using EcoSim.Model;

namespace EcoSim.Experiments.Calibration;

/// <summary>Simulates the points of waves, as many at a time as there are threads; each is kept as soon as it is done.</summary>
/// <remarks>
/// Luck is shared in blocks (Schruben and Margolin 1978, JASA 73:504-520): neighbours in the sequence of points have the same replicates, so that they differ by their parameters alone, and
/// the blocks between them average out what a few replicates have in common.
/// </remarks>
public sealed class MomentRunner
{
    /// <summary>Blocks of replicates that take turns.</summary>
    private const int Blocks = 16;

    private readonly CalibrationTask _task;
    private readonly MomentLog? _log;
    private readonly int _threads;
    private readonly bool _check;
    private readonly IEnsembleObserver? _observer;
    private readonly CancellationToken _cancel;
    private readonly MeasurePlan _measure, _confirm;
    private readonly List<string> _failures = [];
    private int _simulated, _found;

    /// <param name="task">The calibration.</param>
    /// <param name="log">Takes each point as soon as it is done; null for none.</param>
    /// <param name="threads">Points at the same time.</param>
    /// <param name="check">Verify the conservation laws every month.</param>
    /// <param name="observer">Told how it comes along.</param>
    /// <param name="cancel">Stops.</param>
    /// <param name="measure">How a plan is measured; null for the model.</param>
    public MomentRunner(
        CalibrationTask task, MomentLog? log, int threads, bool check, IEnsembleObserver? observer, CancellationToken cancel, MeasurePlan? measure = null)
    {
        (_task, _log, _threads, _check, _observer, _cancel) = (task, log, threads, check, observer, cancel);
        var model = new ModelMeasures(task, threads, check);
        (_measure, _confirm) = (measure ?? model.OneAfterAnother, measure ?? model.SideBySide);
    }

    /// <summary>What failed, a sentence each.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Runs that were simulated.</summary>
    public int RunsSimulated => _simulated;

    /// <summary>Runs that were in the log.</summary>
    public int RunsFound => _found;

    /// <summary>Simulates a wave: replicates of each point as the task says. Throws <see cref="OperationCanceledException"/> when the user stops it.</summary>
    public IReadOnlyList<Evaluation> Wave(IReadOnlyList<double[]> points)
    {
        int count = _task.Experiment.Replicates, perBlock = (points.Count + Blocks - 1) / Blocks;
        return Run([.. points.Select((point, i) => new Job(point, _task.Space.PlanOf(_task.Space.Values(point)), i / perBlock * count, count))]);
    }

    /// <summary>Simulates one plan with many replicates from the first on, as many at a time as there are threads. Throws <see cref="OperationCanceledException"/> when the user stops it.</summary>
    /// <param name="point">The point, for the record.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="count">Replicates.</param>
    public Evaluation Confirm(double[] point, Plan plan, int count)
    {
        Evaluation evaluation = RunOne(new Job(point, plan, 0, count), _confirm);
        _cancel.ThrowIfCancellationRequested();
        return evaluation;
    }

    private IReadOnlyList<Evaluation> Run(Job[] jobs)
    {
        var done = new Evaluation?[jobs.Length];
        int next = -1;
        Exception? fatal = null;
        var workers = new Thread[Math.Min(_threads, jobs.Length)];
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] = new Thread(Take) { Name = $"points {i}", IsBackground = true };
            workers[i].Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        _cancel.ThrowIfCancellationRequested();
        return fatal is null ? [.. done.Select(evaluation => evaluation!)] : throw WriteFault.Ending("Points cannot be kept", _log!.Folder, fatal, "--store", "points");

        void Take()
        {
            while (!_cancel.IsCancellationRequested && fatal is null && Interlocked.Increment(ref next) is var place && place < jobs.Length)
            {
                try
                {
                    done[place] = RunOne(jobs[place], _measure);
                }
                catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    fatal = error;
                }
            }
        }
    }

    private Evaluation RunOne(Job job, MeasurePlan measure)
    {
        string key = KeyOf(job);
        int measures = _task.Moments.Count, months = job.Plan.Parameters.Run.Months;
        if (_log?.Find(key, job.First) is { } known)
        {
            Interlocked.Add(ref _found, job.Count);
            for (int month = 0; month < months * job.Count; month++)
            {
                _observer?.MonthDone(default, month % months);
            }

            Finish(job.Count);
            return Stretched(job, known);
        }

        IReadOnlyList<PooledEstimate> estimates;
        try
        {
            estimates = measure(job.Plan, job.First, job.Count, month => _observer?.MonthDone(default, month), _cancel);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            lock (_failures)
            {
                _failures.Add($"{string.Join(", ", job.Point.Select((share, i) => $"{_task.Space.NameOf(i)}={_task.Space.Value(i, share):G5}"))}: {cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}");
            }

            Finish(job.Count);
            double[] none = [.. Enumerable.Repeat(double.NaN, measures)];
            return new Evaluation(job.Point, none, none, job.Count);
        }

        Interlocked.Add(ref _simulated, job.Count);
        double[] values = [.. estimates.Select(estimate => estimate.Value), .. estimates.Select(estimate => estimate.StandardError)];
        _log?.Append(key, job.First, _check, values);
        Finish(job.Count);
        return Stretched(job, values);
    }

    private void Finish(int runs)
    {
        for (int run = 0; run < runs; run++)
        {
            _observer?.Finished(default);
        }
    }

    private Evaluation Stretched(Job job, double[] values) => Stretched(job.Point, _task.Moments, values, job.Count);

    /// <summary>Measures and their errors on the stretched scales.</summary>
    internal static Evaluation Stretched(double[] point, IReadOnlyList<Moment> moments, double[] values, int replicates)
    {
        int count = moments.Count;
        return new Evaluation(
            point, [.. moments.Select((moment, i) => moment.Link.To(values[i]))],
            [.. moments.Select((moment, i) => Math.Pow(moment.Link.Slope(values[i]) * values[count + i], 2))], replicates);
    }

    private static string KeyOf(Job job) => PlanText.Fingerprint($"{SweepWorlds.KeyOf(job.Plan)}\npooled={job.Count}\n");

    private readonly record struct Job(double[] Point, Plan Plan, int First, int Count);
}
