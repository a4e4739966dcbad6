namespace EcoSim.Cli.Clustering;

/// <summary>Tasks of a job that are still in the queue.</summary>
/// <param name="Running">At work, or just ending.</param>
/// <param name="Waiting">Not yet begun.</param>
/// <param name="Reason">Why they wait, in the word of the system; empty when none does.</param>
public sealed record QueuedTasks(int Running, int Waiting, string Reason)
{
    public static readonly QueuedTasks None = new(0, 0, "");

    public int Left => Running + Waiting;
}

/// <summary>What runs jobs on the nodes of a cluster.</summary>
public interface IBatchSystem
{
    /// <summary>Submits a script and returns the number of the job. Throws <see cref="Experiments.Results.RefusedException"/> when it is not taken.</summary>
    string Submit(string script);

    /// <summary>What is in the queue of this job; null when that cannot be told now.</summary>
    QueuedTasks? Queued(string job);
}
