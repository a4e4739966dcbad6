using System.ComponentModel;
using System.Diagnostics;
using EcoSim.Experiments.Results;

namespace EcoSim.Cli.Clustering;

/// <summary>Slurm by its programs sbatch and squeue; accounting is not needed.</summary>
public sealed class Slurm : IBatchSystem
{
    private const string NotThere =
        "--slurm: 'sbatch' is not on the PATH. Give the command on a node of a Slurm cluster from which jobs are submitted; add --slurm-dry to look at the job's script here; "
        + "without Slurm, run the parts with --shard I/N on as many machines and put them together with 'ecosim merge'.";

    /// <summary>Throws <see cref="RefusedException"/> when there is no Slurm here.</summary>
    public static void Require()
    {
        string path = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (!path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, "sbatch"))))
        {
            throw new RefusedException(NotThere);
        }
    }

    public string Submit(string script)
    {
        Require();
        (int status, string output, string error) = Call("sbatch", "--parsable", script);
        string job = output.Trim().Split(';')[0];
        return status == 0 && job.Length > 0
            ? job
            : throw new RefusedException(
                $"sbatch did not take '{script}': {OneLine(error)} Nothing is lost; --slurm-partition P and --slurm-option NAME=VALUE (such as account=A) change what is asked for.");
    }

    public QueuedTasks? Queued(string job)
    {
        (int status, string output, string error) = Call("squeue", "--noheader", "--array", "--format=%T %r", $"--jobs={job}");
        if (status != 0)
        {
            // Some minutes after its end a job is forgotten.
            return error.Contains("Invalid job id", StringComparison.OrdinalIgnoreCase) ? QueuedTasks.None : null;
        }

        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] waiting = [.. lines.Where(line => line.StartsWith("PENDING", StringComparison.Ordinal))];
        string reason = waiting.Length == 0 ? "" : waiting[0]["PENDING".Length..].Trim();
        return new QueuedTasks(lines.Length - waiting.Length, waiting.Length, reason == "None" ? "" : reason);
    }

    private static (int Status, string Output, string Error) Call(string program, params string[] args)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (Win32Exception failed)
        {
            return (-1, "", failed.Message);
        }
    }

    private static string OneLine(string text) => text.Trim().ReplaceLineEndings(" ");
}
