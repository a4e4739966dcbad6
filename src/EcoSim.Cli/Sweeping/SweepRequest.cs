using EcoSim.Cli.Clustering;
using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Cli.Sweeping;

/// <summary>What the options of <c>sweep</c> ask for beside those of all running commands.</summary>
/// <param name="Points">Number of points, or null for the experiment's own.</param>
/// <param name="Budget">Time in which all must be done; null for no limit.</param>
/// <param name="DryRun">Say what it would take and run no more than a pilot.</param>
/// <param name="Shard">Which part of the runs.</param>
/// <param name="Slurm">Run it as a job array of Slurm; null for here.</param>
/// <param name="Series">Keep the series of every run, not only its outcomes.</param>
public sealed record SweepRequest(int? Points, TimeSpan? Budget, bool DryRun, Shard Shard, SlurmRequest? Slurm = null, bool Series = false)
{
    public static readonly SweepRequest Usual = new(null, null, false, Shard.Whole);
}
