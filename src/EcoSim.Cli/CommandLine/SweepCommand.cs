using System.CommandLine;
using EcoSim.Cli.Sweeping;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim sweep EXPERIMENT</c></summary>
internal static class SweepCommand
{
    private const string Meaning =
        "Run a design over parameters, every point with the same luck: main effects here, the rest in results/sweep-NAME/. Stopped, it goes on where it was.";

    private const string Examples =
        """
          ecosim sweep first-try
          ecosim sweep my-experiment.json --dry-run
          ecosim sweep my-experiment.json --budget 10m
          ecosim sweep my-experiment.json --points 256 --replicates 10
          ecosim sweep my-experiment.json --shard 1/3
          ecosim sweep my-experiment.json --series
          ecosim sweep my-experiment.json --slurm --slurm-partition short --slurm-option account=mine
        """;

    public static Command Build(string[] args, Terminal terminal, CancellationToken cancel)
    {
        var experiment = new Argument<string>("EXPERIMENT") { Description = "Experiment file, or a name that 'ecosim describe scenarios' lists." };
        var command = new CommandWithExamples("sweep", Meaning, Examples) { experiment };
        var options = new RunningOptions(command, RunningOptions.OfExperiment);
        var sweeping = new SweepingOptions(command);
        command.SetAction(parsed =>
        {
            var session = new SweepSession(options.Read(parsed), terminal, CommandLineText.Of(args), asked: sweeping.Read(parsed));
            return (int)session.Run(parsed.GetValue(experiment)!, cancel);
        });
        return command;
    }
}
