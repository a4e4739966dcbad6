namespace EcoSim.Cli;

/// <summary>Plain text in aligned columns, the same on a terminal and in a pipe.</summary>
public static class TextColumns
{
    private const string Gap = "  ";

    /// <summary>Writes a header and rows; the columns listed in <paramref name="right"/> are aligned to the right.</summary>
    public static void Write(TextWriter output, string[] header, IEnumerable<string[]> rows, params ReadOnlySpan<int> right)
    {
        string[][] all = [header, .. rows];
        int[] widths = [.. Enumerable.Range(0, header.Length).Select(column => all.Max(row => row[column].Length))];
        foreach (string[] row in all)
        {
            var cells = new string[row.Length];
            for (int column = 0; column < row.Length; column++)
            {
                cells[column] = right.Contains(column) ? row[column].PadLeft(widths[column]) : row[column].PadRight(widths[column]);
            }

            output.WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }
}
