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
        if (!request.Force)
        {
            folder.RequireWhole();
        }

        using var store = new OpenStore(request, terminal.Error);
        var cells = new CellOutcomes();
        int asked = scenario.Plan.Parameters.Run.Replicates;
        if (store.Replicates is { } done)
        {
            FactorialRunner.Recall(design, cells, asked, options, done);
        }

        IReadOnlyList<(DesignWorld World, int Replicate)> missing = FactorialRunner.Missing(design, cells, asked);
        if (cells.Count > 0)
        {
            Say(missing.Count == 0
                ? $"{scenario.Name}: all {cells.Count} runs are in the store, so nothing is run; --force runs them again."
                : $"{scenario.Name}: {cells.Count} runs are in the store; {missing.Count} are left to do.");
        }

        return Run(folder, design, cells, missing, store, options, cancel);
    }

    private ExitStatus Run(
        ResultsFolder folder, FactorialDesign design, CellOutcomes cells, IReadOnlyList<(DesignWorld World, int Replicate)> missing, OpenStore store,
        EnsembleOptions options, CancellationToken cancel)
    {
        string name = design.Scenario.Name;
        int asked = design.Scenario.Plan.Parameters.Run.Replicates;
        DateTimeOffset started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        var status = ExitStatus.Done;
        if (missing.Count > 0)
        {
            EnsembleResult result = RunProgress.Show(
                terminal, request.Quiet, $"attribute {name}",
                observer => FactorialRunner.Run(design, missing, cells, options, observer, cancel, simulate, store.Replicates));
            foreach (CellFailure failure in FactorialRunner.Failures(design, missing, result))
            {
                terminal.Error.WriteLine($"{name}: replicate {failure.Replicate} {failure.World} failed: {RunSession.Why(failure.Cause)}");
            }

            status = result.Interrupted ? ExitStatus.Interrupted : result.Failures.Count > 0 ? ExitStatus.ReplicateFailed : ExitStatus.Done;
        }

        SayLeft(folder, design, cells, asked, store);
        if (cells.Complete(design).Length == 0 || (status != ExitStatus.Done && HoldsMore(folder, design, cells)))
        {
            return status;
        }

        int[] complete = cells.Complete(design);
        IReadOnlyList<OutcomeAttribution> outcomes = AttributionResult.Of(design, cells, complete);
        AttributionFolder.Write(
            folder, design, cells, asked, new RunCircumstances(commandLine, started, watch.Elapsed, options),
            staging => Illustrate(staging, design, outcomes, complete.Length, plots: request.Plots && !cancel.IsCancellationRequested));
        ReplacedText.Write(terminal.Error, request.Quiet, design.Scenario.Name, folder);
        AttributionTable.Write(terminal.Output, design.Scenario, outcomes, complete.Length);
        terminal.Output.WriteLine($"Results: {folder.Path}{Path.DirectorySeparatorChar}");
        VerifiedText.Write(terminal.Output, request.Check, cells.Count);
        return status;
    }

    private void SayLeft(ResultsFolder folder, FactorialDesign design, CellOutcomes cells, int asked, OpenStore store)
    {
        int left = FactorialRunner.Missing(design, cells, asked).Count;
        if (left > 0)
        {
            string kept = store.Replicates is null ? "none is kept, since the store is switched off" : $"{cells.Count} are kept in the store, and the same command goes on from there";
            string replicates = cells.Complete(design).Length == 0 ? $" No replicate is done in every world, so '{folder.Path}' is left as it was." : "";
            terminal.Error.WriteLine($"{design.Scenario.Name}: {left} of {cells.Count + left} runs are left to do; {kept}.{replicates}");
        }
    }

    private static bool HoldsMore(ResultsFolder folder, FactorialDesign design, CellOutcomes cells) =>
        folder.Existing is { } earlier
        && earlier.ContentHash == design.Hash
        && earlier.ModelBuild == ProgramVersion.ModelBuild
        && earlier.ReplicatesDone > cells.Complete(design).Length;

    private void Illustrate(string folder, FactorialDesign design, IReadOnlyList<OutcomeAttribution> outcomes, int replicates, bool plots) =>
        new FigureDrawing(design.Scenario.Name, terminal.Error).Write(
            folder, plots ? target => DrawFigures(target, design, outcomes, replicates) : null,
            drawn => AttributionReport.Of(design, outcomes, replicates, drawn, commandLine));

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DrawnFigures DrawFigures(string folder, FactorialDesign design, IReadOnlyList<OutcomeAttribution> outcomes, int replicates) =>
        AttributionFigures.Write(design.Scenario, outcomes, replicates, folder, request.Threads);

    private void Say(string message)
    {
        if (!request.Quiet)
        {
            terminal.Error.WriteLine(message);
        }
    }
}
