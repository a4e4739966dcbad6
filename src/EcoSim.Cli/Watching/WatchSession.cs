using System.Diagnostics;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Cli.Watching;

/// <summary>What a watching session has just done.</summary>
public enum Watched
{
    /// <summary>A run is shown.</summary>
    Shown,

    /// <summary>The first replicates of a run are shown, while the others are still running.</summary>
    FirstLook,

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

    /// <summary>Replicates after which a first look is taken: two, so that it is not the luck of one alone.</summary>
    private const int LookAfter = 2;

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
        Task warm = request.Plots ? Task.Run(() => WatchPicture.Load(terminal), CancellationToken.None) : Task.CompletedTask;
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

        ScenarioSet.SayWhichChangeWins(scenario, terminal.Error);
        folder.Say(_runs, "running", "");
        var clock = Stopwatch.StartNew();
        if (RunUntilSaved(scenario, folder, clock, changes, stamps, cancel) is not { } result)
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
    private EnsembleResult? RunUntilSaved(
        Scenario scenario, WatchFolder folder, Stopwatch clock, FileChanges changes, FileStamps stamps, CancellationToken cancel)
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
        var early = new EarlyReplicates(simulate, scenario.Plan.Parameters.Run.Replicates > LookAfter ? LookAfter : int.MaxValue);
        Task<EnsembleResult> running = Task.Factory.StartNew(
            () => EnsembleRunner.Run(scenario, options, null, stale.Token, early.Simulate),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (early.Wait(running) is { } replicates && !stale.IsCancellationRequested)
        {
            Look(folder, new EnsembleResult(scenario, replicates, [], [], Interrupted: false), clock);
        }

        EnsembleResult result = running.GetAwaiter().GetResult();
        done.Cancel();
        listening.Wait(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        return result.Interrupted ? null : result;
    }

    /// <summary>Shows the first replicates of a run, so that nobody waits for the last one to see which way it goes.</summary>
    private void Look(WatchFolder folder, EnsembleResult first, Stopwatch clock)
    {
        int planned = first.Scenario.Plan.Parameters.Run.Replicates;
        string soFar = $"First look, {first.Replicates.Count} of {planned} replicates; the others are running.";
        PairedComparison? difference = Difference(first, out string? apart);
        if (request.Plots)
        {
            WatchPicture.Draw(terminal, folder, first, _shown, difference);
        }

        folder.Look(_runs + 1, apart is null ? soFar : $"{soFar} {apart}");
        Write(_runs + 1, first, difference, $"first look after {first.Replicates.Count} of {planned} replicates", apart, clock);
        told?.Invoke(Watched.FirstLook);
    }

    private void Show(WatchFolder folder, EnsembleResult result, Stopwatch clock)
    {
        PairedComparison? difference = Difference(result, out string? apart);
        if (request.Plots)
        {
            WatchPicture.Draw(terminal, folder, result, _shown, difference);
        }

        _runs++;
        folder.Say(_runs, "done", apart ?? "");
        Write(_runs, result, difference, $"{result.Replicates.Count} replicate{(result.Replicates.Count == 1 ? "" : "s")}", apart, clock);
        terminal.Output.WriteLine(request.Plots ? $"Picture: {folder.Picture}; it renews itself in {folder.Page}." : "");
        terminal.Output.Flush();
        foreach (RunFailure failure in result.Failures)
        {
            terminal.Error.WriteLine($"{result.Scenario.Name}: replicate {failure.Replicate} failed: {RunSession.Why(failure.Cause)}");
        }

        _shown = result;
        told?.Invoke(Watched.Shown);
    }

    private void Write(int number, EnsembleResult result, PairedComparison? difference, string replicates, string? apart, Stopwatch clock)
    {
        var setup = result.Scenario.Plan.Parameters.Run;
        terminal.Clear();
        terminal.Output.WriteLine(
            $"{result.Scenario.Name}, run {number}: {replicates} of {setup.Months} months from {setup.Start}, seed {setup.Seed}, {clock.Elapsed.TotalSeconds.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)} s");
        if (apart is not null)
        {
            terminal.Output.WriteLine(apart);
        }

        WatchTable.Write(terminal.Output, result, difference);
        VerifiedText.Write(terminal.Output, request.Check, result.Replicates.Count);
        terminal.Output.Flush();
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
}
