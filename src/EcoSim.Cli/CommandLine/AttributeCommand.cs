using System.CommandLine;
using EcoSim.Cli.Attributing;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim attribute SCENARIO</c></summary>
internal static class AttributeCommand
{
    private const string Meaning =
        "Share the anchor's effect out among its channels: every combination of channels on and off, Shapley values, interactions; the rest in results/attribute-NAME/.";

    private const string Examples =
        """
          ecosim attribute baseline
          ecosim attribute hangzhou --replicates 20 --threads 4
          ecosim attribute baseline --set channels.cloud=0.5 --no-plots
        """;

    public static Command Build(string[] args, Terminal terminal, CancellationToken cancel)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenario file, or a name that 'ecosim describe scenarios' lists." };
        var command = new CommandWithExamples("attribute", Meaning, Examples) { scenario };
        var options = new RunningOptions(command);
        command.SetAction(parsed =>
        {
            var session = new AttributeSession(options.Read(parsed), terminal, CommandLineText.Of(args));
            return (int)session.Run(parsed.GetValue(scenario)!, cancel);
        });
        return command;
    }
}
