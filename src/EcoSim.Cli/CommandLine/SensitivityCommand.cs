using System.CommandLine;
using System.Globalization;
using EcoSim.Cli.Sweeping;
using EcoSim.Experiments.Sweeps;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim sensitivity EXPERIMENT</c></summary>
internal static class SensitivityCommand
{
    private const string Meaning =
        "Which parameters matter: elementary effects of all (Morris), then variance shares of those that stand out (Sobol), each against the noise of the replicates; the rest in results/sensitivity-NAME/.";

    private const string Examples =
        """
          ecosim sensitivity what-matters
          ecosim sensitivity what-matters --trajectories 20 --points 0
          ecosim sensitivity my-experiment.json --replicates 10 --dry-run
        """;

    public static Command Build(string[] args, Terminal terminal, CancellationToken cancel)
    {
        var experiment = new Argument<string>("EXPERIMENT") { Description = "Experiment file, or a name that 'ecosim describe scenarios' lists; its design is not used." };
        var command = new CommandWithExamples("sensitivity", Meaning, Examples) { experiment };
        var options = new RunningOptions(command, RunningOptions.OfExperiment);
        Option<string?> trajectories = Count(command, "--trajectories", 2, "Morris trajectories, instead of the experiment's own.");
        Option<string?> points = Count(command, "--points", 0, "Base points of the Sobol indices; 0 for none.");
        Option<string?> keep = Count(command, "--keep", 1, "Most parameters that go on from the screening to Sobol indices; given here, they go on even where none is told from luck.");
        var dryRun = new Option<bool>("--dry-run") { Description = "Run only a short pilot, and say what it takes." };
        command.Add(dryRun);
        command.SetAction(parsed =>
        {
            var asked = new SensitivityRequest(Read(parsed.GetValue(trajectories)), Read(parsed.GetValue(points)), Read(parsed.GetValue(keep)), parsed.GetValue(dryRun));
            var session = new SensitivitySession(options.Read(parsed), terminal, CommandLineText.Of(args), asked: asked);
            return (int)session.Run(parsed.GetValue(experiment)!, cancel);
        });
        return command;
    }

    private static Option<string?> Count(Command command, string name, int least, string description)
    {
        var option = new Option<string?>(name) { HelpName = "N", Description = description };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !(Read(text) is { } count && count >= least && count <= ExperimentLimits.MostPoints))
            {
                result.AddError($"{name}: found '{text}'; allowed is a whole number from {least} to {ExperimentLimits.MostPoints}.");
            }
        });
        command.Add(option);
        return option;
    }

    private static int? Read(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;
}
