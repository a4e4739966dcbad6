using System.CommandLine;
using System.Globalization;
using EcoSim.Cli.Calibrating;
using EcoSim.Experiments.Sweeps;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim calibrate SCENARIO</c></summary>
internal static class CalibrateCommand
{
    private const int MostTrials = 1000;

    private const string Meaning =
        "Fit the free parameters of a scenario to published figures: estimate, uncertainty, and which figure pins which parameter; in results/calibrate-NAME/. Stopped, it goes on where it was.";

    private const string Examples =
        """
          ecosim calibrate baseline
          ecosim calibrate baseline --dry-run
          ecosim calibrate my-calibration.json --budget 20m
          ecosim calibrate baseline --recovery 10 --points 128
          ecosim run results/calibrate-baseline/calibrated.json
        """;

    public static Command Build(string[] args, Terminal terminal, CancellationToken cancel)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Name of a scenario that has a calibration (scenarios/calibrations), or a calibration file." };
        var targets = new Option<string?>("--targets") { HelpName = "FILE", Description = "Published figures to fit to: a CSV file with the columns of scenarios/data/calibration-targets.csv, which is used unless given." };
        var points = new Option<string?>("--points") { HelpName = "N", Description = "Points of the first wave, instead of the file's own; later waves change in proportion." };
        var budget = new Option<string?>("--budget") { HelpName = "TIME", Description = "Choose the number of points so that all is done in this time, such as 20m." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Run only a short pilot, and say what the calibration takes." };
        var recovery = new Option<string?>("--recovery") { HelpName = "N", Description = "Instead, calibrate to data simulated with N known sets of parameters, and tell how often the 90 % intervals hold the truth; in results/calibrate-NAME-recovery/." };
        var command = new CommandWithExamples("calibrate", Meaning, Examples) { scenario };
        var options = new RunningOptions(command, RunningOptions.OfExperiment);
        foreach (Option option in new Option[] { targets, points, budget, dryRun, recovery })
        {
            command.Add(option);
        }

        Validate(points, text => Whole(text, ExperimentLimits.MostPoints) is null, $"allowed is a whole number from 1 to {ExperimentLimits.MostPoints}");
        Validate(budget, text => SweepingOptions.ReadTime(text) is null, "allowed is a time such as 90s, 10m, 2h or 1d");
        Validate(recovery, text => Whole(text, MostTrials) is null, $"allowed is a whole number from 1 to {MostTrials}");
        command.Validators.Add(result =>
        {
            if (result.GetResult(budget) is { Implicit: false } && result.GetResult(points) is { Implicit: false })
            {
                result.AddError("--budget: found beside --points, which fixes the size; use one of them.");
            }
        });
        command.SetAction(parsed =>
        {
            var asked = new CalibrateRequest(
                parsed.GetValue(targets), parsed.GetValue(points) is { } count ? Whole(count, ExperimentLimits.MostPoints) : null,
                parsed.GetValue(budget) is { } time ? SweepingOptions.ReadTime(time) : null, parsed.GetValue(dryRun),
                parsed.GetValue(recovery) is { } trials ? Whole(trials, MostTrials) : null);
            return (int)new CalibrateSession(options.Read(parsed), terminal, CommandLineText.Of(args), asked).Run(parsed.GetValue(scenario)!, cancel);
        });
        return command;
    }

    private static void Validate(Option<string?> option, Func<string, bool> wrong, string allowed) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<string?>() is { } text && wrong(text))
        {
            result.AddError($"{option.Name}: found '{text}'; {allowed}.");
        }
    });

    private static int? Whole(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most ? number : null;
}
