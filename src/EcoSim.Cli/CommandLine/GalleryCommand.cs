using System.CommandLine;
using EcoSim.Cli.Exhibiting;
using EcoSim.Cli.Validating;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim gallery</c></summary>
internal static class GalleryCommand
{
    private const string Meaning =
        "Run the comparisons of the gallery and write a page with pictures for each: results/gallery/README.md and what it leads to.";

    private const string Examples =
        """
          ecosim gallery
          ecosim gallery --out elsewhere --replicates 50
          ecosim gallery --out trial --set population.workers=10000 --replicates 5
        """;

    public static Command Build(Terminal terminal, CancellationToken cancel)
    {
        var command = new CommandWithExamples("gallery", Meaning, Examples);
        var options = new RunningOptions(command, UsualReplicatesFirst.Help($"{GallerySession.UsualReplicates}"));
        command.SetAction(parsed => (int)new GallerySession(options.Read(parsed), terminal).Run(cancel));
        return command;
    }
}
