using System.CommandLine;
using EcoSim.Cli.Sweeping;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim merge FOLDER…</c></summary>
internal static class MergeCommand
{
    private const string Meaning = "Merge the parts of a sweep that 'ecosim sweep --shard' wrote; the result is that of a sweep run in one piece.";

    private const string Examples =
        """
          ecosim merge results/sweep-first-try-shard-*-of-3
        """;

    public static Command Build(string[] args, Terminal terminal)
    {
        var folders = new Argument<string[]>("FOLDER") { Description = "Results folders of all parts.", Arity = ArgumentArity.OneOrMore };
        var outFolder = new Option<string?>("--out") { HelpName = "DIR", Description = "Folder for results; 'results' unless given." };
        var command = new CommandWithExamples("merge", Meaning, Examples) { folders, outFolder };
        command.SetAction(parsed =>
            (int)new MergeSession(parsed.GetValue(outFolder) ?? "results", terminal, CommandLineText.Of(args)).Run(parsed.GetValue(folders) ?? []));
        return command;
    }
}
