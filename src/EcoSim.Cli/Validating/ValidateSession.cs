using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Validation;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;

namespace EcoSim.Cli.Validating;

/// <summary>Measures a scenario as published figures were measured and leaves a scorecard.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
public sealed class ValidateSession(RunRequest request, Terminal terminal, string commandLine, Simulate? simulate = null)
{
    /// <summary>Replicates unless asked for otherwise: enough for standard errors well below the bands.</summary>
    public const int UsualReplicates = 30;

    /// <summary>Runs and measures the scenario. A fact that fails is a result, not an error.</summary>
    /// <param name="file">Scenario file or name.</param>
    /// <param name="targetsFile">Table of published figures; null for the program's own.</param>
    /// <param name="cancel">Stops; what is done stays in the store.</param>
    public ExitStatus Run(string file, string? targetsFile, CancellationToken cancel)
    {
        TargetReading reading = TargetReading.Of(targetsFile);
        if (reading.Targets is not { } targets)
        {
            terminal.Error.WriteLine(ProblemText.Write(reading.Problems).TrimEnd());
            return ExitStatus.Invalid;
        }

        foreach (string warning in reading.Warnings)
        {
            terminal.Error.WriteLine($"ecosim: {warning}");
        }

        if (ScenarioSet.Read([file], UsualReplicatesFirst.In(request.Sets, UsualReplicates), terminal.Error) is not [var scenario])
        {
            return ExitStatus.Invalid;
        }

        if (request.Ledger is not null)
        {
            terminal.Error.WriteLine("ecosim: validate measures the ledger of every replicate and writes none; 'ecosim run' does.");
        }

        EnsembleOptions options = Fitting(scenario);
        using ResultsFolder folder = ResultsFolder.Open(request.Out, ValidationFolder.NameOf(scenario.Name));
        if (!request.Force)
        {
            folder.RequireWhole();
        }

        DateTimeOffset started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        using var store = new OpenStore(request, terminal.Error);
        MeasuredEnsemble measured = RunProgress.Show(
            terminal, request.Quiet, $"validate {scenario.Name}",
            observer => MeasuredRunner.Run(scenario, options, observer, cancel, simulate, store.Replicates));
        ExitStatus status = SayWhatIsMissing(measured, store.Replicates is not null);
        if (measured.Histories.Count == 0 || status == ExitStatus.Interrupted)
        {
            return status;
        }

        ValidationResult result = ValidationResult.Of(measured, targets, reading.Label);
        ValidationFolder.Write(folder, result, new RunCircumstances(commandLine, started, watch.Elapsed, options), staging => Illustrate(staging, result));
        ReplacedText.Write(terminal.Error, request.Quiet, scenario.Name, folder);
        ScorecardTable.Write(terminal.Output, result);
        terminal.Output.WriteLine($"Results: {folder.Path}{Path.DirectorySeparatorChar}");
        VerifiedText.Write(terminal.Output, request.Check, measured.Histories.Count);
        return status;
    }

    /// <summary>Memory for as many ledgers as are alive at a time: each is given up once it is measured.</summary>
    private EnsembleOptions Fitting(Scenario scenario)
    {
        var asked = new EnsembleOptions(request.Threads, LedgerScope.All, request.Check);
        Parameters parameters = Catalogue.Copy(scenario.Plan.Parameters);
        parameters.Run.Replicates = asked.ThreadsFor(parameters.Run.Replicates);
        return Resources.Fit(scenario.Plan with { Parameters = parameters }, asked, request.Out);
    }

    private ExitStatus SayWhatIsMissing(MeasuredEnsemble measured, bool stored)
    {
        string name = measured.Scenario.Name;
        foreach (RunFailure failure in measured.Failures)
        {
            terminal.Error.WriteLine($"{name}: replicate {failure.Replicate} failed: {RunSession.Why(failure.Cause)}");
        }

        if (measured.Interrupted)
        {
            string kept = stored ? " What is done is in the store; the same command goes on from there." : "";
            terminal.Error.WriteLine($"{name}: interrupted, so nothing was measured.{kept}");
            return ExitStatus.Interrupted;
        }

        if (measured.Histories.Count == 0)
        {
            terminal.Error.WriteLine($"{name}: no replicate finished, so nothing was measured.");
        }
        else if (measured.FromStore > 0 && !request.Quiet)
        {
            int simulated = measured.Histories.Count - measured.FromStore;
            string rest = simulated == 0 ? "none was simulated" : $"{simulated} {(simulated == 1 ? "was" : "were")} simulated, since the store keeps no ledger of {(simulated == 1 ? "it" : "them")}";
            terminal.Error.WriteLine($"{name}: {measured.FromStore} of {measured.Histories.Count} replicates came from the store with their ledger; {rest}.");
        }

        return measured.Failures.Count > 0 ? ExitStatus.ReplicateFailed : ExitStatus.Done;
    }

    private void Illustrate(string folder, ValidationResult result) => new FigureDrawing(result.Measured.Scenario.Name, terminal.Error).Write(
        folder, request.Plots ? target => DrawFigures(target, result) : null, drawn => ValidationReport.Of(result, drawn, commandLine));

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DrawnFigures DrawFigures(string folder, ValidationResult result) => ValidationFigures.Write(result, folder, request.Threads);
}
