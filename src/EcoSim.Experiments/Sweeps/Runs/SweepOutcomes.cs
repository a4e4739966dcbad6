namespace EcoSim.Experiments.Sweeps.Runs;

/// <summary>A run that failed; the others are kept.</summary>
/// <param name="Stage">Where: building the world, or a month and step of the schedule.</param>
/// <param name="Message">Why.</param>
public sealed record SweepFailure(string Stage, string Message);

/// <summary>What is kept of the runs of a sweep: a few numbers each. Safe to use from several threads.</summary>
/// <param name="worlds">Worlds.</param>
/// <param name="replicates">Replicates of each.</param>
/// <param name="outcomes">Numbers kept of each run.</param>
public sealed class SweepOutcomes(int worlds, int replicates, int outcomes)
{
    private readonly double[] _values = new double[(long)worlds * replicates * outcomes];
    private readonly bool[] _done = new bool[(long)worlds * replicates];
    private readonly Dictionary<int, SweepFailure> _failures = [];
    private readonly Lock _gate = new();
    private int _doneCount;

    public int Worlds { get; } = worlds;

    public int Replicates { get; } = replicates;

    public int Outcomes { get; } = outcomes;

    /// <summary>Runs, replicate after replicate through all worlds, so that an interruption leaves whole replicates.</summary>
    public int Runs => Worlds * Replicates;

    /// <summary>Runs with outcomes.</summary>
    public int Done => Volatile.Read(ref _doneCount);

    public int Failed
    {
        get
        {
            lock (_gate)
            {
                return _failures.Count;
            }
        }
    }

    /// <summary>Place of a run in the queue.</summary>
    public int RunOf(int world, int replicate) => replicate * Worlds + world;

    public bool IsDone(int run) => Volatile.Read(ref _done[run]);

    /// <summary>Numbers of a run that is done.</summary>
    public ReadOnlySpan<double> Of(int run) => _values.AsSpan(run * Outcomes, Outcomes);

    public SweepFailure? FailureOf(int run)
    {
        lock (_gate)
        {
            return _failures.GetValueOrDefault(run);
        }
    }

    public void Add(int run, ReadOnlySpan<double> values)
    {
        values.CopyTo(_values.AsSpan(run * Outcomes, Outcomes));
        if (!_done[run])
        {
            Volatile.Write(ref _done[run], true);
            Interlocked.Increment(ref _doneCount);
        }
    }

    public void Add(int run, SweepFailure failure)
    {
        lock (_gate)
        {
            _failures[run] = failure;
        }
    }
}
