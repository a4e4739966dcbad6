using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Reporting;

namespace EcoSim.Cli.Comparing;

/// <summary>Compares worlds and leaves tables and figures in one folder.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
/// <param name="asked">Outcomes and precision; null for the usual.</param>
public sealed class CompareSession(
    RunRequest request, Terminal terminal, string commandLine, Simulate? simulate = null, CompareRequest? asked = null)
{
    public ExitStatus Run(string baseline, IReadOnlyList<string> others, CancellationToken cancel)
    {
        if (request.Ledger is LedgerScope.First or LedgerScope.All)
        {
            terminal.Error.WriteLine("ecosim: compare keeps no ledger; 'ecosim run' does.");
        }

        DateTimeOffset started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        using var store = new OpenStore(request, terminal.Error);
        if (WorldArgument.Read([baseline, .. others], request, terminal.Error) is not { } arguments)
        {
            return ExitStatus.Invalid;
        }

        Alignment.RequireComparable(arguments[0].Planned, [.. arguments.Skip(1).Select(argument => argument.Planned)]);
        CompareRequest what = asked ?? CompareRequest.Usual;
        foreach (OutcomeMeasure outcome in what.Outcomes)
        {
            outcome.RequireWithin(arguments.Min(argument => argument.Months));
        }

        var source = new WorldSource(request, terminal, store, simulate);
        (IReadOnlyList<ComparedWorld>? worlds, ExitStatus status, PrecisionResult? precision) = GetWorlds(arguments, what, source, cancel);
        if (worlds is null)
        {
            return status;
        }

        Alignment aligned = Alignment.Of(worlds[0], [.. worlds.Skip(1)]);
        foreach (string note in aligned.Notes)
        {
            terminal.Error.WriteLine($"ecosim: {note}");
        }

        PairedComparison[] comparisons = [.. aligned.Others.Select(other => PairedComparison.Of(aligned.Baseline, other, what.Outcomes))];
        string name = ComparisonWriter.FolderName(worlds.Select(world => world.Label));
        using ResultsFolder folder = ResultsFolder.Open(request.Out, name);
        if (!request.Force)
        {
            folder.RequireWhole();
        }

        var how = new RunCircumstances(commandLine, started, watch.Elapsed, new EnsembleOptions(request.Threads, LedgerScope.None, request.Check));
        ComparisonWriter.Write(folder, name, aligned, comparisons, how, precision, staging => Illustrate(staging, name, aligned, comparisons));
        ReplacedText.Write(terminal.Error, request.Quiet, name, folder);
        foreach (PairedComparison comparison in comparisons)
        {
            ComparisonTable.Write(terminal.Output, comparison, comparisons.Length);
        }

        if (comparisons.Length > 1 && ComparisonReport.SameWorlds(comparisons) is { } same)
        {
            terminal.Output.WriteLine($"{same} in every month of every replicate.");
            terminal.Output.WriteLine();
        }

        foreach (JointWorld joint in JointWorld.Among(comparisons))
        {
            JointTable.Write(terminal.Output, joint);
        }

        if (precision is not null)
        {
            terminal.Output.WriteLine(PrecisionText.Of(precision, aligned.Baseline.Replicates.Count));
        }

        terminal.Output.WriteLine($"Results: {folder.Path}{Path.DirectorySeparatorChar}");
        VerifiedText.Write(terminal.Output, request.Check, source.Runs);
        return status;
    }

    private void Illustrate(string folder, string name, Alignment aligned, PairedComparison[] comparisons) => new FigureDrawing(name, terminal.Error).Write(
        folder, request.Plots ? target => DrawFigures(target, comparisons) : null, drawn => ComparisonReport.Of(comparisons, aligned.Notes, drawn, commandLine));

    private (IReadOnlyList<ComparedWorld>? Worlds, ExitStatus Status, PrecisionResult? Precision) GetWorlds(
        IReadOnlyList<WorldArgument> arguments, CompareRequest what, WorldSource source, CancellationToken cancel)
    {
        if (what.Precision is { } target)
        {
            OutcomeMeasure headline = what.Outcomes.FirstOrDefault() ?? OutcomeMeasure.Headline;
            return new PrecisionSearch(target, headline, source, request, terminal.Error).Run(arguments, cancel);
        }

        (IReadOnlyList<ComparedWorld>? worlds, ExitStatus status) = source.Get(arguments, null, cancel);
        return (worlds, status, null);
    }

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DrawnFigures DrawFigures(string folder, PairedComparison[] comparisons) => ComparisonFigures.Write(comparisons, folder, request.Threads);
}
