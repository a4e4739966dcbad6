using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;

namespace EcoSim.Cli.Calibrating;

/// <summary>Fits the free parameters of a scenario to published figures, or tests on made data how well that works; goes on where an earlier call was stopped.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
/// <param name="asked">What only this command knows.</param>
/// <param name="measure">How a plan is measured; null for the model.</param>
public sealed class CalibrateSession(RunRequest request, Terminal terminal, string commandLine, CalibrateRequest asked, MeasurePlan? measure = null)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;

    public ExitStatus Run(string file, CancellationToken cancel)
    {
        CalibrationReading reading = CalibrationReader.Read(file, request.Sets, asked.Targets);
        if (reading.Task is not { } task)
        {
            terminal.Error.WriteLine(ProblemText.Write(reading.Problems).TrimEnd());
            return ExitStatus.Invalid;
        }

        ScenarioSet.SayWhatLooksWrong([task.Scenario], terminal.Error);
        ScenarioSet.SayWhatIsSetAndVaries(request.Sets, task.Space.Variations.Select(variation => variation.Parameter.Path), "is free in this calibration", terminal.Error);
        foreach (string warning in reading.Warnings)
        {
            terminal.Error.WriteLine($"ecosim: {warning}");
        }

        if (request.Ledger is not null)
        {
            terminal.Error.WriteLine("ecosim: calibrate measures the ledger of every replicate and writes none; 'ecosim run' does.");
        }

        task = asked.Points is { } points ? CalibrationSize.WithPoints(task, points) : task;
        if (asked.Budget is null)
        {
            CalibrationSize.RequirePoints(task);
        }

        using var store = new OpenStore(request, terminal.Error);
        using MomentLog? log = store.Folder is { } folder
            ? new MomentLog(folder, task.Name, [.. task.Moments.Select(moment => moment.Measure)], request.Check, reads: !request.Force)
            : null;
        foreach (string problem in log?.Problems ?? [])
        {
            terminal.Error.WriteLine($"ecosim: {problem}");
        }

        try
        {
            return Run(task, log, Threads(task), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            string kept = log is null ? "nothing is kept, since the store is switched off" : "the points that are done are in the store, and the same command goes on from there";
            terminal.Error.WriteLine($"{task.Name}: interrupted; {kept}.");
            return ExitStatus.Interrupted;
        }
        finally
        {
            store.Grew |= log?.Written > 0;
        }
    }

    private ExitStatus Run(CalibrationTask task, MomentLog? log, int threads, CancellationToken cancel)
    {
        if (asked.DryRun || asked.Budget is not null)
        {
            TimeSpan perRun = CalibrationPilot.Run(task, threads, request.Check, cancel, measure);
            task = asked.Budget is { } budget ? CalibrationSize.Fit(task, asked.Recovery, budget - _watch.Elapsed, perRun, threads) : task;
            if (asked.DryRun)
            {
                CalibrationSize.Write(terminal.Output, task, asked.Recovery, perRun, threads);
                return ExitStatus.Done;
            }

            Say($"{task.Name}: the budget allows --points {task.Choice.Points}, which gives the same size again.");
        }

        string name = asked.Recovery is null ? CalibrationFolder.NameOf(task.Name) : CalibrationFolder.RecoveryNameOf(task.Name);
        using ResultsFolder folder = ResultsFolder.Open(request.Out, name);
        if (!request.Force)
        {
            folder.RequireWhole();
        }

        MomentRunner? runner = null;
        int runs = CalibrationSize.Runs(task, asked.Recovery);
        object result = RunProgress.Show<object>(terminal, request.Quiet, name.Replace('-', ' '), observer =>
        {
            observer?.Planned(runs, task.Scenario.Plan.Parameters.Run.Months);
            runner = new MomentRunner(task, log, threads, request.Check, observer, cancel, measure);
            return asked.Recovery is { } trials ? RecoveryTrials.Run(task, runner, trials) : Calibrator.Run(task, runner);
        });
        foreach (string failure in runner!.Failures)
        {
            terminal.Error.WriteLine($"{task.Name}: a point failed and is left out: {failure}");
        }

        if (runner.RunsFound > 0)
        {
            Say($"{task.Name}: {runner.RunsFound} of {runner.RunsFound + runner.RunsSimulated} runs were in the store; --force simulates again.");
        }

        var how = new RunCircumstances(commandLine, _started, _watch.Elapsed, new EnsembleOptions(threads, LedgerScope.None, request.Check));
        int failed = runner.Failures.Count;
        if (result is CalibrationResult calibration)
        {
            CalibrationFolder.Write(folder, calibration, failed, how, staging => new FigureDrawing(task.Name, terminal.Error).Write(
                staging, request.Plots ? target => DrawFigures(target, calibration) : null, drawn => CalibrationReport.Of(calibration, failed, drawn, commandLine)));
            CalibrationTable.Write(terminal.Output, calibration, Path.Combine(folder.Path, CalibratedScenario.FileName));
        }
        else
        {
            var recovery = (RecoveryResult)result;
            CalibrationFolder.Write(folder, recovery, failed, how, staging => new FigureDrawing(task.Name, terminal.Error).Write(
                staging, request.Plots ? target => DrawRecovery(target, recovery) : null, drawn => CalibrationReport.Of(recovery, failed, drawn, commandLine)));
            RecoveryTable.Write(terminal.Output, recovery);
        }

        ReplacedText.Write(terminal.Error, request.Quiet, task.Name, folder);
        terminal.Output.WriteLine($"Results: {folder.Path}{Path.DirectorySeparatorChar}");
        VerifiedText.Write(terminal.Output, request.Check, runner.RunsFound + runner.RunsSimulated);
        return failed > 0 ? ExitStatus.ReplicateFailed : ExitStatus.Done;
    }

    /// <summary>As many worlds as memory holds with their ledgers.</summary>
    private int Threads(CalibrationTask task)
    {
        var options = new EnsembleOptions(request.Threads, LedgerScope.All, request.Check);
        Parameters parameters = Catalogue.Copy(task.Scenario.Plan.Parameters);
        parameters.Run.Replicates = options.ThreadsFor(int.MaxValue);
        return Resources.FitThreads(task.Scenario.Plan with { Parameters = parameters }, options, request.Out).ThreadsFor(int.MaxValue);
    }

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DrawnFigures DrawFigures(string folder, CalibrationResult result) => CalibrationFigures.Write(result, folder, request.Threads);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private DrawnFigures DrawRecovery(string folder, RecoveryResult result) => CalibrationFigures.Write(result, folder, request.Threads);

    private void Say(string message)
    {
        if (!request.Quiet)
        {
            terminal.Error.WriteLine(message);
        }
    }
}
