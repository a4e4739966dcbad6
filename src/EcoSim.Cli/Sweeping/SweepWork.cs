using System.Diagnostics;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Experiments.Sweeps.Runs;
using EcoSim.Model;

namespace EcoSim.Cli.Sweeping;

/// <summary>A sweep made ready: its worlds, what is done of them, and the means to do the rest.</summary>
/// <param name="Worlds">The worlds.</param>
/// <param name="Outcomes">What is done.</param>
/// <param name="Runner">Does the rest.</param>
/// <param name="Threads">Runs at the same time.</param>
internal sealed record SweepWork(SweepWorlds Worlds, SweepOutcomes Outcomes, SweepRunner Runner, int Threads)
{
    /// <summary>Numbers kept in memory; more would need gigabytes and years.</summary>
    private const double MostNumbers = 1e9;

    /// <summary>Runs of a batch of the pilot, for each thread.</summary>
    private const int RunsOfBatch = 2;

    /// <summary>After so long a pilot knows enough.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(2);

    /// <summary>Lays out the points, takes from the log what is done, and sees to it that the largest world fits into memory.</summary>
    public static SweepWork Prepare(Experiment experiment, DesignTable table, RunLog? log, RunRequest request, Simulate? simulate)
    {
        double numbers = (double)table.Rows.Count * experiment.Replicates * experiment.Outcomes.Count;
        if (numbers > MostNumbers)
        {
            throw new RefusedException(
                $"{table.Rows.Count:#,0} points with {experiment.Replicates:#,0} replicates are {ReadableNumber.Of((double)table.Rows.Count * experiment.Replicates)} runs; allowed are about {ReadableNumber.Of(MostNumbers / experiment.Outcomes.Count)}. Use fewer points or replicates.");
        }

        var worlds = new SweepWorlds(experiment, table);
        var outcomes = new SweepOutcomes(worlds.Count, experiment.Replicates, experiment.Outcomes.Count);
        if (!request.Force)
        {
            log?.Recall(worlds, outcomes, request.Check);
        }

        Plan largest = Enumerable.Range(0, worlds.Count).Select(worlds.PlanOf).MaxBy(plan => Simulation.EstimateBytes(plan.Parameters, default))!;
        largest.Parameters.Run.Replicates = 1;
        var options = new EnsembleOptions(request.Threads, LedgerScope.None, request.Check);
        int threads = Resources.FitThreads(largest, options, request.Out).ThreadsFor(Math.Max(1, outcomes.Runs));
        return new SweepWork(worlds, outcomes, new SweepRunner(worlds, outcomes, log, request.Check, simulate), threads);
    }

    /// <summary>A world by its points, for a message.</summary>
    public string PointText(int world)
    {
        int[] points = [.. Enumerable.Range(0, Worlds.Points).Where(point => Worlds.WorldOf(point) == world)];
        return $"point {points[0]}{(points.Length > 1 ? $" and {points.Length - 1} more like it" : "")}";
    }

    /// <summary>Simulates a few runs spread over the sweep, enough to know what one takes. They count as done.</summary>
    public SweepProgress Pilot(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var pilot = new SweepProgress(0, false, null);
        int batch = RunsOfBatch * Threads;
        do
        {
            // The first runs also compile the program, so only the last batch says how long one takes.
            int[] missing = [.. Runner.Missing(Shard.Whole)];
            int[] from = missing.Length >= batch ? missing : [.. Enumerable.Range(0, Outcomes.Runs)];
            int count = Math.Min(from.Length, batch);
            int[] chosen = [.. Enumerable.Range(0, count).Select(i => from[(int)((long)i * from.Length / count)])];
            SweepProgress last = Runner.Run(chosen, Threads, null, cancel);
            pilot = last with { Simulated = pilot.Simulated + count };
        }
        while (watch.Elapsed < LongEnough && !cancel.IsCancellationRequested && Outcomes.Done + Outcomes.Failed < Outcomes.Runs);
        return pilot;
    }
}
