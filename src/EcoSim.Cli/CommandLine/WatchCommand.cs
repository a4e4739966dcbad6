using System.CommandLine;
using EcoSim.Cli.Watching;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim watch SCENARIO</c></summary>
internal static class WatchCommand
{
    private const string Meaning =
        "Run a scenario again whenever its file, a parent or a series of it is saved; table and picture show the run before and the difference. At most 5 replicates unless --replicates is given, no counterfactual.";

    private const string Examples =
        """
          ecosim watch my-question.json
          ecosim watch scenarios/baseline.json --replicates 10
          ecosim watch my-question.json --no-plots
        """;

    public static Command Build(string[] args, Terminal terminal, CancellationToken cancel)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenario file; its parents and series are watched as well." };
        var command = new CommandWithExamples("watch", Meaning, Examples) { scenario };
        var options = new RunningOptions(command, $"{RunningOptions.OfScenario}, then at most {WatchSession.QuickReplicates}");
        command.SetAction(parsed => (int)new WatchSession(options.Read(parsed), terminal, CommandLineText.Of(args)).Run(parsed.GetValue(scenario)!, cancel));
        return command;
    }
}
