using System.CommandLine;
using EcoSim.Cli.Describing;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim describe …</c>: the program documents itself.</summary>
internal static class DescribeCommand
{
    public static Command Build(Terminal terminal)
    {
        var filter = new Argument<string?>("PATH") { Description = "Only paths that begin so, such as 'channels'.", Arity = ArgumentArity.ZeroOrOne };
        var parameters = new Command("parameters", "Every parameter: path, default, range, unit, meaning, source.") { filter };
        parameters.SetAction(parsed => (int)ParameterDescription.Write(terminal, parsed.GetValue(filter)));
        var observables = new Command("observables", "Every column of series.csv: name, unit, kind, meaning.");
        observables.SetAction(_ => ObservableDescription.Write(terminal.Output));
        var schema = new Command("schema", "JSON schema of scenario files, for editors.");
        schema.SetAction(_ => SchemaDescription.Write(terminal.Output));
        return new Command("describe", "What the program knows: parameters, observables, the schema of scenarios.")
        {
            parameters, observables, schema,
        };
    }
}
