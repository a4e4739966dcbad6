using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Comparing;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Sensitivity;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Experiments.Sweeps.Reading;
using EcoSim.Experiments.Sweeps.Runs;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;

namespace EcoSim.Cli.Sweeping;

/// <summary>Screens the parameters of an experiment, then shares the variance out among those that matter; goes on where an earlier call was stopped.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
/// <param name="asked">Size; null for the experiment's own.</param>
public sealed class SensitivitySession(RunRequest request, Terminal terminal, string commandLine, Simulate? simulate = null, SensitivityRequest? asked = null)
{
    private readonly SensitivityRequest _asked = asked ?? new SensitivityRequest();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;

    public ExitStatus Run(string file, CancellationToken cancel)
    {
        ExperimentReading reading = ExperimentReader.Read(file, request.Sets, new ExperimentUse(NeedsDesign: false));
        if (reading.Experiment is not { } read)
        {
            terminal.Error.WriteLine(ProblemText.Write(reading.Problems).TrimEnd());
            return ExitStatus.Invalid;
        }

        ScenarioSet.SayWhichChangeWins(read.Scenario, terminal.Error);
        ScenarioSet.SayWhatWasCalibratedOtherwise(read.Scenario, terminal.Error);
        SensitivityChoice own = read.Sensitivity;
        Experiment experiment = read with { Sensitivity = new SensitivityChoice(_asked.Trajectories ?? own.Trajectories, _asked.Points ?? own.Points, _asked.Keep ?? own.Keep) };
        using var store = new OpenStore(request, terminal.Error);
        using RunLog? log = store.Folder is { } folder ? new RunLog(folder, experiment.Name, experiment.Outcomes) : null;
        MorrisDesign design = MorrisDesign.Of(experiment.Variations.Count, experiment.Sensitivity.Trajectories, experiment.DesignSeed);
        SweepWork screening = Prepare(experiment, experiment.Variations, design.Points, log);
        ExitStatus status = _asked.DryRun ? DryRun(screening, cancel) : Screen(experiment, design, screening, log, cancel);
        store.Grew |= log?.Written > 0;
        return status;
    }

    private SweepWork Prepare(Experiment experiment, IReadOnlyList<Variation> variations, IReadOnlyList<double[]> points, RunLog? log)
    {
        ParameterDeclaration[] parameters = [.. variations.Select(variation => variation.Parameter)];
        return SweepWork.Prepare(experiment, new DesignTable(parameters, [.. points.Select(point => DesignTable.Values(variations, point))]), log, request, simulate);
    }

    private ExitStatus DryRun(SweepWork screening, CancellationToken cancel)
    {
        SweepProgress pilot = screening.Pilot(cancel);
        if (cancel.IsCancellationRequested)
        {
            return ExitStatus.Interrupted;
        }

        Experiment experiment = screening.Worlds.Experiment;
        int kept = Math.Min(experiment.Sensitivity.Keep, experiment.Variations.Count);
        int left = screening.Runner.Missing(Shard.Whole).Count();
        int points = experiment.Sensitivity.Points == 0 ? 0 : SobolDesign.Of(1, experiment.Sensitivity.Points, 0).Points.Count / 3 * (kept + 2);
        int more = points * experiment.Replicates;
        terminal.Output.WriteLine($"{experiment.Name}: {experiment.Variations.Count} parameters, {experiment.Replicates} replicate{(experiment.Replicates == 1 ? "" : "s")} of each point");
        terminal.Output.WriteLine($"screening: {screening.Worlds.Points} points, {screening.Outcomes.Runs} runs, {left} left to do{Time(left)}");
        terminal.Output.WriteLine($"Sobol indices of at most {kept} parameters: {points} points, {more} runs{Time(more)}");
        return ExitStatus.Done;

        string Time(int runs) => pilot.TimePerRun is { } one ? $", about {PrecisionText.Duration(one * runs / screening.Threads)} with {screening.Threads} threads" : "";
    }

    private ExitStatus Screen(Experiment experiment, MorrisDesign design, SweepWork screening, RunLog? log, CancellationToken cancel)
    {
        using ResultsFolder folder = ResultsFolder.Open(request.Out, SensitivityFolder.NameOf(experiment.Name));
        if (!request.Force)
        {
            folder.RequireWhole();
        }

        if (!Simulate($"screening {experiment.Name}", screening, log, cancel))
        {
            return ExitStatus.Interrupted;
        }

        SensitivityResult result = SensitivityResult.Screened(design, screening.Worlds, screening.Outcomes);
        var methods = new List<(string, SweepWorlds, SweepOutcomes)> { (SensitivityFolder.Morris, screening.Worlds, screening.Outcomes) };
        IReadOnlyList<int> kept = result.WorthMore(experiment.Sensitivity.Keep);

        // Shares of a variance that may be luck are worth their many runs only to one who asks for them.
        kept = _asked.Keep is null && !kept.Any(result.IsTold) ? [] : kept;
        if (experiment.Sensitivity.Points > 0 && kept.Count > 0)
        {
            SobolDesign indices = SobolDesign.Of(kept.Count, experiment.Sensitivity.Points, experiment.DesignSeed);
            SweepWork sharing = Prepare(experiment, [.. kept.Select(parameter => experiment.Variations[parameter])], indices.Points, log);
            if (!Simulate($"Sobol indices {experiment.Name}", sharing, log, cancel))
            {
                return ExitStatus.Interrupted;
            }

            result = result.With(kept, indices, sharing.Worlds, sharing.Outcomes);
            methods.Add((SensitivityFolder.Sobol, sharing.Worlds, sharing.Outcomes));
        }

        var how = new RunCircumstances(commandLine, _started, _watch.Elapsed, new EnsembleOptions(screening.Threads, LedgerScope.None, request.Check));
        int failed = methods.Sum(method => method.Item3.Failed);
        SensitivityFolder.Write(folder, result, methods, how, staging => new FigureDrawing(experiment.Name, terminal.Error).Write(
            staging, request.Plots ? target => DrawFigures(target, result) : null, drawn => SensitivityReport.Of(result, failed, drawn, commandLine)));
        ReplacedText.Write(terminal.Error, request.Quiet, experiment.Name, folder);
        SensitivityTable.Write(terminal.Output, result);
        terminal.Output.WriteLine($"Results: {folder.Path}{Path.DirectorySeparatorChar}");
        VerifiedText.Write(terminal.Output, request.Check, methods.Sum(method => method.Item3.Done));
        return failed > 0 ? ExitStatus.ReplicateFailed : ExitStatus.Done;
    }

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DrawnFigures DrawFigures(string folder, SensitivityResult result) => SweepFigures.Write(result, folder, request.Threads);

    /// <summary>False when the user stopped it.</summary>
    private bool Simulate(string name, SweepWork work, RunLog? log, CancellationToken cancel)
    {
        int[] missing = [.. work.Runner.Missing(Shard.Whole)];
        if (work.Outcomes.Done > 0 && !request.Quiet)
        {
            terminal.Error.WriteLine($"{name}: {work.Outcomes.Done} of {work.Outcomes.Runs} runs are in the store.");
        }

        SweepProgress progress = RunProgress.Show(terminal, request.Quiet, name, observer => work.Runner.Run(missing, work.Threads, observer, cancel));
        FailureText.Write(terminal.Error, name, work, missing);
        if (progress.Interrupted)
        {
            string kept = log is null ? "none is kept, since the store is switched off" : "what is done is in the store, and the same command goes on from there";
            terminal.Error.WriteLine($"{name}: interrupted with {work.Runner.Missing(Shard.Whole).Count()} runs left to do; {kept}.");
        }

        return !progress.Interrupted;
    }
}
