using EcoSim.Experiments.Ensembles;

namespace EcoSim.Cli.Running;

/// <summary>Counts months and runs done over all threads.</summary>
internal abstract class MonthCount : IEnsembleObserver
{
    private int _monthsPerRun = 1;
    private long _months;
    private int _runsDone;

    public int Runs { get; private set; }

    public int RunsDone => Volatile.Read(ref _runsDone);

    /// <summary>Share of all months that are done, 0 to 1; a failed run counts as done.</summary>
    public double Share => Runs == 0 ? 0 : Math.Clamp(Interlocked.Read(ref _months) / ((double)Runs * _monthsPerRun), 0, 1);

    public void Planned(int runs, int monthsPerRun)
    {
        Runs = runs;
        _monthsPerRun = monthsPerRun;
        Changed();
    }

    public void Started(ReplicateKey run)
    {
    }

    public void MonthDone(ReplicateKey run, int month)
    {
        // Months of warm-up are negative, where they are reported at all: they are not part of the total.
        if (month >= 0)
        {
            Interlocked.Increment(ref _months);
            Changed();
        }
    }

    public void Finished(ReplicateKey run)
    {
        Interlocked.Increment(ref _runsDone);
        Changed();
    }

    public void Failed(ReplicateKey run, Exception cause) => Finished(run);

    /// <summary>Called from any thread whenever a count has changed.</summary>
    protected abstract void Changed();
}
