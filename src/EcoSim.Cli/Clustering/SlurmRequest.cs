namespace EcoSim.Cli.Clustering;

/// <summary>What the options of <c>sweep --slurm</c> ask for.</summary>
/// <param name="Partition">Partition of the cluster, or null for its usual one.</param>
/// <param name="Options">Options of sbatch as NAME=VALUE or NAME; they come last and so win.</param>
/// <param name="Tasks">Tasks of the job array; null for as many as suit the sweep.</param>
/// <param name="Retries">How many times what ended without a result is submitted again.</param>
/// <param name="Dry">Write the script and submit nothing.</param>
public sealed record SlurmRequest(string? Partition, IReadOnlyList<string> Options, int? Tasks, int Retries, bool Dry)
{
    public const int UsualRetries = 2;

    public static readonly SlurmRequest Usual = new(null, [], null, UsualRetries, false);
}
