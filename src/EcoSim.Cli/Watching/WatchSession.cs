using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;

namespace EcoSim.Cli.Watching;

/// <summary>What a watching session has just done.</summary>
public enum Watched
{
    /// <summary>A run is shown.</summary>
    Shown,

    /// <summary>A mistake in the file is shown.</summary>
    Problem,

    /// <summary>The file says the same as before.</summary>
    Unchanged,

    /// <summary>A run was dropped, since the file was saved again.</summary>
    Dropped,
}

/// <summary>Runs a scenario again whenever a file of it is saved, and shows what changed.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
/// <param name="told">Is told of everything done, for whoever drives the session; null for nobody.</param>
public sealed class WatchSession(RunRequest request, Terminal terminal, string commandLine, Simulate? simulate = null, Action<Watched>? told = null)
{
    /// <summary>Replicates that a quick look needs, unless the command line asks for another number.</summary>
    public const int QuickReplicates = 5;

    private EnsembleResult? _shown;
    private int _runs;

    /// <summary>Watches until it is stopped.</summary>
    public ExitStatus Run(string file, CancellationToken cancel)
    {
        if (!CanBeWatched(file))
        {
            return ExitStatus.Invalid;
        }

        if (request.Ledger is LedgerScope.First or LedgerScope.All)
        {
            terminal.Error.WriteLine("ecosim: watch keeps no ledger; 'ecosim run' does.");
        }

        using WatchFolder folder = WatchFolder.Open(request.Out, file, commandLine);
        using var changes = new FileChanges();
        Task warm = request.Plots ? Task.Run(LoadDrawing, CancellationToken.None) : Task.CompletedTask;
        terminal.Error.WriteLine($"Watching {file}; save it and the {(request.Plots ? $"picture {folder.Picture} and the page {folder.Page} are" : "table is")} renewed. Ctrl-C ends.");
        try
        {
            while (true)
            {
                FileStamps stamps = FileStamps.Of(SourceFiles.Of(file));
                changes.Listen(stamps.Paths);
                Renew(file, folder, changes, stamps, cancel);
                changes.Wait(stamps, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            warm.Wait(CancellationToken.None);
            terminal.Error.WriteLine($"Stopped watching after {_runs} run{(_runs == 1 ? "" : "s")}.");
            return ExitStatus.Interrupted;
        }
    }

    /// <summary>What no saving can mend is refused before watching begins.</summary>
    private bool CanBeWatched(string file)
    {
        IReadOnlyList<string> files = SourceFiles.Of(file);
        Problem[] problems = [.. ScenarioReader.Read(file, request.Sets).Problems];
        bool present = files.Any(File.Exists);
        if (files.Count == 0)
        {
            terminal.Error.WriteLine($"ecosim: '{file}' is shipped inside the program, so there is no file to save. Write one that extends it, such as {{ \"extends\": \"{file}.json\" }}, and watch that.");
            return false;
        }

        Problem[] lasting = present ? [.. problems.Where(problem => problem.OnCommandLine)] : problems;
        if (lasting.Length > 0)
        {
            terminal.Error.WriteLine(ProblemText.Write(lasting).TrimEnd());
            return false;
        }

        return true;
    }

    private void Renew(string file, WatchFolder folder, FileChanges changes, FileStamps stamps, CancellationToken cancel)
    {
        ScenarioReading reading = ScenarioReader.Read(file, request.Sets);
        if (reading.Scenario is not { } scenario)
        {
            Complain(folder, ProblemText.Write(reading.Problems).TrimEnd());
            return;
        }

        scenario = Quick(scenario);
        if (_shown is { } shown && SameRun(shown.Scenario, scenario))
        {
            folder.Say(_runs, "done", "");
            terminal.Error.WriteLine($"{scenario.Name}: saved without a change in what is run.");
            told?.Invoke(Watched.Unchanged);
            return;
        }

        folder.Say(_runs, "running", "");
        var clock = Stopwatch.StartNew();
        if (RunUntilSaved(scenario, changes, stamps, cancel) is not { } result)
        {
            told?.Invoke(Watched.Dropped);
            return;
        }

        if (result.Replicates.Count == 0)
        {
            Complain(folder, $"{scenario.Name}: no replicate finished: {RunSession.Why(result.Failures[0].Cause)}");
            return;
        }

        Show(folder, result, clock);
    }

    /// <summary>The result; null when a file was saved again before it was there.</summary>
    private EnsembleResult? RunUntilSaved(Scenario scenario, FileChanges changes, FileStamps stamps, CancellationToken cancel)
    {
        EnsembleOptions options;
        try
        {
            options = Resources.Fit(scenario.Plan, new EnsembleOptions(request.Threads, LedgerScope.None, request.Check), request.Out);
        }
        catch (RefusedException refused)
        {
            return new EnsembleResult(scenario, [], [], [new RunFailure(0, refused)], false);
        }

        using var stale = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task listening = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    changes.Wait(stamps, done.Token);
                    stale.Cancel();
                }
                catch (OperationCanceledException)
                {
                    // The run was done first.
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        EnsembleResult result = EnsembleRunner.Run(scenario, options, null, stale.Token, simulate);
        done.Cancel();
        listening.Wait(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        return result.Interrupted ? null : result;
    }

    private void Show(WatchFolder folder, EnsembleResult result, Stopwatch clock)
    {
        PairedComparison? difference = Difference(result, out string? apart);
        if (request.Plots)
        {
            DrawPicture(folder, result, difference);
        }

        _runs++;
        folder.Say(_runs, "done", apart ?? "");
        var setup = result.Scenario.Plan.Parameters.Run;
        terminal.Clear();
        terminal.Output.WriteLine(
            $"{result.Scenario.Name}, run {_runs}: {result.Replicates.Count} replicate{(result.Replicates.Count == 1 ? "" : "s")} of {setup.Months} months from {setup.Start}, seed {setup.Seed}, {clock.Elapsed.TotalSeconds.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)} s");
        if (apart is not null)
        {
            terminal.Output.WriteLine(apart);
        }

        WatchTable.Write(terminal.Output, result, difference);
        terminal.Output.WriteLine(request.Plots ? $"Picture: {folder.Picture}; it renews itself in {folder.Page}." : "");
        terminal.Output.Flush();
        foreach (RunFailure failure in result.Failures)
        {
            terminal.Error.WriteLine($"{result.Scenario.Name}: replicate {failure.Replicate} failed: {RunSession.Why(failure.Cause)}");
        }

        _shown = result;
        told?.Invoke(Watched.Shown);
    }

    private PairedComparison? Difference(EnsembleResult now, out string? apart)
    {
        apart = null;
        if (_shown is not { } before)
        {
            return null;
        }

        try
        {
            Alignment aligned = Alignment.Of(World(before, "before"), [World(now, "now")]);
            return PairedComparison.Of(aligned.Baseline, aligned.Others[0]);
        }
        catch (RefusedException refused)
        {
            apart = $"No difference is shown. {refused.Message}";
            return null;
        }
    }

    private static ComparedWorld World(EnsembleResult result, string label) =>
        new(label, "watched", result.Scenario, result.Replicates, ProgramVersion.Text, ProgramVersion.ModelBuild);

    /// <summary>No twin, and few replicates unless asked for more: what counts is to see soon.</summary>
    private Scenario Quick(Scenario scenario)
    {
        Parameters parameters = Catalogue.Copy(scenario.Plan.Parameters);
        parameters.Run.Counterfactual = false;
        bool asked = request.Sets.Any(set => set.StartsWith("run.replicates=", StringComparison.OrdinalIgnoreCase));
        parameters.Run.Replicates = asked ? parameters.Run.Replicates : Math.Min(parameters.Run.Replicates, QuickReplicates);
        return scenario with { Plan = scenario.Plan with { Parameters = parameters } };
    }

    private static bool SameRun(Scenario one, Scenario other) =>
        one.Plan.Parameters.Run.Replicates == other.Plan.Parameters.Run.Replicates && ContentHash.Of(one.Plan) == ContentHash.Of(other.Plan)
        && (one.Name, one.Question) == (other.Name, other.Question);

    private void Complain(WatchFolder folder, string problem)
    {
        folder.Say(_runs, "problem", problem);
        terminal.Error.WriteLine(problem);
        told?.Invoke(Watched.Problem);
    }

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DrawPicture(WatchFolder folder, EnsembleResult result, PairedComparison? difference)
    {
        try
        {
            folder.Show(OverviewFigure.Png(result, _shown, difference));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            terminal.Error.WriteLine($"{result.Scenario.Name}: the picture could not be drawn ({error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}).");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LoadDrawing()
    {
        try
        {
            if (OverviewFigure.FontProblem is { } problem)
            {
                terminal.Error.WriteLine($"ecosim: {problem}");
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Said when the first picture is due.
        }
    }
}
