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
          ecosim validate baseline --contested
          ecosim validate baseline --warm-up
        """;

    public static Command Build(string[] args, Terminal terminal, CancellationToken cancel)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenario file, or a name that 'ecosim describe scenarios' lists; baseline unless given.", DefaultValueFactory = _ => DefaultScenario };
        var targets = new Option<string?>("--targets") { HelpName = "FILE", Description = "Published figures to hold it against: a CSV file with the columns of scenarios/data/calibration-targets.csv, which is used unless given." };
        var contested = new Option<bool>("--contested") { Description = "Report instead what the anchor fostered with each contested link as it is and at nothing, and with all at nothing; in results/contested-NAME/." };
        var warmUp = new Option<bool>("--warm-up") { Description = "Report instead whether the warm-up is long enough: key observables after none, half, all and twice of it, and from when on MSER-5 finds a steady state; in results/warm-up-NAME/." };
        var command = new CommandWithExamples("validate", Meaning, Examples) { scenario };
        var options = new RunningOptions(
            command, UsualReplicatesFirst.Help($"{ValidateSession.UsualReplicates}, with --contested {ContestedSession.UsualReplicates}, with --warm-up {WarmUpSession.UsualReplicates},"));
        command.Add(targets);
        command.Add(contested);
        command.Add(warmUp);
        command.Validators.Add(result =>
        {
            if ((result.GetValue(contested) || result.GetValue(warmUp)) && result.GetResult(targets) is not null)
            {
                result.AddError($"--targets: found with --{(result.GetValue(contested) ? "contested" : "warm-up")}, which measures no published figure; give one of the two.");
            }

            if (result.GetValue(contested) && result.GetValue(warmUp))
            {
                result.AddError("--warm-up: found with --contested; give one of the two, each has a report of its own.");
            }
        });
        command.SetAction(parsed =>
        {
            RunRequest request = options.Read(parsed);
            string file = parsed.GetValue(scenario)!, commandLine = CommandLineText.Of(args);
            return (int)(parsed.GetValue(contested)
                ? new ContestedSession(request, terminal, commandLine).Run(file, cancel)
                : parsed.GetValue(warmUp)
                ? new WarmUpSession(request, terminal, commandLine).Run(file, cancel)
                : new ValidateSession(request, terminal, commandLine).Run(file, parsed.GetValue(targets), cancel));
        });
        return command;
    }
}
