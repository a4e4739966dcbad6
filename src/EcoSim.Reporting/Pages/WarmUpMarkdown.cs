using System.Globalization;
using System.Text;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.WarmUp;

namespace EcoSim.Reporting;

/// <summary>The report on the warm-up as a page of Markdown: answer, figure, table.</summary>
public static class WarmUpMarkdown
{
    public const string FileName = "warm-up.md";

    /// <param name="result">Paths after several warm-ups.</param>
    /// <param name="figure">Path of the figure as seen from the page; null for none.</param>
    /// <param name="command">The command that makes it, without folders of a machine.</param>
    public static string Of(WarmUpResult result, string? figure, string command)
    {
        var run = result.Scenario.Plan.Parameters.Run;
        ReportTable table = WarmUpReport.Table(result);
        var text = new StringBuilder();
        text.Append("# Is the warm-up of `").Append(result.Scenario.Name).Append("` long enough?\n\n").Append(WarmUpReport.Verdict(result)).Append("\n\n");
        if (figure is not null)
        {
            text.Append("![Key observables after each warm-up](").Append(figure).Append(")\n\n");
        }

        Line([.. table.Columns.Select(column => column.Name)]);
        Line([.. table.Columns.Select(column => column.Numeric ? "---:" : "---")]);
        foreach (ReportRow row in table.Rows)
        {
            Line([.. row.Cells.Select(cell => cell.Text)]);
        }

        text.Append('\n').Append(WarmUpReport.Reading(result)).Append("\n\n    ").Append(command).Append("\n\n").Append(string.Create(
            CultureInfo.InvariantCulture,
            $"EcoSim {ProgramVersion.Text}, seed {run.Seed}, {result.Scenario.Plan.Parameters.Population.Workers:#,0} workers, {run.Months} months from {run.Start}, {Amount.Count(result.Replicates, "replicate", "replicates")} after each warm-up.\n"));
        return text.ToString();

        void Line(string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }
}
