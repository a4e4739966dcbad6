using System.Text;

namespace EcoSim.Experiments.Scenarios;

/// <summary>A cell of a CSV line and where it stands.</summary>
/// <param name="Text">Text without quotes and blanks around it.</param>
/// <param name="Column">Column from 1.</param>
internal readonly record struct CsvCell(string Text, int Column)
{
    /// <summary>Cells of a line; one in double quotes may hold commas, and a doubled quote stands for one.</summary>
    public static List<CsvCell> Split(string line)
    {
        var cells = new List<CsvCell>();
        var text = new StringBuilder();
        bool quoted = false;
        int start = 0;
        for (int i = 0; i < line.Length; i++)
        {
            bool quote = line[i] == '"';
            if (quote && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                text.Append('"');
                i++;
            }
            else if (quote)
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(new CsvCell(text.ToString().Trim(), start + 1));
                text.Clear();
                start = i + 1;
            }
            else
            {
                text.Append(line[i]);
            }
        }

        cells.Add(new CsvCell(text.ToString().Trim(), start + 1));
        return cells;
    }
}
