using EcoSim.Cli.Running;
using EcoSim.Experiments.Headline;
using EcoSim.Reporting;

namespace EcoSim.Cli.Headlining;

/// <summary>A headline for the terminal: a row for each source of uncertainty, and the paragraph.</summary>
internal static class HeadlineTable
{
    public static void Write(TextWriter output, HeadlineResult result)
    {
        var scenario = result.Design.Scenario;
        var run = scenario.Plan.Parameters.Run;
        output.WriteLine(
            $"{scenario.Name}: what the anchor fostered, {result.Replicates} replicate{(result.Replicates == 1 ? "" : "s")} of {run.Months} months with the same luck in every world, seed {run.Seed}"
            + (result.Design.Sample is null ? "" : $", {result.Draws.Count} draws from the posterior"));
        ChangedText.Write(output, scenario);
        output.WriteLine();
        TextColumns.Write(output, ["what varies", "", "fostered", "interval", "share", "interval", "the intervals are"], result.Rows.Select(Row), 2, 3, 4, 5);
        string draws = result.Posterior is not { } posterior ? "" : posterior.HasQuantiles ? "; posterior: median and 90 % of draws" : "; posterior: median, least and most of the draws";
        output.WriteLine($"Million RMB in the last month. Luck, contested links and counterfactuals: mean and 95 % confidence interval (Student's t){draws}.");
        foreach (string few in HeadlineReport.Few(result))
        {
            WrappedText.Write(output, few);
        }

        output.WriteLine();
        if (result.Value.Count > 0)
        {
            ValueTable.Write(output, result.Value, "with the anchor", "fostered by it");
            output.WriteLine();
        }

        WrappedText.Write(output, HeadlineText.Paragraph(result));
    }

    private static string[] Row(HeadlineRow row) =>
    [
        row.Part switch { HeadlinePart.Replicates => "luck", HeadlinePart.Posterior => "parameters and luck", HeadlinePart.Contested => "contested at nothing", _ => "counterfactual" },
        row.Name, TerminalNumber.Of(row.Fostered.Value), Interval(row.Fostered, 1), Share(row.Share.Value), Interval(row.Share, 100), row.IntervalName,
    ];

    private static string Interval(Ranged range, double factor) =>
        range.HasInterval ? $"{Number(range.Low, factor)} to {Number(range.High, factor)}{(factor == 1 ? "" : " %")}" : "";

    private static string Number(double value, double factor) =>
        factor == 1 ? TerminalNumber.Of(value) : (factor * value).ToString("0.0;−0.0;0.0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Share(double share) => double.IsNaN(share) ? "-" : Number(share, 100) + " %";
}
