using System.CommandLine;
using EcoSim.Cli.Explaining;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim explain RESULTS ID</c></summary>
internal static class ExplainCommand
{
    private const string Meaning =
        "Tell the life of one person or start-up from a results folder; with --against, where that life parts ways in another scenario.";

    private const string Examples =
        """
          ecosim explain results/baseline
          ecosim explain results/baseline s333f72563fda
          ecosim explain results/baseline s333f72563fda --against results/no-cloud
          ecosim explain baseline s333f72563fda --against layoffs --all
          ecosim explain results/baseline p1f8e77194fc2 --replicate 3
        """;

    public static Command Build(Terminal terminal, CancellationToken cancel)
    {
        var results = new Argument<string>("RESULTS") { Description = "Results folder of 'ecosim run', such as results/baseline; the name alone will do for one in 'results'." };
        var id = new Argument<string?>("ID")
        {
            Description = "Identity in the ledger, or its beginning: s… a start-up, p… a person. Left out: some lives worth telling.", Arity = ArgumentArity.ZeroOrOne,
        };
        var against = new Option<string?>("--against") { HelpName = "OTHER", Description = "Another results folder of the same seed: the first month and step in which the life differs." };
        var replicate = new Option<string?>("--replicate") { HelpName = "N", Description = "Replicate to look at, from 0; 0 unless given." };
        var quiet = new Option<bool>("--quiet") { Description = "Only the life; no remarks." };
        var all = new Option<bool>("--all") { Description = "Every row of each table, which else shows a selection." };
        replicate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && ReadNumber(text) is null)
            {
                result.AddError($"--replicate: found '{text}'; allowed is a whole number from 0.");
            }
        });
        var command = new CommandWithExamples("explain", Meaning, Examples) { results, id, against, replicate, all, quiet };
        command.SetAction(parsed => (int)new ExplainSession(terminal, parsed.GetValue(quiet), parsed.GetValue(all)).Run(
            parsed.GetValue(results)!, parsed.GetValue(id), parsed.GetValue(against), parsed.GetValue(replicate) is { } text ? ReadNumber(text) ?? 0 : 0, cancel));
        return command;
    }

    private static int? ReadNumber(string text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : null;
}
