using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Store;
using EcoSim.Model;

namespace EcoSim.Experiments.Results;

/// <summary>Memory and disk that a run will need, compared with what there is, before anything starts.</summary>
public static class Resources
{
    /// <summary>Room for figures, tables and manifest.</summary>
    private const long FiguresBytes = 16L << 20;

    /// <summary>Text of a ledger cell against its eight bytes in memory: identities are longer, small numbers shorter.</summary>
    private const double TextPerLedgerByte = 1.5;

    /// <summary>
    /// The options with threads that fit into memory, where their number was left open. Throws
    /// <see cref="RefusedException"/> when disk or memory cannot hold the run.
    /// </summary>
    public static EnsembleOptions Fit(Plan plan, EnsembleOptions options, string folder) =>
        Fit(plan, options, FreeDisk(folder), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, folder);

    /// <summary>The same for runs of which only a few numbers are kept; their disk is no matter.</summary>
    public static EnsembleOptions FitThreads(Plan plan, EnsembleOptions options, string folder) =>
        Fit(plan, options, long.MaxValue, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, folder);

    /// <summary>The same against given limits in bytes.</summary>
    public static EnsembleOptions Fit(Plan plan, EnsembleOptions options, long freeDisk, long freeMemory, string folder)
    {
        EnsembleOptions fitting = options;
        for (int threads = options.ThreadsFor(int.MaxValue) - 1; options.Threads == 0 && threads > 0 && MemoryBytes(plan, fitting) > freeMemory; threads--)
        {
            fitting = options with { Threads = threads };
        }

        Require(plan, fitting, freeDisk, freeMemory, folder);
        return fitting;
    }

    /// <summary>Throws <see cref="RefusedException"/> when disk or memory, in bytes, cannot hold the run.</summary>
    private static void Require(Plan plan, EnsembleOptions options, long freeDisk, long freeMemory, string folder)
    {
        long disk = DiskBytes(plan, options);
        if (disk > freeDisk)
        {
            throw new RefusedException(
                $"The results need about {Size(disk)} on disk, but '{folder}' has {Size(freeDisk)} free. "
                + "Free some space, choose another disk with --out, or use fewer replicates or --ledger none.");
        }

        long memory = MemoryBytes(plan, options);
        if (memory > freeMemory)
        {
            throw new RefusedException(
                $"The run needs about {Size(memory)} of memory, but {Size(freeMemory)} are available. {Remedy(plan, options, freeMemory)}");
        }
    }

    public static long DiskBytes(Plan plan, EnsembleOptions options)
    {
        RunParameters run = plan.Parameters.Run;
        return SeriesCsv.EstimateBytes(run.Replicates, run.Months)
            + RunFile.EstimateBytes(run.Counterfactual ? 2 * run.Replicates : run.Replicates, run.Months)
            + (long)(LedgerBytes(plan, options) * (1 + TextPerLedgerByte))
            + FiguresBytes;
    }

    /// <summary>Worlds that exist at the same time with their ledgers, and the series of all that are done, which not every command takes out of memory.</summary>
    public static long MemoryBytes(Plan plan, EnsembleOptions options)
    {
        int threads = options.ThreadsFor(int.MaxValue);
        return (long)ScenarioSize.EstimateBytes(plan.Parameters, default, threads) + LedgerBytes(plan, options, Math.Min(threads, plan.Parameters.Run.Replicates));
    }

    private static long LedgerBytes(Plan plan, EnsembleOptions options, int? atOnce = null)
    {
        long one = Simulation.EstimateBytes(plan.Parameters, new RunOptions(Ledger: true))
            - Simulation.EstimateBytes(plan.Parameters, default);
        return options.Ledger switch
        {
            LedgerScope.None => 0,
            LedgerScope.First => one,
            _ => one * (atOnce ?? plan.Parameters.Run.Replicates),
        };
    }

    private static long FreeDisk(string folder)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A file system that does not tell its free space is no reason to refuse the run.
            return long.MaxValue;
        }
    }

    /// <summary>Hint for a message: what would bring the need down.</summary>
    private static string Remedy(Plan plan, EnsembleOptions options, long freeMemory) =>
        options.Threads > 1 && MemoryBytes(plan, options with { Threads = 1 }) <= freeMemory
            ? "Use fewer threads (--threads)."
            : "Use fewer workers, replicates or months" + (options.Ledger == LedgerScope.None ? "." : ", or --ledger none.");

    private static string Size(long bytes) => bytes switch
    {
        >= 1L << 40 => $"{bytes / (double)(1L << 40):0.0} TiB",
        >= 1L << 30 => $"{bytes / (double)(1L << 30):0.0} GiB",
        _ => $"{bytes / (double)(1L << 20):0.0} MiB",
    };
}
