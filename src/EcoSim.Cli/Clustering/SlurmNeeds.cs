using System.Globalization;

namespace EcoSim.Cli.Clustering;

/// <summary>What each task of a job array is given.</summary>
/// <param name="Tasks">Parts of the sweep, a task each.</param>
/// <param name="Cpus">Processors, and runs at the same time.</param>
/// <param name="Megabytes">Memory.</param>
/// <param name="Minutes">Time after which Slurm stops it.</param>
internal sealed record SlurmNeeds(int Tasks, int Cpus, int Megabytes, int Minutes)
{
    /// <summary>Most tasks unless asked for: clusters allow an array 1,001 numbers unless configured otherwise.</summary>
    public const int UsualMostTasks = 1000;

    /// <summary>A task that waits some seconds for its turn should be busy for long against that.</summary>
    private static readonly TimeSpan WorkOfTask = TimeSpan.FromMinutes(5);

    /// <summary>A node may be so many times slower than where the pilot ran, and its runs longer than the pilot's.</summary>
    private const double TimeReserve = 3;

    /// <summary>Time to start and to write.</summary>
    private const double LeastMinutes = 5;

    private const double MemoryReserve = 1.5;

    /// <summary>The program without a world.</summary>
    private const double ProgramMegabytes = 160;

    private const int MegabytesStep = 64;

    /// <summary>From a pilot.</summary>
    /// <param name="runs">Runs to be done.</param>
    /// <param name="perRun">Time of a run.</param>
    /// <param name="pilotMegabytes">Memory that the pilot took.</param>
    /// <param name="pilotThreads">Runs at the same time in the pilot.</param>
    /// <param name="worldMegabytes">Memory of the largest world, as the model estimates it.</param>
    /// <param name="cpus">Processors of a task.</param>
    /// <param name="tasks">Tasks, or null for as many as suit.</param>
    public static SlurmNeeds Of(int runs, TimeSpan perRun, double pilotMegabytes, int pilotThreads, double worldMegabytes, int cpus, int? tasks)
    {
        int parts = tasks ?? (int)Math.Clamp(Math.Ceiling(perRun * runs / (WorkOfTask * cpus)), 1, Math.Min(UsualMostTasks, runs));
        double rounds = Math.Ceiling(Math.Ceiling((double)runs / parts) / cpus);
        double minutes = LeastMinutes + TimeReserve * rounds * perRun.TotalMinutes;
        double megabytes = MemoryReserve * Math.Max(
            pilotMegabytes * Math.Max(1, (double)cpus / pilotThreads), ProgramMegabytes + worldMegabytes * cpus);
        return new SlurmNeeds(parts, cpus, MegabytesStep * (int)Math.Ceiling(megabytes / MegabytesStep), (int)Math.Ceiling(minutes));
    }

    /// <summary>For what ended without a result: time or memory may have been too little.</summary>
    public SlurmNeeds Doubled() => this with { Megabytes = 2 * Megabytes, Minutes = 2 * Minutes };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Cpus} {(Cpus == 1 ? "processor" : "processors")}, {Megabytes} MB and {Minutes} minutes each");
}
