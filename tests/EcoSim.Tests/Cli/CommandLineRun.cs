using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Cli;

/// <summary>What one command line said and returned.</summary>
internal sealed record CommandLineRun(ExitStatus Status, string Output, string Error)
{
    public static CommandLineRun Of(params string[] args)
    {
        using StringWriter output = new(), error = new();
        ExitStatus status = Dispatcher.Run(args, new Terminal(output, error));
        return new CommandLineRun(status, output.ToString(), error.ToString());
    }

    /// <summary>A scenario file small enough to run in a test.</summary>
    public static string TinyScenario(TemporaryFolder folder, string name = "tiny") => folder.Write(
        name + ".json",
        $$"""{"name": "{{name}}", "run": {"months": 6, "replicates": 3, "warmupMonths": 2} }""");
}
