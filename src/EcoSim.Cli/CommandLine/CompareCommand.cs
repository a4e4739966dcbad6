using System.CommandLine;
using EcoSim.Cli.Comparing;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim compare BASELINE OTHER…</c></summary>
internal static class CompareCommand
{
    private const string Meaning =
        "Compare scenarios or results folders with a baseline, paired by replicate: what changed, what it did, how sure we are; the rest in results/compare-BASELINE-OTHER/.";

    private const string Examples =
        """
          ecosim compare baseline no-cloud
          ecosim compare baseline layoffs price-cut --replicates 30
          ecosim compare results/baseline results/no-hub --no-plots
          ecosim compare baseline no-cloud --precision 2%
          ecosim compare baseline layoffs --outcome ecosystem_value:mean:180-239 --outcome dragons_total:first:5 --outcome quits:sum:0-59
        """;

    public static Command Build(string[] args, Terminal terminal, CancellationToken cancel)
    {
        var baseline = new Argument<string>("BASELINE") { Description = "Scenario file, a name that 'ecosim describe scenarios' lists, or results folder." };
        var others = new Argument<string[]>("OTHER") { Description = "Scenario file, name or results folder to compare with the baseline; one or more.", Arity = ArgumentArity.OneOrMore };
        var command = new CommandWithExamples("compare", Meaning, Examples) { baseline, others };
        var options = new RunningOptions(command);
        var comparing = new ComparingOptions(command);
        command.SetAction(parsed =>
        {
            var session = new CompareSession(options.Read(parsed), terminal, CommandLineText.Of(args), asked: comparing.Read(parsed));
            return (int)session.Run(parsed.GetValue(baseline)!, parsed.GetValue(others) ?? [], cancel);
        });
        return command;
    }
}
