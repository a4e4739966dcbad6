using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Comparing;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Reporting;

namespace EcoSim.Cli.Exhibiting;

/// <summary>Runs the comparisons of the gallery and writes its pages, all of them or none.</summary>
/// <param name="request">What the options ask for.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="simulate">How a replicate is simulated; null for the model.</param>
public sealed class GallerySession(RunRequest request, Terminal terminal, Simulate? simulate = null)
{
    /// <summary>Folder of the gallery within the results.</summary>
    public const string Folder = "gallery";

    /// <summary>Replicates of every world unless asked otherwise; values of firms are heavy-tailed, so fewer tell little.</summary>
    public const int UsualReplicates = 20;

    private const string ReplicatesPath = "run.replicates=";

    public ExitStatus Run(CancellationToken cancel)
    {
        if (!request.Plots)
        {
            terminal.Error.WriteLine("ecosim: a gallery is made of pictures; leave --no-plots out.");
            return ExitStatus.Invalid;
        }

        string[] sets = [.. request.Sets.Any(set => set.StartsWith(ReplicatesPath, StringComparison.Ordinal)) ? (string[])[] : [$"{ReplicatesPath}{UsualReplicates}"], .. request.Sets];
        RunRequest asked = request with { Sets = sets };
        using var store = new OpenStore(asked, terminal.Error);
        var source = new WorldSource(asked, terminal, store, simulate);
        var pages = new List<(GalleryEntry, IReadOnlyList<PairedComparison>)>();
        var worst = ExitStatus.Done;
        foreach (GalleryEntry entry in GalleryList.All)
        {
            if (WorldArgument.Read([entry.Baseline, .. entry.Others], asked, terminal.Error) is not { } arguments)
            {
                return ExitStatus.Invalid;
            }

            (IReadOnlyList<ComparedWorld>? worlds, ExitStatus status) = source.Get(arguments, null, cancel);
            worst = status > worst ? status : worst;
            if (worlds is null)
            {
                return status;
            }

            Alignment aligned = Alignment.Of(worlds[0], [.. worlds.Skip(1)]);
            pages.Add((entry, [.. aligned.Others.Select(other => PairedComparison.Of(aligned.Baseline, other))]));
        }

        string folder = Path.Combine(request.Out, Folder);
        if (GalleryWriter.Write(folder, pages, CommandLineText.Options(sets), $"ecosim gallery {CommandLineText.Options(request.Sets)}".TrimEnd(), request.Threads) is { } fonts)
        {
            terminal.Error.WriteLine($"gallery: {fonts}");
        }

        terminal.Output.WriteLine($"Gallery: {Path.Combine(folder, GalleryWriter.IndexName)}");
        VerifiedText.Write(terminal.Output, request.Check, source.Runs);
        return worst;
    }
}
