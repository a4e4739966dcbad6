using System.CommandLine;
using System.CommandLine.Help;

namespace EcoSim.Cli.CommandLine;

/// <summary>The commands and what each one calls.</summary>
public static class Commands
{
    private const string Examples =
        """
        Agent-based simulation of an anchor-firm innovation ecosystem: what a great firm fosters around it.

        Examples:
          ecosim run scenarios/baseline.json
          ecosim run scenarios/baseline.json --set channels.talent=0 --replicates 30
          ecosim run scenarios/baseline.json scenarios/no-anchor.json --out results --ledger all
          ecosim describe parameters
        """;

    public static RootCommand Build(string[] args, Terminal terminal, CancellationToken cancel)
    {
        var root = new RootCommand(Examples) { RunCommand.Build(args, terminal, cancel), DescribeCommand.Build(terminal) };
        root.Options.OfType<HelpOption>().Single().Description = "Show help; also after a command.";
        root.Options.OfType<VersionOption>().Single().Description = "Show the version.";
        return root;
    }
}
