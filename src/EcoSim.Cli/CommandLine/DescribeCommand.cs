using System.CommandLine;
using EcoSim.Cli.Describing;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim describe …</c>: the program documents itself.</summary>
internal static class DescribeCommand
{
    private const string ParameterExamples =
        """
          ecosim describe parameters
          ecosim describe parameters channels
          ecosim describe parameters non-compete
          ecosim describe parameters contested
        """;

    private const string ObservableExamples =
        """
          ecosim describe observables
          ecosim describe observables cloud
        """;

    private const string LedgerExamples =
        """
          ecosim describe ledger
          ecosim describe ledger funding_rounds
        """;

    public static Command Build(Terminal terminal)
    {
        var filter = new Argument<string?>("FILTER")
        {
            Description = "A path, its beginning or its end, such as 'capital', or words in most forms, such as 'wage'.", Arity = ArgumentArity.ZeroOrOne,
        };
        var parameters = new CommandWithExamples(
            "parameters", "Every parameter: path, default, unit, range, meaning, source.", ParameterExamples) { filter };
        parameters.SetAction(parsed => (int)ParameterDescription.Write(terminal, parsed.GetValue(filter)));
        var word = new Argument<string?>("FILTER") { Description = "A name, such as 'rent', or words in most forms, such as 'unemployment'.", Arity = ArgumentArity.ZeroOrOne };
        var observables = new CommandWithExamples(
            "observables", "Every column of series.csv: name, unit, kind, meaning.", ObservableExamples) { word };
        observables.SetAction(parsed => (int)ObservableDescription.Write(terminal, parsed.GetValue(word)));
        var table = new Argument<string?>("TABLE") { Description = "A table, such as 'organizations'; without it all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var ledger = new CommandWithExamples("ledger", "Every table of the ledger and its columns: unit and meaning.", LedgerExamples) { table };
        ledger.SetAction(parsed => (int)LedgerDescription.Write(terminal, parsed.GetValue(table)));
        return new Command("describe", "What the program knows: parameters, the order of a tick, observables, the ledger, the scenarios and their schema.")
        {
            parameters,
            Speaking("schedule", "What happens in a month, in order, and why in this order.", ScheduleDescription.Write),
            observables,
            ledger,
            Speaking("scenarios", "Every scenario and experiment that comes with the program, and the question it answers.", ScenarioDescription.Write),
            Speaking("schema", "JSON schema of scenario files, for editors.", SchemaDescription.Write),
        };

        Command Speaking(string name, string meaning, Action<TextWriter> write)
        {
            var command = new Command(name, meaning);
            command.SetAction(_ => write(terminal.Output));
            return command;
        }
    }
}
