using System.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Results;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim run SCENARIO…</c></summary>
internal static class RunCommand
{
    private const string Meaning =
        "Run every replicate of each scenario, and its counterfactual without the anchor; a table here, the rest in results/NAME/.";

    private const string Examples =
        """
          ecosim run scenarios/baseline.json
          ecosim run scenarios/hangzhou.json --replicates 30 --threads 4
          ecosim run scenarios/baseline.json --set channels.cloud=0 --out results/no-cloud
          ecosim run scenarios/baseline.json --replicates 1000 --ledger all --format parquet
          ecosim run scenarios/million.json --ledger none --no-plots --check
        """;

    public static Command Build(string[] args, Terminal terminal, CancellationToken cancel)
    {
        var scenarios = new Argument<string[]>("SCENARIO") { Description = "Scenario files, such as scenarios/baseline.json, or names that 'ecosim describe scenarios' lists, such as baseline.", Arity = ArgumentArity.OneOrMore };
        var command = new CommandWithExamples("run", Meaning, Examples) { scenarios };
        var options = new RunningOptions(command);
        var format = new Option<string?>("--format") { HelpName = "csv|parquet", Description = "How series and ledger are written; csv unless given. Parquet (zstd) is a quarter of the size and quicker to query." };
        command.Add(format);
        SweepingOptions.Validate(format, text => text is not ("csv" or "parquet"), "allowed is csv or parquet");
        command.SetAction(parsed =>
        {
            RunRequest request = options.Read(parsed) with { Format = parsed.GetValue(format) == "parquet" ? TableFormat.Parquet : TableFormat.Csv };
            var session = new RunSession(request, terminal, CommandLineText.Of(args));
            return (int)session.Run(parsed.GetValue(scenarios) ?? [], cancel);
        });
        return command;
    }
}
