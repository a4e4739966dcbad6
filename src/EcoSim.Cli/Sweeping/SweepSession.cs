using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcoSim.Cli.Clustering;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Store;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Experiments.Sweeps.Reading;
using EcoSim.Experiments.Sweeps.Results;
using EcoSim.Experiments.Sweeps.Runs;
using EcoSim.Reporting;

namespace EcoSim.Cli.Sweeping;

/// <summary>Runs a design over parameters; goes on where an earlier call was stopped.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
/// <param name="asked">Points, budget, part, cluster; null for the usual.</param>
/// <param name="cluster">In place of Slurm, and of the time between two looks at it; null for the real ones.</param>
public sealed class SweepSession(
    RunRequest request, Terminal terminal, string commandLine, Simulate? simulate = null, SweepRequest? asked = null, IBatchSystem? cluster = null)
{
    private readonly SweepRequest _asked = asked ?? SweepRequest.Usual;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;

    public ExitStatus Run(string file, CancellationToken cancel)
    {
        var use = new ExperimentUse(NeedsDesign: true, _asked.Points, PointsAreChosen: _asked.Budget is not null);
        ExperimentReading reading = ExperimentReader.Read(file, request.Sets, use);
        if (reading.Experiment is not { } experiment)
        {
            terminal.Error.WriteLine(ProblemText.Write(reading.Problems).TrimEnd());
            return ExitStatus.Invalid;
        }

        ScenarioSet.SayWhichChangeWins(experiment.Scenario, terminal.Error);
        ScenarioSet.SayWhatWasCalibratedOtherwise(experiment.Scenario, terminal.Error);
        if (request.Ledger is LedgerScope.First or LedgerScope.All)
        {
            terminal.Error.WriteLine("ecosim: sweep keeps no ledger; 'ecosim run' does.");
        }

        if (_asked is { Series: true, Slurm: not null } && request.Store == OpenStore.Off)
        {
            throw new RefusedException("--series: found beside --slurm and --store none; tasks hand their series over in the store, so leave it on.");
        }

        using var store = new OpenStore(request, terminal.Error);
        using RunLog? log = store.Folder is { } folder ? new RunLog(folder, experiment.Name, experiment.Outcomes) : null;
        ClusterRun? cluster = Cluster(file, store.Folder);
        SweepWork work = _asked.Budget is null ? Prepare(experiment, experiment.Points ?? 0, log) : Sized(experiment, log, cancel);
        foreach (string problem in log?.Problems ?? [])
        {
            terminal.Error.WriteLine($"ecosim: {problem}");
        }

        ExitStatus status = cancel.IsCancellationRequested ? ExitStatus.Interrupted
            : _asked.DryRun ? DryRun(work, cancel)
            : _asked.Slurm is { Dry: true } ? cluster!.Run(work, cancel)
            : Simulate(work, log, store, cluster, cancel);
        store.Grew |= log?.Written > 0;
        return status;
    }

    private ClusterRun? Cluster(string file, string? store) => _asked.Slurm is not { } slurm ? null
        : cluster is null ? new ClusterRun(file, request, slurm, store, terminal) { Series = _asked.Series }
        : new ClusterRun(file, request, slurm, store, terminal) { Series = _asked.Series, System = cluster, Wait = (_, _) => { } };

    private SweepWork Prepare(Experiment experiment, int points, RunLog? log) =>
        SweepWork.Prepare(experiment, DesignTable.Of(experiment, points), log, request, simulate);

    /// <summary>As large as the budget allows, told from a pilot.</summary>
    private SweepWork Sized(Experiment experiment, RunLog? log, CancellationToken cancel)
    {
        bool free = experiment.Design is DesignKind.LatinHypercube or DesignKind.Sobol;
        SweepWork trial = Prepare(experiment, SweepSize.PilotPoints, log);
        SweepProgress pilot = trial.Pilot(cancel);
        if (cancel.IsCancellationRequested || pilot.TimePerRun is not { } perRun)
        {
            return trial;
        }

        (Experiment sized, int points) = SweepSize.Fit(experiment, free ? null : trial.Worlds.Points, _asked.Budget!.Value, _watch.Elapsed, perRun, trial.Threads);
        string again = free ? $"--points {points}" : $"--replicates {sized.Replicates}";
        Say($"{experiment.Name}: the budget allows {points} points with {sized.Replicates} replicates each ({ReadableNumber.Of(perRun.TotalSeconds)} s a run on {trial.Threads} threads); {again} gives the same size again.");
        return Prepare(sized, points, log);
    }

    private ExitStatus DryRun(SweepWork work, CancellationToken cancel)
    {
        SweepProgress pilot = work.Runner.Missing(_asked.Shard).Any() ? work.Pilot(cancel) : new SweepProgress(0, false, null);
        if (cancel.IsCancellationRequested)
        {
            return ExitStatus.Interrupted;
        }

        SweepEstimate.Write(terminal.Output, work, _asked.Shard, pilot);
        return ExitStatus.Done;
    }

    private ExitStatus Simulate(SweepWork work, RunLog? log, OpenStore store, ClusterRun? cluster, CancellationToken cancel)
    {
        string name = work.Worlds.Experiment.Name;
        using ResultsFolder folder = ResultsFolder.Open(request.Out, SweepFolder.NameOf(name, _asked.Shard));
        if (!request.Force)
        {
            folder.RequireWhole();
        }

        using RunFile? file = _asked.Series ? new RunFile(folder.Scratch, work.Outcomes.Runs, work.Worlds.Experiment.Scenario.Plan.Parameters.Run.Months) : null;
        SweepSeries? series = file is null ? null : new SweepSeries(work.Worlds, work.Outcomes, store.Replicates, file, request.Check);
        work.Runner.Series = series;
        int[] missing = [.. work.Runner.Missing(_asked.Shard)];
        missing = [.. missing, .. series?.Recall(Owned(work).Except(missing), work.Threads) ?? []];
        if (work.Outcomes.Done > 0)
        {
            Say(missing.Length == 0
                ? $"{name}: all {work.Outcomes.Done} runs are in the store, so nothing is run; --force runs them again."
                : $"{name}: {work.Outcomes.Done} runs are in the store; {missing.Length} are left to do.");
        }

        ExitStatus ended = cluster is not null && missing.Length > 0 ? cluster.Run(work, cancel) : Here(work, log, missing, folder.Path, cancel);
        FailureText.Write(terminal.Error, name, work, missing);
        if (ended != ExitStatus.Done)
        {
            return ended;
        }

        if (cluster is not null)
        {
            _ = series?.Recall(Owned(work).Where(work.Outcomes.IsDone), work.Threads);
        }

        var how = new RunCircumstances(commandLine, _started, _watch.Elapsed, new EnsembleOptions(work.Threads, LedgerScope.None, request.Check));
        SweepTable? table = _asked.Shard.IsWhole ? SweepTable.Of(work.Worlds, work.Outcomes) : null;
        SweepFolder.Write(folder, work.Worlds, work.Outcomes, _asked.Shard, how, staging => Illustrate(staging, work, table), series, table is null ? [] : Interaction.Of(table));
        ReplacedText.Write(terminal.Error, request.Quiet, name, folder);
        cluster?.Clear(name);
        if (table is not null)
        {
            EffectsTable.Write(terminal.Output, work.Worlds.Experiment.Scenario, table, work.Outcomes.Failed);
        }
        else
        {
            terminal.Output.WriteLine($"Part {_asked.Shard} of {name} is done; when all are: ecosim merge {Path.Combine(request.Out, $"{SweepFolder.NameOf(name, Shard.Whole)}-shard-*-of-{_asked.Shard.Of}")}");
        }

        terminal.Output.WriteLine($"Results: {folder.Path}{Path.DirectorySeparatorChar}");
        VerifiedText.Write(terminal.Output, request.Check, Owned(work).Count(work.Outcomes.IsDone));
        return work.Outcomes.Failed > 0 ? ExitStatus.ReplicateFailed : ExitStatus.Done;
    }

    private IEnumerable<int> Owned(SweepWork work) => Enumerable.Range(0, work.Outcomes.Runs).Where(_asked.Shard.Owns);

    /// <summary>Simulates on this machine.</summary>
    private ExitStatus Here(SweepWork work, RunLog? log, int[] missing, string folder, CancellationToken cancel)
    {
        string name = work.Worlds.Experiment.Name;
        SweepProgress progress = RunProgress.Show(terminal, request.Quiet, $"sweep {name}", observer => work.Runner.Run(missing, work.Threads, observer, cancel));
        if (!progress.Interrupted)
        {
            return ExitStatus.Done;
        }

        string kept = log is null ? "none is kept, since the store is switched off" : "what is done is in the store, and the same command goes on from there";
        terminal.Error.WriteLine($"{name}: interrupted with {work.Runner.Missing(_asked.Shard).Count()} runs left to do; {kept}. '{folder}' is left as it was.");
        return ExitStatus.Interrupted;
    }

    /// <summary>Draws a whole sweep and writes its page; a part is too little to look at.</summary>
    private void Illustrate(string folder, SweepWork work, SweepTable? table)
    {
        if (table is not null)
        {
            new FigureDrawing(table.Name, terminal.Error).Write(
                folder, request.Plots ? target => DrawFigures(target, table) : null,
                drawn => SweepReport.Of(work.Worlds.Experiment, table, work.Outcomes.Failed, drawn, commandLine));
        }
    }

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DrawnFigures DrawFigures(string folder, SweepTable table) => SweepFigures.Write(table, folder, request.Threads);

    private void Say(string message)
    {
        if (!request.Quiet)
        {
            terminal.Error.WriteLine(message);
        }
    }
}
