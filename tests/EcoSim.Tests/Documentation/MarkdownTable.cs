using System.Text;

namespace EcoSim.Tests.Documentation;

/// <summary>A table in Markdown.</summary>
internal static class MarkdownTable
{
    /// <summary>Header, rule and rows; every row has as many cells as the header.</summary>
    public static string Of(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        AppendRow(text, header);
        AppendRow(text, [.. header.Select(_ => "---")]);
        foreach (IReadOnlyList<string> row in rows)
        {
            if (row.Count != header.Count)
            {
                throw new ArgumentException($"The table has {header.Count} columns, the row has {row.Count}.", nameof(rows));
            }

            AppendRow(text, row);
        }

        return text.ToString();
    }

    /// <summary>Text in the style of code.</summary>
    public static string Code(string text) => $"`{text}`";

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|"))).Append(" |\n");
}
