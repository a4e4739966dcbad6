using System.Text;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Reads a series from CSV: the columns <c>date</c> and <c>value</c>, others are ignored, as are lines that begin with #.</summary>
/// <remarks>A date speaks for its month, whatever the day: "2014-03-31" and "2014-03" are the same.</remarks>
internal sealed class SeriesFile(string label, ParameterDeclaration parameter, Findings findings)
{
    private const string Form = "a CSV file with the header date,value and a line for each known date";
    private const int MostProblems = 10;

    private int _problems;

    /// <summary>Months (since January of year 0) and values in ascending order, or null when something is wrong.</summary>
    public static IReadOnlyList<(int Month, double Value)>? Read(byte[] content, string label, ParameterDeclaration parameter, Findings findings)
    {
        ReadOnlySpan<byte> utf8 = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? content.AsSpan(3) : content;
        var file = new SeriesFile(label, parameter, findings);
        if (!System.Text.Unicode.Utf8.IsValid(utf8) || utf8.Contains((byte)0))
        {
            file.Refuse(null, null, "bytes that are no text", Form);
            return null;
        }

        List<(int, double)> points = file.ReadLines(Encoding.UTF8.GetString(utf8).Split('\n'));
        return file._problems == 0 ? points : null;
    }

    private List<(int Month, double Value)> ReadLines(string[] lines)
    {
        var points = new List<(int Month, double Value)>();
        (int Date, int Value)? columns = null;
        for (int i = 0; i < lines.Length && _problems < MostProblems; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            List<CsvCell> fields = CsvCell.Split(line);
            if (columns is null)
            {
                columns = (fields.FindIndex(f => f.Text == "date"), fields.FindIndex(f => f.Text == "value"));
                if (columns.Value.Date < 0 || columns.Value.Value < 0)
                {
                    Refuse(i, 1, $"the header {Findings.Quote(line)}", Form);
                    return points;
                }
            }
            else
            {
                ReadPoint(i, fields, columns.Value, points);
            }
        }

        if (points.Count == 0 && _problems == 0)
        {
            Refuse(null, null, columns is null ? "an empty file" : "a header without values", Form);
        }

        return points;
    }

    private void ReadPoint(int line, List<CsvCell> fields, (int Date, int Value) columns, List<(int Month, double Value)> points)
    {
        if (fields.Count <= Math.Max(columns.Date, columns.Value))
        {
            Refuse(line, 1, $"{fields.Count} {(fields.Count == 1 ? "field" : "fields")}", "a date and a value in every line");
            return;
        }

        CsvCell date = fields[columns.Date];
        CsvCell value = fields[columns.Value];
        bool dated = CalendarMonth.TryParse(date.Text, out CalendarMonth month);
        if (!dated)
        {
            Refuse(line, date.Column, $"the date {Findings.Quote(date.Text)}", "a date written \"YYYY-MM-DD\" or \"YYYY-MM\"");
        }
        else if (points.Count > 0 && month.Index <= points[^1].Month)
        {
            bool same = month.Index == points[^1].Month;
            Refuse(
                line, date.Column, same ? $"a second value for {month}" : $"{month} behind {new CalendarMonth(points[^1].Month)}",
                "ascending dates, at most one in each month");
        }

        var stated = new Entry("", "", EntryKind.Number, value.Text, null, null);
        if (!ParameterText.TryRead(parameter, stated, out double number, out string found))
        {
            Refuse(line, value.Column, found, ParameterText.Allowed(parameter));
        }
        else if (dated)
        {
            points.Add((month.Index, number));
        }
    }

    private void Refuse(int? line, int? column, string found, string allowed)
    {
        _problems++;
        findings.Add(label, line is null ? null : new Place(line.Value + 1, column ?? 1), $"{ScenarioGrammar.Series}.{parameter.Path}", found, allowed);
    }
}
