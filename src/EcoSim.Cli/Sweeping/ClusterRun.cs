using System.Globalization;
using EcoSim.Cli.Clustering;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Results;
using EcoSim.Experiments.Sweeps.Runs;
using EcoSim.Model;

namespace EcoSim.Cli.Sweeping;

/// <summary>Has a sweep run by a cluster instead of here, and takes the runs as if they had been.</summary>
/// <param name="file">The experiment as it was named.</param>
/// <param name="request">What the options ask for.</param>
/// <param name="slurm">What they ask of Slurm.</param>
/// <param name="storeFolder">Folder of the store; null for none.</param>
/// <param name="terminal">Where to speak.</param>
internal sealed class ClusterRun(string file, RunRequest request, SlurmRequest slurm, string? storeFolder, Terminal terminal)
{
    private const double Mib = 1 << 20;

    /// <summary>Slurm; tests have another.</summary>
    public IBatchSystem System { get; init; } = new Slurm();

    /// <summary>Waits between two looks; null for real time.</summary>
    public Action<TimeSpan, CancellationToken>? Wait { get; init; }

    /// <summary>Runs what is missing on the cluster; done, the outcomes have it.</summary>
    public ExitStatus Run(SweepWork work, CancellationToken cancel)
    {
        string name = work.Worlds.Experiment.Name, folder = FolderOf(name);
        var script = new SlurmScript(name, folder, CommandOf(work, folder), slurm);
        if (slurm.Dry)
        {
            return WriteScript(work, script, cancel);
        }

        if (System is Slurm)
        {
            Slurm.Require();
        }

        Directory.CreateDirectory(folder);
        var sweep = new SlurmSweep((name, work.Worlds.Hash), folder, script, slurm, System, Say) { Check = request.Check, Wait = Wait };
        (ExitStatus status, IReadOnlyList<string> parts) = sweep.Run(() => Needs(work, cancel), request.Force, cancel);
        if (status == ExitStatus.Done)
        {
            Take(work, ShardMerge.Open(parts).ReadRows());
        }

        return status;
    }

    /// <summary>Removes what is in the results now; script and logs stay.</summary>
    public void Clear(string name)
    {
        string folder = FolderOf(name);
        if (Directory.Exists(folder))
        {
            SubmittedJob.Remove(folder);
            foreach (string part in Directory.GetDirectories(folder, SweepFolder.NameOf(name, Shard.Whole) + "-shard-*"))
            {
                Directory.Delete(part, recursive: true);
            }
        }
    }

    /// <summary>True when the tasks keep the series of their runs.</summary>
    public bool Series { get; init; }

    private string FolderOf(string name) => Path.GetFullPath(Path.Combine(request.Out, $"slurm-{name}"));

    private ExitStatus WriteScript(SweepWork work, SlurmScript script, CancellationToken cancel)
    {
        SlurmNeeds needs = Needs(work, cancel);
        if (cancel.IsCancellationRequested)
        {
            return ExitStatus.Interrupted;
        }

        script.Write(needs, [.. Enumerable.Range(1, needs.Tasks)], request.Force);
        terminal.Output.WriteLine($"{work.Worlds.Experiment.Name}: {work.Runner.Missing(Shard.Whole).Count()} runs are left to do; {needs.Tasks} {(needs.Tasks == 1 ? "task" : "tasks")} would be submitted, {needs}:");
        terminal.Output.WriteLine($"sbatch --parsable {CommandLineText.Words([script.Path])}");
        terminal.Output.WriteLine($"Submitted by hand, its parts are put together by: ecosim merge {CommandLineText.Words([FolderOf(work.Worlds.Experiment.Name)])}/{SweepFolder.NameOf(work.Worlds.Experiment.Name, Shard.Whole)}-shard-*-of-{needs.Tasks}");
        return ExitStatus.Done;
    }

    private SlurmNeeds Needs(SweepWork work, CancellationToken cancel)
    {
        SweepProgress pilot = work.Pilot(cancel);
        double world = Enumerable.Range(0, work.Worlds.Count).Max(point => Simulation.EstimateBytes(work.Worlds.PlanOf(point).Parameters, default)) / Mib;
        return SlurmNeeds.Of(
            Math.Max(1, work.Runner.Missing(Shard.Whole).Count()), pilot.TimePerRun ?? TimeSpan.Zero, Environment.WorkingSet / Mib, work.Threads, world, Math.Max(1, request.Threads), slurm.Tasks);
    }

    /// <summary>The command that gives the same sweep on another machine; threads and part are added to it.</summary>
    private IReadOnlyList<string> CommandOf(SweepWork work, string folder)
    {
        Experiment experiment = work.Worlds.Experiment;
        bool free = experiment.Design is DesignKind.LatinHypercube or DesignKind.Sobol;
        return
        [
            .. Program(), "sweep", file, .. request.Sets.SelectMany(set => new[] { "--set", set }),
            "--replicates", Text(experiment.Replicates), .. free ? new[] { "--points", Text(work.Worlds.Points) } : [],
            .. request.Check ? new[] { "--check" } : [], .. Series ? new[] { "--series" } : [], "--no-plots", "--quiet",
            "--out", folder, "--store", storeFolder is null ? OpenStore.Off : Path.GetFullPath(storeFolder),
        ];
    }

    /// <summary>How this program was started.</summary>
    private static string[] Program()
    {
        string process = Environment.ProcessPath ?? "ecosim";
        return Path.GetFileNameWithoutExtension(process) == "dotnet" ? [process, "exec", typeof(ClusterRun).Assembly.Location] : [process];
    }

    private static void Take(SweepWork work, IEnumerable<SweepRow> rows)
    {
        foreach (SweepRow row in rows)
        {
            int run = work.Outcomes.RunOf(work.Worlds.WorldOf(row.Point), row.Replicate);
            if (row.Failure is { } failure)
            {
                work.Outcomes.Add(run, failure);
            }
            else
            {
                work.Outcomes.Add(run, row.Values);
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Say(string message) => terminal.Error.WriteLine(message);
}
