using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Reporting;

namespace EcoSim.Cli.Attributing;

/// <summary>Shares the effect of the anchor out among its channels; goes on where an earlier call was stopped.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
public sealed class AttributeSession(RunRequest request, Terminal terminal, string commandLine, Simulate? simulate = null)
{
    public ExitStatus Run(string file, CancellationToken cancel)
    {
        if (ScenarioSet.Read([file], request.Sets, terminal.Error) is not [var scenario])
        {
            return ExitStatus.Invalid;
        }

        if (request.Ledger is LedgerScope.First or LedgerScope.All)
        {
            terminal.Error.WriteLine("ecosim: attribute keeps no ledger; 'ecosim run' does.");
        }

        FactorialDesign design = FactorialDesign.Of(scenario);
        EnsembleOptions options = Resources.Fit(
            design.Cells[^1].Plan, new EnsembleOptions(request.Threads, LedgerScope.None, request.Check), request.Out);
        using ResultsFolder folder = ResultsFolder.Open(request.Out, AttributionFolder.NameOf(scenario.Name));
        CellStore store = request.Force ? new CellStore() : AttributionFolder.Load(folder, design, request.Check);
        int asked = scenario.Plan.Parameters.Run.Replicates;
        IReadOnlyList<(DesignWorld World, int Replicate)> missing = FactorialRunner.Missing(design, store, asked);
        if (missing.Count == 0)
        {
            Say($"{scenario.Name}: the same attribution exists, so nothing is run; --force runs it again.");
            return Show(folder, design, store, drawn: Directory.Exists(Path.Combine(folder.Path, FigureDrawing.Subfolder)));
        }

        if (store.Count > 0)
        {
            Say($"{scenario.Name}: {store.Count} runs are there from an earlier call; {missing.Count} are left to do.");
        }

        return RunMissing(folder, design, store, missing, options, cancel);
    }

    private ExitStatus RunMissing(
        ResultsFolder folder, FactorialDesign design, CellStore store, IReadOnlyList<(DesignWorld World, int Replicate)> missing,
        EnsembleOptions options, CancellationToken cancel)
    {
        string name = design.Scenario.Name;
        int asked = design.Scenario.Plan.Parameters.Run.Replicates;
        int before = store.Count;
        DateTimeOffset started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        var keeper = new CellKeeper(Save, TimeProvider.System);
        EnsembleResult result = RunProgress.Show(
            terminal, request.Quiet, $"attribute {name}",
            observer => FactorialRunner.Run(design, missing, store, options, observer, keeper.Finished, cancel, simulate));
        foreach (CellFailure failure in FactorialRunner.Failures(design, missing, result))
        {
            terminal.Error.WriteLine($"{name}: replicate {failure.Replicate} {failure.World} failed: {RunSession.Why(failure.Cause)}");
        }

        ExitStatus status = result.Interrupted ? ExitStatus.Interrupted
            : result.Failures.Count > 0 ? ExitStatus.ReplicateFailed
            : ExitStatus.Done;
        if (store.Count > before)
        {
            Save();
        }

        int left = FactorialRunner.Missing(design, store, asked).Count;
        if (left > 0)
        {
            terminal.Error.WriteLine(
                store.Count == before
                    ? $"{name}: no run finished, so '{folder.Path}' is left as it was."
                    : $"{name}: {store.Count} runs are kept in '{folder.Path}', {left} are left; the same command goes on from there.");
        }

        if (store.Count > before && store.Complete(design).Length > 0)
        {
            Show(folder, design, store, drawn: result.Interrupted);
        }

        return status;

        void Save() => AttributionFolder.Write(folder, design, store, asked, new RunCircumstances(commandLine, started, watch.Elapsed, options));
    }

    private ExitStatus Show(ResultsFolder folder, FactorialDesign design, CellStore store, bool drawn)
    {
        int[] complete = store.Complete(design);
        IReadOnlyList<OutcomeAttribution> outcomes = AttributionResult.Of(design, store, complete);
        AttributionTable.Write(terminal.Output, design.Scenario, outcomes, complete.Length);
        if (request.Plots && !drawn)
        {
            DrawFigures(folder, design, outcomes, complete.Length);
        }

        terminal.Output.WriteLine($"Results: {folder.Path}{Path.DirectorySeparatorChar}");
        return ExitStatus.Done;
    }

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DrawFigures(ResultsFolder folder, FactorialDesign design, IReadOnlyList<OutcomeAttribution> outcomes, int replicates) => FigureDrawing.Draw(
        folder, design.Scenario.Name, terminal.Error,
        target => AttributionFigures.Write(design.Scenario, outcomes, replicates, target, request.Threads));

    private void Say(string message)
    {
        if (!request.Quiet)
        {
            terminal.Error.WriteLine(message);
        }
    }
}
