using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Cli.Validating;
using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Headline;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Reporting;

namespace EcoSim.Cli.Headlining;

/// <summary>Reports what the anchor fostered with each kind of uncertainty beside it; goes on where an earlier call was stopped.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
/// <param name="posterior">File or folder of a posterior sample; null for none.</param>
/// <param name="draws">Draws from it; null for enough, or all there are.</param>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
public sealed class HeadlineSession(RunRequest request, Terminal terminal, string commandLine, string? posterior, int? draws, Simulate? simulate = null)
{
    /// <summary>Replicates unless asked for otherwise: some forty worlds have so many each.</summary>
    public const int UsualReplicates = 10;

    public ExitStatus Run(string file, CancellationToken cancel)
    {
        if (ScenarioSet.Read([file], UsualReplicatesFirst.In(request.Sets, UsualReplicates), terminal.Error) is not [var scenario])
        {
            return ExitStatus.Invalid;
        }

        PosteriorSample? sample = null;
        if (posterior is not null)
        {
            PosteriorReading reading = PosteriorReading.Of(posterior, scenario.Plan, draws ?? 1);
            if (reading.Sample is null)
            {
                terminal.Error.WriteLine(ProblemText.Write(reading.Problems).TrimEnd());
                return ExitStatus.Invalid;
            }

            sample = reading.Sample;
            ScenarioSet.SayWhatIsSetAndVaries(request.Sets, sample.Parameters.Select(parameter => parameter.Path), "varies in the draws of the posterior", terminal.Error);
            SayWhatIsDoubtful(sample, scenario.Name);
        }

        HeadlineDesign design = HeadlineDesign.Of(scenario, sample, draws ?? Math.Min(HeadlineRow.EnoughDraws, sample?.Rows.Count ?? 0));
        EnsembleOptions options = Resources.Fit(design.AsItIs.With.Plan, new EnsembleOptions(request.Threads, LedgerScope.None, request.Check), request.Out);
        using ResultsFolder folder = ResultsFolder.Open(request.Out, HeadlineFolder.NameOf(scenario.Name));
        if (!request.Force)
        {
            folder.RequireWhole();
        }

        DateTimeOffset started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        using var store = new OpenStore(request, terminal.Error);
        (CellOutcomes cells, ExitStatus status) = Simulated(design, options, store, cancel);
        if (status == ExitStatus.Interrupted || HeadlineResult.Of(design, cells) is not { } result)
        {
            string kept = store.Replicates is null ? "" : $" {cells.Count} runs are in the store; the same command goes on from there.";
            terminal.Error.WriteLine($"{scenario.Name}: {(status == ExitStatus.Interrupted ? "interrupted" : "no replicate finished in every world")}, so nothing was written.{kept}");
            return status;
        }

        HeadlineFolder.Write(folder, result, new RunCircumstances(commandLine, started, watch.Elapsed, options), staging => Illustrate(staging, result));
        ReplacedText.Write(terminal.Error, request.Quiet, scenario.Name, folder);
        HeadlineTable.Write(terminal.Output, result);
        terminal.Output.WriteLine($"Results: {folder.Path}{Path.DirectorySeparatorChar}");
        VerifiedText.Write(terminal.Output, request.Check, cells.Count);
        return status;
    }

    /// <summary>Says when the posterior is of another model or scenario, or may be.</summary>
    private void SayWhatIsDoubtful(PosteriorSample sample, string scenario)
    {
        if (sample.MadeOtherwise is { } otherwise)
        {
            terminal.Error.WriteLine($"ecosim: the posterior '{sample.Label}' {otherwise}; it is used all the same. {CalibrationOrigin.Remedy}");
        }

        if (sample.IsOfUnknownOrigin)
        {
            terminal.Error.WriteLine($"ecosim: the posterior '{sample.Label}' {CalibrationOrigin.Unknown}; it is used all the same. {CalibrationOrigin.UnknownRemedy}");
        }

        if (sample.IsOfAnother(scenario))
        {
            terminal.Error.WriteLine(
                $"ecosim: the posterior '{sample.Label}' was calibrated for '{sample.Scenario}', but the scenario is '{scenario}'; it is used all the same. If that is a mistake, give the posterior of '{scenario}'.");
        }
    }

    private (CellOutcomes Cells, ExitStatus Status) Simulated(HeadlineDesign design, EnsembleOptions options, OpenStore store, CancellationToken cancel)
    {
        var cells = new CellOutcomes();
        IReadOnlyList<(DesignWorld World, int Replicate)> runs = design.Runs;
        if (store.Replicates is { } done)
        {
            WorldQueue.Recall(runs, cells, options, done);
        }

        (DesignWorld World, int Replicate)[] missing = [.. runs.Where(run => cells.Find(run.World.Hash, run.Replicate) is null)];
        if (cells.Count > 0 && !request.Quiet)
        {
            terminal.Error.WriteLine(missing.Length == 0
                ? $"{design.Scenario.Name}: all {cells.Count} runs are in the store, so nothing is run; --force runs them again."
                : $"{design.Scenario.Name}: {cells.Count} runs are in the store; {missing.Length} are left to do.");
        }

        if (missing.Length == 0)
        {
            return (cells, ExitStatus.Done);
        }

        EnsembleResult result = RunProgress.Show(
            terminal, request.Quiet, $"headline {design.Scenario.Name}",
            observer => WorldQueue.Run(design.Scenario, missing, cells, options, observer, cancel, simulate, store.Replicates));
        foreach (RunFailure failure in result.Failures)
        {
            terminal.Error.WriteLine(
                $"{design.Scenario.Name} {design.NameOf(missing[failure.Replicate].World)}: replicate {missing[failure.Replicate].Replicate} failed: {RunSession.Why(failure.Cause)}");
        }

        return (cells, result.Interrupted ? ExitStatus.Interrupted : result.Failures.Count > 0 ? ExitStatus.ReplicateFailed : ExitStatus.Done);
    }

    private void Illustrate(string folder, HeadlineResult result) => new FigureDrawing(result.Design.Scenario.Name, terminal.Error).Write(
        folder, request.Plots ? target => DrawFigures(target, result) : null, drawn =>
        {
            string? figure = drawn.Figures.Count == 0 ? null : $"{FigureDrawing.Subfolder}/{HeadlineFigures.Name}.png";
            File.WriteAllText(Path.Combine(folder, HeadlineMarkdown.FileName), HeadlineMarkdown.Of(result, figure, commandLine));
            return HeadlineReport.Of(result, drawn, commandLine);
        });

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DrawnFigures DrawFigures(string folder, HeadlineResult result) => HeadlineFigures.Write(result, folder, request.Threads);
}
