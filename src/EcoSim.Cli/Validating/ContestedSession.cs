using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Store;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;

namespace EcoSim.Cli.Validating;

/// <summary>Reports what the anchor fostered with each contested link as it is and at nothing, and with all at nothing.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
public sealed class ContestedSession(RunRequest request, Terminal terminal, string commandLine, Simulate? simulate = null)
{
    /// <summary>Replicates unless asked for otherwise: fifteen worlds with and without the anchor are thirty runs for each.</summary>
    public const int UsualReplicates = 20;

    /// <summary>Finished runs, each once: two worlds may be the same, or have the same twin.</summary>
    private readonly HashSet<(string World, int Replicate)> _runs = [];

    public ExitStatus Run(string file, CancellationToken cancel)
    {
        if (ScenarioSet.Read([file], UsualReplicatesFirst.In(request.Sets, UsualReplicates), terminal.Error) is not [var read])
        {
            return ExitStatus.Invalid;
        }

        Parameters parameters = Catalogue.Copy(read.Plan.Parameters);
        parameters.Run.Counterfactual = true;
        Scenario scenario = read with { Plan = read.Plan with { Parameters = parameters } };
        if (Counterfactual.Of(scenario.Plan) is null)
        {
            throw new RefusedException(
                $"'{scenario.Name}' has no anchor (anchor.present is false), so nothing is fostered. Name a scenario with the anchor, such as baseline.");
        }

        EnsembleOptions options = Resources.Fit(scenario.Plan, new EnsembleOptions(request.Threads, LedgerScope.None, request.Check), request.Out);
        using ResultsFolder folder = ResultsFolder.Open(request.Out, ContestedFolder.NameOf(scenario.Name));
        if (!request.Force)
        {
            folder.RequireWhole();
        }

        DateTimeOffset started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        using var store = new OpenStore(request, terminal.Error);
        (List<(ContestedLink? Link, HeadlinePairs Pairs)> worlds, ExitStatus status) = RunWorlds(scenario, options, store, cancel);
        IReadOnlyList<ContestedRow> rows = status == ExitStatus.Interrupted ? [] : ContestedResult.Of(scenario.Plan, worlds);
        if (rows.Count == 0)
        {
            string kept = store.Replicates is null ? "" : " What is done is in the store; the same command goes on from there.";
            terminal.Error.WriteLine($"{scenario.Name}: {(status == ExitStatus.Interrupted ? "interrupted" : "no replicate finished in every world")}, so nothing was written.{kept}");
            return status;
        }

        ContestedFolder.Write(
            folder, scenario, rows, new RunCircumstances(commandLine, started, watch.Elapsed, options), staging => Illustrate(staging, scenario, rows));
        ReplacedText.Write(terminal.Error, request.Quiet, scenario.Name, folder);
        ContestedTable.Write(terminal.Output, scenario, rows);
        terminal.Output.WriteLine($"Results: {folder.Path}{Path.DirectorySeparatorChar}");
        VerifiedText.Write(terminal.Output, request.Check, _runs.Count);
        return status;
    }

    private (List<(ContestedLink? Link, HeadlinePairs Pairs)> Worlds, ExitStatus Status) RunWorlds(
        Scenario scenario, EnsembleOptions options, OpenStore store, CancellationToken cancel)
    {
        // A link that is at nothing already makes the same world, which need not be simulated again.
        var done = new MemoryStore(store.Replicates);
        ContestedLink?[] links = [null, .. ContestedLinks.All, ContestedLinks.Together];
        var worlds = new List<(ContestedLink?, HeadlinePairs)>();
        var status = ExitStatus.Done;
        foreach (ContestedLink? link in links)
        {
            Scenario world = link is null ? scenario : scenario with { Plan = link.Without(scenario.Plan) };
            string what = link is null ? scenario.Name : $"{scenario.Name} without {link.Name}";
            EnsembleResult result = RunProgress.Show(
                terminal, request.Quiet, $"{what} ({worlds.Count + 1} of {links.Length})", observer => EnsembleRunner.Run(world, options, observer, cancel, simulate, done));
            foreach (RunFailure failure in result.Failures)
            {
                terminal.Error.WriteLine($"{what}: replicate {failure.Replicate}{(failure.WithoutAnchor ? " without the anchor" : "")} failed: {RunSession.Why(failure.Cause)}");
                status = ExitStatus.ReplicateFailed;
            }

            Count(world.Plan, result.Replicates);
            Count(Counterfactual.Of(world.Plan)!, result.WithoutAnchor);
            worlds.Add((link, HeadlinePairs.Of(result.Replicates, result.WithoutAnchor)));
            if (result.Interrupted)
            {
                return (worlds, ExitStatus.Interrupted);
            }
        }

        return (worlds, status);
    }

    private void Count(Plan plan, IReadOnlyList<RunResult> runs) => _runs.UnionWith(runs.Select(run => (ReplicateHash.Of(plan), run.Replicate)));

    private void Illustrate(string folder, Scenario scenario, IReadOnlyList<ContestedRow> rows) => new FigureDrawing(scenario.Name, terminal.Error).Write(
        folder, request.Plots ? target => DrawFigures(target, scenario, rows) : null, drawn => ContestedReport.Of(scenario, rows, drawn, commandLine));

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DrawnFigures DrawFigures(string folder, Scenario scenario, IReadOnlyList<ContestedRow> rows) => ContestedFigures.Write(scenario, rows, folder, request.Threads);
}
