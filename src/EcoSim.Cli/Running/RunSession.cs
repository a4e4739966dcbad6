using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcoSim.Cli.CommandLine;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Lives;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Store;
using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Reporting;

namespace EcoSim.Cli.Running;

/// <summary>Runs scenarios one after another and leaves a results folder for each.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
public sealed class RunSession(RunRequest request, Terminal terminal, string commandLine, Simulate? simulate = null)
{
    /// <summary>Reads and checks every scenario, and only then runs them. Problems go to the messages, tables to the output.</summary>
    public ExitStatus Run(IReadOnlyList<string> files, CancellationToken cancel)
    {
        if (ScenarioSet.Read(files, request.Sets, terminal.Error) is not { } scenarios)
        {
            return ExitStatus.Invalid;
        }

        EnsembleOptions[] options =
            [.. scenarios.Select(scenario => Resources.Fit(scenario.Plan, request.EnsembleFor(scenario.Plan), request.Out))];
        using var store = new OpenStore(request, terminal.Error);
        var worst = ExitStatus.Done;
        foreach ((Scenario scenario, EnsembleOptions how) in scenarios.Zip(options))
        {
            ExitStatus status = RunOne(scenario, how, store, cancel);
            worst = status > worst ? status : worst;
            if (status == ExitStatus.Interrupted)
            {
                break;
            }
        }

        return worst;
    }

    private ExitStatus RunOne(Scenario scenario, EnsembleOptions options, OpenStore store, CancellationToken cancel)
    {
        using ResultsFolder folder = ResultsFolder.Open(request.Out, scenario.Name);
        if (!request.Force)
        {
            folder.RequireWhole();
        }

        if (!request.Force && Reusable(folder, scenario, options) is { } earlier)
        {
            Say($"{scenario.Name}: the same run exists (replicates: {earlier.ReplicatesDone}, same parameters, seed and version), so nothing is repeated; --force repeats it.");
            ResultTables found = ResultTables.Read(folder.Path);
            OutcomeTable.Write(terminal.Output, scenario, found, earlier.ReplicatesDone, folder.Path, ShortLives.Read(folder.Path));
            VerifiedText.Write(terminal.Output, options.Check, found.Fostered.Count > 0 ? 2 * earlier.ReplicatesDone : earlier.ReplicatesDone);
            return ExitStatus.Done;
        }

        DateTimeOffset started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        RunParameters setup = scenario.Plan.Parameters.Run;
        using var file = new RunFile(folder.Scratch, 2 * setup.Replicates, setup.Months);
        EnsembleResult result = RunProgress.Show(
            terminal, request.Quiet, scenario.Name,
            observer => EnsembleRunner.Run(scenario, options, observer, cancel, simulate, store.Replicates, file));
        store.SayFound(scenario.Name, result);
        var how = new RunCircumstances(commandLine, started, watch.Elapsed, options, request.Format);
        ExitStatus status = Keep(folder, result, how, cancel);
        if (status == ExitStatus.Interrupted && store.Replicates is not null)
        {
            terminal.Error.WriteLine($"{scenario.Name}: what is done is in the store; the same command goes on from there.");
        }

        return status;
    }

    private ExitStatus Keep(ResultsFolder folder, EnsembleResult result, RunCircumstances how, CancellationToken cancel)
    {
        string name = result.Scenario.Name;
        foreach (RunFailure failure in result.Failures)
        {
            string world = failure.WithoutAnchor ? " without the anchor" : "";
            terminal.Error.WriteLine($"{name}: replicate {failure.Replicate}{world} failed: {Why(failure.Cause)}");
        }

        ExitStatus status = result.Interrupted ? ExitStatus.Interrupted
            : result.Failures.Count > 0 ? ExitStatus.ReplicateFailed
            : ExitStatus.Done;
        if (result.Replicates.Count == 0)
        {
            terminal.Error.WriteLine($"{name}: no replicate finished, so '{folder.Path}' is left as it was.");
            return status;
        }

        if (status != ExitStatus.Done && folder.Existing is { } earlier && HoldsMore(earlier, result))
        {
            terminal.Error.WriteLine($"{name}: '{folder.Path}' already holds more replicates of the same run, so it is left as it was.");
            return status;
        }

        ResultTables tables = ResultTables.Of(result);
        ResultsWriter.Write(folder, result, tables, how, staging => Illustrate(staging, result, tables, request.Plots && !cancel.IsCancellationRequested));
        ReplacedText.Write(terminal.Error, request.Quiet, name, folder);
        if (request.Plots && cancel.IsCancellationRequested)
        {
            terminal.Error.WriteLine($"{name}: no figures were drawn, since the run was interrupted; the tables are complete.");
        }

        if (status != ExitStatus.Done)
        {
            terminal.Error.WriteLine(
                $"{name}: {(result.Interrupted ? "interrupted" : "some replicates failed")}; "
                + $"{result.Replicates.Count} of {result.Scenario.Plan.Parameters.Run.Replicates} replicates are kept.");
        }

        OutcomeTable.Write(terminal.Output, result.Scenario, tables, result.Replicates.Count, folder.Path, ShortLives.Of(result.Replicates, result.Scenario.Plan.Parameters.Run));
        VerifiedText.Write(terminal.Output, how.Options.Check, result.Replicates.Count + result.WithoutAnchor.Count);
        return status;
    }

    /// <summary>A broken law speaks for itself; any other exception is a fault whose kind helps to find it.</summary>
    internal static string Why(Exception cause) =>
        (cause is ConservationException ? "" : cause.GetType().Name + ": ") + cause.Message.ReplaceLineEndings(" ");

    private Manifest? Reusable(ResultsFolder folder, Scenario scenario, EnsembleOptions options)
    {
        bool serves = folder.Existing is { } earlier
            && earlier.Serves(scenario, options, ContentHash.Of(scenario.Plan))
            && earlier.Has(request.Format)
            && (!request.Plots || Directory.Exists(Path.Combine(folder.Path, FigureDrawing.Subfolder)));
        return serves ? folder.Existing : null;
    }

    private static bool HoldsMore(Manifest earlier, EnsembleResult result) =>
        earlier.ReplicatesDone > result.Replicates.Count
        && earlier.ContentHash == ContentHash.Of(result.Scenario.Plan)
        && earlier.ModelBuild == ProgramVersion.ModelBuild;

    private void Illustrate(string folder, EnsembleResult result, ResultTables tables, bool plots) => new FigureDrawing(result.Scenario.Name, terminal.Error).Write(
        folder, plots ? target => DrawFigures(target, result) : null, drawn => RunReport.Of(result, tables, drawn, commandLine));

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DrawnFigures DrawFigures(string folder, EnsembleResult result)
    {
        FigureOutcomes outcomes = FigureWriter.WriteAll(result, folder, null, request.Threads, inline: true);
        foreach (FigureOutcome skipped in outcomes.Figures.Where(figure => figure.Skipped is not null))
        {
            Say($"{result.Scenario.Name}: figure '{skipped.Name}' is left out: {skipped.Skipped}.");
        }

        return outcomes.Drawn;
    }

    private void Say(string message)
    {
        if (!request.Quiet)
        {
            terminal.Error.WriteLine(message);
        }
    }
}
