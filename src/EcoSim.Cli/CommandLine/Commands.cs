using System.CommandLine;
using System.CommandLine.Help;

namespace EcoSim.Cli.CommandLine;

/// <summary>The commands and what each one calls.</summary>
public static class Commands
{
    private const string Meaning =
        "Agent-based simulation of an anchor-firm innovation ecosystem: what a great firm fosters around it.";

    /// <summary>Shown below the help of the program as a whole.</summary>
    public const string Examples =
        """
          ecosim run scenarios/baseline.json
          ecosim run scenarios/baseline.json --set channels.talent=0 --replicates 30
          ecosim run scenarios/baseline.json scenarios/no-anchor.json --out results --ledger all
          ecosim compare baseline no-cloud
          ecosim attribute baseline
          ecosim headline baseline
          ecosim gallery
          ecosim validate
          ecosim calibrate baseline
          ecosim sweep first-try
          ecosim sensitivity what-matters
          ecosim discover results/sweep-what-matters "dragons_total > 5"
          ecosim explain results/baseline
          ecosim query results/baseline "select origin, count(*) from organizations where kind = 'startup' and hub = 'home' group by origin"
          ecosim watch my-question.json
          ecosim describe scenarios
          ecosim describe parameters
        """;

    public static RootCommand Build(string[] args, Terminal terminal, CancellationToken cancel)
    {
        var root = new RootCommand(Meaning)
        {
            RunCommand.Build(args, terminal, cancel),
            CompareCommand.Build(args, terminal, cancel),
            AttributeCommand.Build(args, terminal, cancel),
            HeadlineCommand.Build(args, terminal, cancel),
            ValidateCommand.Build(args, terminal, cancel),
            CalibrateCommand.Build(args, terminal, cancel),
            SweepCommand.Build(args, terminal, cancel),
            MergeCommand.Build(args, terminal),
            SensitivityCommand.Build(args, terminal, cancel),
            DiscoverCommand.Build(args, terminal),
            ExplainCommand.Build(terminal, cancel),
            QueryCommand.Build(terminal, cancel),
            WatchCommand.Build(args, terminal, cancel),
            GalleryCommand.Build(terminal, cancel),
            DescribeCommand.Build(terminal),
            CompletionsCommand.Build(terminal),
        };
        CompletionsCommand.Offer(root);
        root.Options.OfType<HelpOption>().Single().Description = "Show help; also after a command.";
        root.Options.OfType<VersionOption>().Single().Description = "Show the version.";
        return root;
    }
}

/// <summary>A command whose help ends with examples.</summary>
/// <param name="name">Name on the command line.</param>
/// <param name="meaning">What it does.</param>
/// <param name="examples">Command lines, one a line, indented.</param>
internal sealed class CommandWithExamples(string name, string meaning, string examples) : Command(name, meaning)
{
    public string Examples { get; } = examples;
}
