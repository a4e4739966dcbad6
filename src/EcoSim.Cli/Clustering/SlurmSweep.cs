using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Results;
using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Cli.Clustering;

/// <summary>Runs the parts of a sweep as a job array: submits, follows, submits again what ended without a result, and hands back the runs.</summary>
/// <param name="sweep">Name of the experiment and fingerprint of the sweep.</param>
/// <param name="folder">Full path of the folder that takes the script, the logs and the parts.</param>
/// <param name="script">The script.</param>
/// <param name="request">What the options ask for.</param>
/// <param name="system">Slurm.</param>
/// <param name="say">Takes a line for a person.</param>
internal sealed class SlurmSweep(
    (string Name, string Hash) sweep, string folder, SlurmScript script, SlurmRequest request, IBatchSystem system, Action<string> say)
{
    /// <summary>A shared file system may show a file some seconds after the task that wrote it has ended.</summary>
    private const int LooksForAPart = 4;

    /// <summary>After so many questions without an answer the queue is left alone.</summary>
    private const int MostUnanswered = 60;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>Waits between two looks; null for real time.</summary>
    public Action<TimeSpan, CancellationToken>? Wait { get; init; }

    /// <summary>Conservation laws must have been verified.</summary>
    public bool Check { get; init; }

    /// <summary>Runs all parts that are not done.</summary>
    /// <param name="needs">Tells what a task needs; called only when something is to be submitted.</param>
    /// <param name="force">Simulate again what exists.</param>
    /// <param name="cancel">Stops following; the job goes on.</param>
    /// <returns>Folders of all parts, or how it ended without them.</returns>
    public (ExitStatus Status, IReadOnlyList<string> Parts) Run(Func<SlurmNeeds> needs, bool force, CancellationToken cancel)
    {
        SubmittedJob? job = Earlier(force);
        SlurmNeeds? given = null;
        int tasks = job?.Tasks ?? (given = needs()).Tasks;
        for (int submitted = 0; ; submitted++)
        {
            if (job is not null && !Follow(job, cancel))
            {
                say($"{sweep.Name}: interrupted; job {job.Job} goes on. The same command follows it again, 'scancel {job.Job}' ends it.");
                return (ExitStatus.Interrupted, []);
            }

            int[] missing = job is null && force ? [.. Enumerable.Range(1, tasks)] : [.. Enumerable.Range(1, tasks).Where(part => !IsWhole(part, tasks))];
            if (missing.Length == 0)
            {
                return (ExitStatus.Done, [.. Enumerable.Range(1, tasks).Select(part => PartFolder(part, tasks))]);
            }

            if (job is not null)
            {
                Explain(missing, tasks, job.Job);
            }

            if (submitted > request.Retries)
            {
                say($"{sweep.Name}: {submitted} times submitted, {missing.Length} of {tasks} parts are still without a result. What is done is kept; the same command goes on from there. Logs: {folder}");
                return (ExitStatus.ReplicateFailed, []);
            }

            given = given is null ? needs() with { Tasks = tasks } : submitted == 0 ? given : given.Doubled();
            if (cancel.IsCancellationRequested)
            {
                say($"{sweep.Name}: interrupted; nothing is at work on the cluster.");
                return (ExitStatus.Interrupted, []);
            }

            job = Submit(given, missing, force && submitted == 0);
        }
    }

    /// <summary>The job of an earlier call of the same sweep. Throws <see cref="RefusedException"/> when one of another sweep is still at work.</summary>
    private SubmittedJob? Earlier(bool force)
    {
        if (SubmittedJob.Read(folder) is not { } earlier)
        {
            return null;
        }

        bool same = earlier.Sweep == sweep.Hash && !force && (request.Tasks is null || request.Tasks == earlier.Tasks);
        int left = system.Queued(earlier.Job)?.Left ?? throw new RefusedException(
            $"Job {earlier.Job} was submitted earlier, and squeue does not answer whether it is still at work. Give the command again when it does.");
        if (left > 0 && !same)
        {
            throw new RefusedException(
                $"Job {earlier.Job}, submitted earlier for '{sweep.Name}' with other options, still has {left} tasks in the queue. Wait for it, or end it with 'scancel {earlier.Job}'; then give the command again.");
        }

        if (same && left > 0)
        {
            say($"{sweep.Name}: job {earlier.Job}, submitted earlier, is still in the queue; following it.");
        }

        return same ? earlier : null;
    }

    private SubmittedJob Submit(SlurmNeeds needs, int[] parts, bool force)
    {
        script.Write(needs, parts, force);
        foreach (int part in parts.Where(part => Directory.Exists(PartFolder(part, needs.Tasks))))
        {
            Directory.Delete(PartFolder(part, needs.Tasks), recursive: true);
        }

        var job = new SubmittedJob(system.Submit(script.Path), sweep.Hash, needs.Tasks);
        job.Write(folder);
        say($"{sweep.Name}: submitted job {job.Job} with {parts.Length} {(parts.Length == 1 ? "task" : "tasks")}, {needs}. Ctrl-C leaves it at work; logs: {folder}");
        return job;
    }

    /// <summary>Looks at the queue until the job has left it; false when the user stops looking.</summary>
    private bool Follow(SubmittedJob job, CancellationToken cancel)
    {
        TimeSpan pause = ShortestPause;
        string said = "";
        for (int unanswered = 0, looks = 0; looks < LooksForAPart;)
        {
            if (cancel.IsCancellationRequested)
            {
                return false;
            }

            QueuedTasks? queued = system.Queued(job.Job);
            int whole = Enumerable.Range(1, job.Tasks).Count(part => IsWhole(part, job.Tasks));
            if (whole == job.Tasks)
            {
                break;
            }

            unanswered = queued is null ? unanswered + 1 : 0;
            if (unanswered > MostUnanswered)
            {
                throw new IOException($"squeue does not answer any more. Job {job.Job} may still be at work; the same command follows it again.");
            }

            looks = queued is { Left: 0 } ? looks + 1 : 0;
            string now = queued is { Left: > 0 }
                ? $"{sweep.Name}: {whole} of {job.Tasks} parts done, {queued.Running} running, {queued.Waiting} waiting{(queued.Reason.Length == 0 ? "" : $" ({queued.Reason})")}"
                : said;
            if (now != said)
            {
                say(now);
                said = now;
                pause = ShortestPause;
            }

            (Wait ?? RealTime)(pause, cancel);
            pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;
        }

        return true;
    }

    /// <summary>Says which parts have no result, each with the last line of its log.</summary>
    private void Explain(int[] missing, int tasks, string job)
    {
        const int Most = 5;
        foreach (int part in missing.Take(Most))
        {
            string log = script.LogOf(part);
            string last = File.Exists(log) ? File.ReadLines(log).LastOrDefault(line => line.Length > 0) ?? "its log is empty" : "it wrote no log";
            say($"{sweep.Name}: part {part}/{tasks} of job {job} ended without a result: {last}");
        }

        if (missing.Length > Most)
        {
            say($"{sweep.Name}: and {missing.Length - Most} parts more.");
        }
    }

    private static void RealTime(TimeSpan pause, CancellationToken cancel) => cancel.WaitHandle.WaitOne(pause);

    private string PartFolder(int part, int tasks) => Path.Combine(folder, SweepFolder.NameOf(sweep.Name, new Shard(part, tasks)));

    /// <summary>A part is there as a whole or not at all; one of another version or sweep does not count.</summary>
    private bool IsWhole(int part, int tasks) =>
        ManifestText.Read(Path.Combine(PartFolder(part, tasks), Manifest.FileName)) is { } manifest
        && manifest.ContentHash == sweep.Hash && manifest.Version == ProgramVersion.Text && manifest.ModelBuild == ProgramVersion.ModelBuild
        && (manifest.Checked || !Check);
}
