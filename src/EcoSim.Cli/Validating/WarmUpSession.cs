using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.WarmUp;
using EcoSim.Model;
using EcoSim.Reporting;

namespace EcoSim.Cli.Validating;

/// <summary>Reports whether the warm-up of a scenario is long enough: key observables after shorter and longer ones.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
public sealed class WarmUpSession(RunRequest request, Terminal terminal, string commandLine, Simulate? simulate = null)
{
    /// <summary>Replicates unless asked for otherwise.</summary>
    public const int UsualReplicates = 10;

    public ExitStatus Run(string file, CancellationToken cancel)
    {
        if (ScenarioSet.Read([file], UsualReplicatesFirst.In(request.Sets, UsualReplicates), terminal.Error) is not [var scenario])
        {
            return ExitStatus.Invalid;
        }

        IReadOnlyList<int> lengths = WarmUpResult.Lengths(scenario.Plan);
        EnsembleOptions options = Resources.Fit(WarmUpResult.After(scenario, lengths[^1]).Plan, new EnsembleOptions(request.Threads, LedgerScope.None, request.Check), request.Out);
        using ResultsFolder folder = ResultsFolder.Open(request.Out, WarmUpFolder.NameOf(scenario.Name));
        if (!request.Force)
        {
            folder.RequireWhole();
        }

        DateTimeOffset started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        using var store = new OpenStore(request, terminal.Error);
        var runs = new List<WarmUpRuns>();
        var status = ExitStatus.Done;
        foreach (int length in lengths)
        {
            string what = $"{scenario.Name} after {length} months of warm-up";
            EnsembleResult result = RunProgress.Show(
                terminal, request.Quiet, $"{what} ({runs.Count + 1} of {lengths.Count})",
                observer => EnsembleRunner.Run(WarmUpResult.After(scenario, length), options, observer, cancel, simulate, store.Replicates));
            foreach (RunFailure failure in result.Failures)
            {
                terminal.Error.WriteLine($"{what}: replicate {failure.Replicate} failed: {RunSession.Why(failure.Cause)}");
                status = ExitStatus.ReplicateFailed;
            }

            runs.Add(new WarmUpRuns(length, result.Replicates));
            if (result.Interrupted)
            {
                status = ExitStatus.Interrupted;
                break;
            }
        }

        if (status == ExitStatus.Interrupted || WarmUpResult.Of(scenario, runs) is not { } found)
        {
            string kept = store.Replicates is null ? "" : " What is done is in the store; the same command goes on from there.";
            terminal.Error.WriteLine($"{scenario.Name}: {(status == ExitStatus.Interrupted ? "interrupted" : "no replicate finished after every warm-up")}, so nothing was written.{kept}");
            return status;
        }

        WarmUpFolder.Write(folder, found, new RunCircumstances(commandLine, started, watch.Elapsed, options), staging => Illustrate(staging, found, file));
        ReplacedText.Write(terminal.Error, request.Quiet, scenario.Name, folder);
        WarmUpTable.Write(terminal.Output, found);
        terminal.Output.WriteLine($"Results: {folder.Path}{Path.DirectorySeparatorChar}");
        VerifiedText.Write(terminal.Output, request.Check, runs.Sum(after => after.Runs.Count));
        return status;
    }

    private void Illustrate(string folder, WarmUpResult result, string file) => new FigureDrawing(result.Scenario.Name, terminal.Error).Write(
        folder, request.Plots ? target => DrawFigures(target, result) : null, drawn =>
        {
            string? figure = drawn.Figures.Count == 0 ? null : $"{FigureDrawing.Subfolder}/{WarmUpFigures.Name}.png";
            File.WriteAllText(Path.Combine(folder, WarmUpMarkdown.FileName), WarmUpMarkdown.Of(result, figure, CommandOf(file)));
            return WarmUpReport.Of(result, drawn, commandLine);
        });

    /// <summary>What makes the same numbers anywhere: neither folders nor threads.</summary>
    private string CommandOf(string file) => $"{CommandLineText.Of(["validate", Path.GetFileName(file), "--warm-up"])} {CommandLineText.Options(request.Sets)}".TrimEnd();

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DrawnFigures DrawFigures(string folder, WarmUpResult result) => WarmUpFigures.Write(result, folder, request.Threads);
}
