using System.Globalization;
using EcoSim.Experiments.Discovery;
using EcoSim.Reporting;

namespace EcoSim.Cli.Sweeping;

/// <summary>What a discovery found, for the terminal.</summary>
internal static class DiscoveryText
{
    public static void Write(TextWriter output, DiscoveryResult result)
    {
        Discovery found = result.Found;
        WrappedText.Write(output, $"{result.Table.Name}: \"{result.Statement.Text}\" holds at {found.Hits} of {found.Points} points ({Percent(found.Density)}){BoxWords.Doubtful(result)}");
        if (found.Boxes.Count == 0)
        {
            WrappedText.Write(output, found.Hits == 0 ? "It holds nowhere, so there is no box to find."
                : found.Hits == found.Points ? "It holds everywhere, so there is no box to find."
                : $"No box tells where it holds better than chance.{(BoxWords.Ended(result) is { } best ? $" {best}" : "")}");
            return;
        }

        foreach ((int number, DiscoveredBox box) in found.Boxes.Index())
        {
            BoxScore score = box.Found.Score;
            output.WriteLine();
            output.WriteLine(
                $"Box {number + 1}{(number == 0 ? "" : ", among the points outside the boxes above")}: density {Percent(score.Density)} ({score.Hits} of {score.Points} points), "
                + $"coverage {Percent(score.Coverage)}; p ≤ {box.ChanceOfBalance.ToString("0.00", CultureInfo.InvariantCulture)}");
            TextColumns.Write(
                output, ["parameter", "range", "p, not corrected", "limited again"],
                box.Found.Limits.Select(limit => new[]
                {
                    result.Table.Points.Parameters[limit.Parameter].Path, BoxWords.Range(result.Table.Points.Parameters[limit.Parameter], limit.Low, limit.High),
                    limit.PValue < 0.001 ? "<0.001" : limit.PValue.ToString("0.000", CultureInfo.InvariantCulture), Percent(box.LimitedAgain[limit.Parameter]),
                }),
                2, 3);
            if (BoxWords.Short(result, box) is { } missed)
            {
                WrappedText.Write(output, missed);
            }
        }

        if (BoxWords.Ended(result) is { } ended)
        {
            output.WriteLine();
            WrappedText.Write(output, ended);
        }

        output.WriteLine();
        WrappedText.Write(output, $"Density: share of the points in the box at which it holds. Coverage: share of all such points that the box contains. {BoxWords.Reading}");
    }

    private static string Percent(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);
}
