using System.Diagnostics;
using EcoSim.Cli.CommandLine;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Results;
using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Cli.Sweeping;

/// <summary>Merges the parts of a sweep into one folder.</summary>
/// <param name="outFolder">Folder that holds the results folders.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="commandLine">For the manifest.</param>
internal sealed class MergeSession(string outFolder, Terminal terminal, string commandLine)
{
    public ExitStatus Run(IReadOnlyList<string> folders)
    {
        DateTimeOffset started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        ShardMerge merge = ShardMerge.Open(folders);
        using ResultsFolder folder = ResultsFolder.Open(outFolder, SweepFolder.NameOf(merge.Sweep.Experiment, Shard.Whole));
        merge.Write(folder, new RunCircumstances(commandLine, started, watch.Elapsed, new EnsembleOptions(Ledger: LedgerScope.None, Check: merge.IsChecked)));
        string failures = merge.Failed == 0 ? "" : $", {merge.Failed} of them failed";
        terminal.Output.WriteLine($"{merge.Sweep.Experiment}: {merge.Sweep.Points} points with {merge.Sweep.Replicates} replicates merged from {folders.Count} parts{failures}.");
        terminal.Output.WriteLine($"Results: {folder.Path}{Path.DirectorySeparatorChar}");
        return merge.Failed > 0 ? ExitStatus.ReplicateFailed : ExitStatus.Done;
    }
}
