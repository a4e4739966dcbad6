using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Discovery;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Experiments.Sweeps.Results;
using EcoSim.Reporting;

namespace EcoSim.Cli.Sweeping;

/// <summary>What the options of <c>discover</c> ask for.</summary>
/// <param name="Out">Folder that holds the results folders.</param>
/// <param name="Boxes">Most boxes.</param>
/// <param name="Density">Least density of a box; null for the best balance of density and coverage.</param>
/// <param name="Plots">Draw figures.</param>
public sealed record DiscoverRequest(string Out, int Boxes, double? Density, bool Plots);

/// <summary>Finds the boxes of parameter space in which a statement about a finished sweep holds.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
public sealed class DiscoverSession(DiscoverRequest request, Terminal terminal, string commandLine)
{
    /// <summary>Fewer points say next to nothing about a box.</summary>
    private const int FewPoints = 50;

    public ExitStatus Run(string named, string text)
    {
        string results = NamedResult.Find(named, terminal.Error);
        DateTimeOffset started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        (SweepTable table, SweepDescription sweep) = FinishedSweep.Read(results);
        string[] names = [.. table.Outcomes.Select(outcome => outcome.Name), .. table.Points.Parameters.Select(parameter => parameter.Path)];
        Statement statement = Statement.Read(text, names);
        DiscoveryResult result = DiscoveryResult.Of(table, statement, request.Boxes, request.Density, sweep.DesignSeed);
        if (result.Found.Points < FewPoints)
        {
            terminal.Error.WriteLine($"ecosim: {result.Found.Points} points are few for boxes; a latin-hypercube or sobol design of 100 or more tells where a statement holds.");
        }

        using ResultsFolder folder = ResultsFolder.Open(request.Out, DiscoveryFolder.NameOf(table.Name));
        Manifest manifest = ManifestText.Read(Path.Combine(results, Manifest.FileName)) ?? throw new RefusedException($"'{results}' has no manifest of this program. Name a folder that 'ecosim sweep' wrote.");
        var how = new RunCircumstances(commandLine, started, watch.Elapsed, new EnsembleOptions(Ledger: LedgerScope.None));
        DiscoveryFolder.Write(folder, result, manifest, how, staging => new FigureDrawing(table.Name, terminal.Error).Write(
            staging, request.Plots && result.Found.Boxes.Count > 0 ? target => DrawFigures(target, result) : null,
            drawn => DiscoveryReport.Of(result, drawn, commandLine)));
        ReplacedText.Write(terminal.Error, quiet: false, table.Name, folder);
        DiscoveryText.Write(terminal.Output, result);
        terminal.Output.WriteLine($"Results: {folder.Path}{Path.DirectorySeparatorChar}");
        return ExitStatus.Done;
    }

    /// <summary>Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DrawnFigures DrawFigures(string folder, DiscoveryResult result) => DiscoveryFigures.Write(result, folder);
}
