using System.Text;
using EcoSim.Experiments.Headline;
using EcoSim.Experiments.Results;

namespace EcoSim.Reporting;

/// <summary>The headline as a page of Markdown, to be put into a text: paragraph, figure, table.</summary>
public static class HeadlineMarkdown
{
    public const string FileName = "headline.md";

    /// <param name="result">The headline.</param>
    /// <param name="figure">Path of the figure as seen from the page; null for none.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static string Of(HeadlineResult result, string? figure, string commandLine)
    {
        var run = result.Design.Scenario.Plan.Parameters.Run;
        var text = new StringBuilder();
        text.Append("# What the anchor fostered in `").Append(result.Design.Scenario.Name).Append("`, and how sure that is\n\n").Append(HeadlineText.Paragraph(result)).Append("\n\n");
        if (figure is not null)
        {
            text.Append("![Fostered value and share by source of uncertainty](").Append(figure).Append(")\n\n");
        }

        text.Append("| What varies | | Fostered, million RMB | Interval | Share | Interval | The intervals are | Count |\n|---|---|---:|---:|---:|---:|---|---:|\n");
        foreach (HeadlineRow row in result.Rows)
        {
            ReportRow cells = HeadlineReport.Row(row);
            text.Append("| ").AppendJoin(" | ", cells.Cells.Take(8).Select(cell => cell.Text)).Append(" |\n");
        }

        text.Append('\n').Append(HeadlineReport.Reading).Append("\n\n    ").Append(commandLine).Append("\n\n")
            .Append($"EcoSim {ProgramVersion.Text}, seed {run.Seed}, {result.Design.Workers.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)} workers, {run.Months} months from {run.Start}, {Amount.Count(result.Replicates, "replicate", "replicates")}.")
            .Append(result.Design.Sample is { } sample ? $" Posterior `{Path.GetFileName(sample.Label)}`: {HeadlineReport.Posterior(result.Design)}." : "").Append('\n');
        return text.ToString();
    }
}
