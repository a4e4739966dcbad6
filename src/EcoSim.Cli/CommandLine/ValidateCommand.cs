using System.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Cli.Validating;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim validate [SCENARIO]</c></summary>
internal static class ValidateCommand
{
    private const string DefaultScenario = "baseline";

    private const string Meaning =
        "Hold a scenario against published figures: a scorecard with value, standard error, published value and band, verdict, source; the rest in results/validate-NAME/.";

    private const string Examples =
        """
          ecosim validate
          ecosim validate hangzhou --replicates 20
          ecosim validate baseline --targets my-figures.csv
          ecosim validate baseline --set capital.signalPrecision=0
        """;

    public static Command Build(string[] args, Terminal terminal, CancellationToken cancel)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenario file, or name of a shipped scenario; baseline unless given.", DefaultValueFactory = _ => DefaultScenario };
        var targets = new Option<string?>("--targets") { HelpName = "FILE", Description = "Published figures to hold it against: a CSV file with the columns of scenarios/data/calibration-targets.csv, which is used unless given." };
        var command = new CommandWithExamples("validate", Meaning, Examples) { scenario };
        var options = new RunningOptions(command);
        command.Add(targets);
        command.SetAction(parsed =>
        {
            RunRequest request = options.Read(parsed);
            var session = new ValidateSession(request, terminal, CommandLineText.Of(args));
            return (int)session.Run(parsed.GetValue(scenario)!, parsed.GetValue(targets), cancel);
        });
        return command;
    }
}
