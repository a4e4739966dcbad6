using System.CommandLine;
using System.Globalization;
using EcoSim.Cli.Headlining;
using EcoSim.Cli.Validating;
using EcoSim.Experiments.Headline;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim headline SCENARIO</c></summary>
internal static class HeadlineCommand
{
    private const int MostDraws = 100_000;

    private const string Meaning =
        "Report what the anchor fostered with its full uncertainty: replicates, posterior of the parameters, contested links, and the counterfactuals side by side; in results/headline-NAME/. Stopped, it goes on where it was.";

    private const string Examples =
        """
          ecosim headline baseline
          ecosim headline hangzhou --posterior results/calibration/hangzhou/posterior.csv
          ecosim headline baseline --posterior results/calibrate-baseline --draws 100 --replicates 30
        """;

    public static Command Build(string[] args, Terminal terminal, CancellationToken cancel)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenario file, or a name that 'ecosim describe scenarios' lists." };
        var posterior = new Option<string?>("--posterior")
        {
            HelpName = "FILE", Description = "Draws of the free parameters: posterior.csv of 'ecosim calibrate', or the folder that holds it. Without it doubt about parameters is left out, and said to be.",
        };
        var draws = new Option<string?>("--draws") { HelpName = "N", Description = $"Draws to run, one replicate each; {HeadlineRow.EnoughDraws} unless given, or all where the posterior has fewer." };
        var command = new CommandWithExamples("headline", Meaning, Examples) { scenario };
        var options = new RunningOptions(command, UsualReplicatesFirst.Help($"{HeadlineSession.UsualReplicates}"));
        command.Add(posterior);
        command.Add(draws);
        draws.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Whole(text) is null)
            {
                result.AddError($"--draws: found '{text}'; allowed is a whole number from 1 to {MostDraws.ToString("#,0", CultureInfo.InvariantCulture)}.");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(draws) is not null && result.GetResult(posterior) is null)
            {
                result.AddError("--draws: found without --posterior, from which they are drawn; give the posterior, such as --posterior results/calibrate-baseline.");
            }
        });
        command.SetAction(parsed => (int)new HeadlineSession(
            options.Read(parsed), terminal, CommandLineText.Of(args), parsed.GetValue(posterior), parsed.GetValue(draws) is { } count ? Whole(count) : null)
            .Run(parsed.GetValue(scenario)!, cancel));
        return command;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= MostDraws ? number : null;
}
