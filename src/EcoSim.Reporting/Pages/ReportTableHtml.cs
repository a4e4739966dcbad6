using System.Globalization;
using System.Text;

namespace EcoSim.Reporting;

/// <summary>A table of a results page as HTML.</summary>
internal static class ReportTableHtml
{
    /// <summary>Letters from which on a cell gets room of its own, rather than many short lines on a small screen.</summary>
    private const int LongText = 40;

    /// <summary>Writes a table in a frame that scrolls by itself, so that the page does not.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="table">What to write.</param>
    /// <param name="sortable">Let readers sort by a column and see the rows that are not prominent on demand.</param>
    public static void Write(StringBuilder html, ReportTable table, bool sortable)
    {
        string caption = ReportHtml.Escape(table.Caption);
        if (table.Rows.Count == 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><strong>{caption}.</strong> {ReportHtml.Escape(table.WhenEmpty)}</p>\n");
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\">\n<table{(sortable ? " class=\"sortable\"" : "")}>\n<caption>{caption}</caption>\n<thead><tr>");
        foreach (ReportColumn column in table.Columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Numeric(column)}>{ReportHtml.Escape(column.Name)}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (ReportRow row in table.Rows)
        {
            WriteRow(html, table, row);
        }

        html.Append("</tbody>\n</table>\n</div>\n");
        if (table.Note.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{ReportHtml.Escape(table.Note)}</p>\n");
        }
    }

    private static void WriteRow(StringBuilder html, ReportTable table, ReportRow row)
    {
        html.Append(row.Prominent ? "<tr>" : "<tr class=\"more\">");
        for (int i = 0; i < row.Cells.Count; i++)
        {
            (string text, double order) = row.Cells[i];
            string sort = double.IsNaN(order) ? "" : string.Create(CultureInfo.InvariantCulture, $" data-order=\"{order:R}\"");
            html.Append(i == 0
                ? $"<th scope=\"row\"{(row.Meaning.Length > 0 ? $" title=\"{ReportHtml.Escape(row.Meaning)}\"" : "")}>{ReportHtml.Escape(text)}</th>"
                : $"<td{Class(table.Columns[i], text)}{sort}>{ReportHtml.Escape(text)}</td>");
        }

        html.Append("</tr>\n");
    }

    private static string Class(ReportColumn column, string text) => text.Length > LongText ? " class=\"long\"" : Numeric(column);

    private static string Numeric(ReportColumn column) => column.Numeric ? " class=\"number\"" : "";
}
