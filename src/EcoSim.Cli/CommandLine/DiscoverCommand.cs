using System.CommandLine;
using System.Globalization;
using EcoSim.Cli.Sweeping;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim discover RESULTS STATEMENT</c></summary>
internal static class DiscoverCommand
{
    private const int UsualBoxes = 3;
    private const int MostBoxes = 20;

    private const string Meaning =
        "Find where in parameter space a statement about a finished sweep holds: boxes with coverage, density and a resampling test; the rest in results/discover-NAME/.";

    private const string Examples =
        """
          ecosim discover results/sweep-what-matters "dragons_total > 5"
          ecosim discover results/sweep-what-matters "ecosystem_value < 5000" --density 0.9
          ecosim discover results/sweep-what-matters "startups_alive - spin_outs_founded > 0" --boxes 1
        """;

    public static Command Build(string[] args, Terminal terminal)
    {
        var results = new Argument<string>("RESULTS") { Description = "Folder that 'ecosim sweep' wrote; the name alone will do for one in 'results'." };
        var statement = new Argument<string>("STATEMENT") { Description = "Outcomes, parameters and numbers with + and -, compared by >, >=, < or <=; true or false at each point, of the mean over its replicates." };
        var outFolder = new Option<string?>("--out") { HelpName = "DIR", Description = "Folder for results; 'results' unless given." };
        var boxes = new Option<string?>("--boxes") { HelpName = "N", Description = $"Most boxes; {UsualBoxes} unless given." };
        var density = new Option<string?>("--density") { HelpName = "SHARE", Description = "Least density of a box, such as 0.9; the best balance of density and coverage unless given." };
        var noPlots = new Option<bool>("--no-plots") { Description = "Draw no figures." };
        boxes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && ReadBoxes(text) is null)
            {
                result.AddError($"--boxes: found '{text}'; allowed is a whole number from 1 to {MostBoxes}.");
            }
        });
        density.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && ReadShare(text) is null)
            {
                result.AddError($"--density: found '{text}'; allowed is a share above 0 and at most 1, such as 0.9.");
            }
        });
        var command = new CommandWithExamples("discover", Meaning, Examples) { results, statement, outFolder, boxes, density, noPlots };
        command.SetAction(parsed =>
        {
            var request = new DiscoverRequest(
                parsed.GetValue(outFolder) ?? "results", parsed.GetValue(boxes) is { } count ? ReadBoxes(count) ?? UsualBoxes : UsualBoxes,
                parsed.GetValue(density) is { } share ? ReadShare(share) : null, !parsed.GetValue(noPlots));
            return (int)new DiscoverSession(request, terminal, CommandLineText.Of(args)).Run(parsed.GetValue(results)!, parsed.GetValue(statement)!);
        });
        return command;
    }

    private static int? ReadBoxes(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= MostBoxes ? count : null;

    private static double? ReadShare(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && share is > 0 and <= 1 ? share : null;
}
