using System.Globalization;
using System.Text;
using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Scenarios;

namespace EcoSim.Experiments.Validation;

/// <summary>Reads targets from CSV: a header, then a published figure a line; lines that begin with # are remarks.</summary>
internal sealed class TargetTable(string label, Findings findings)
{
    public const string Form = "a CSV file with the header id,measure,value,low,high,unit_and_definition,kind,sample,period,source,url and a line for each published figure";

    private static readonly string[] Needed = ["id", "measure", "value", "low", "high"];
    private static readonly string[] Known = [.. Needed, "unit_and_definition", "kind", "sample", "period", "source", "url"];

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<(int Line, CalibrationTarget Target)> _lines = [];
    private readonly List<string> _warnings = [];

    /// <summary>What may be meant otherwise, a sentence each.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The targets; what is wrong goes to the findings.</summary>
    public IReadOnlyList<CalibrationTarget> Read(byte[] content)
    {
        ReadOnlySpan<byte> utf8 = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? content.AsSpan(3) : content;
        if (!System.Text.Unicode.Utf8.IsValid(utf8) || utf8.Contains((byte)0))
        {
            Refuse(null, 1, "", "bytes that are no text", Form);
            return [];
        }

        var targets = new List<CalibrationTarget>();
        string[] lines = Encoding.UTF8.GetString(utf8).Split('\n');
        bool headed = false;
        for (int i = 0; i < lines.Length && !findings.Full; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            List<CsvCell> cells = CsvCell.Split(line);
            if (headed)
            {
                ReadLine(i, cells, targets);
            }
            else if (ReadHeader(i, cells))
            {
                headed = true;
            }
            else
            {
                return [];
            }
        }

        if (targets.Count == 0 && findings.Problems.Count == 0)
        {
            Refuse(null, 1, "", headed ? "a header without figures" : "an empty file", Form);
        }

        return targets;
    }

    private bool ReadHeader(int line, List<CsvCell> cells)
    {
        foreach ((CsvCell cell, int place) in cells.Select((cell, place) => (cell, place)))
        {
            if (!Known.Contains(cell.Text))
            {
                Refuse(line, cell.Column, "", $"the column {Findings.Quote(cell.Text)}", "the columns " + string.Join(", ", Known), NearestName.Among(cell.Text, Known));
            }
            else if (!_columns.TryAdd(cell.Text, place))
            {
                Refuse(line, cell.Column, "", $"a second column {Findings.Quote(cell.Text)}", "each column once");
            }
        }

        string[] absent = [.. Needed.Where(name => !_columns.ContainsKey(name))];
        if (absent.Length > 0)
        {
            Refuse(line, 1, "", $"no column {string.Join(", ", absent.Select(Findings.Quote))}", Form);
        }

        return findings.Problems.Count == 0;
    }

    private void ReadLine(int line, List<CsvCell> cells, List<CalibrationTarget> targets)
    {
        if (cells.Count != _columns.Count)
        {
            Refuse(line, 1, "", Count(cells.Count), $"{Count(_columns.Count)}, as in the header; a text with a comma stands in double quotes");
            return;
        }

        int before = findings.Problems.Count;
        CsvCell id = Cell("id"), name = Cell("measure");
        if (id.Text.Length == 0 || !_ids.Add(id.Text))
        {
            Refuse(line, id.Column, "id", id.Text.Length == 0 ? "an empty id" : $"{Findings.Quote(id.Text)} a second time", "a name of its own for each figure, such as C1a");
        }

        Measure? measure = MeasureCatalogue.Find(name.Text);
        if (measure is null)
        {
            string[] names = [.. MeasureCatalogue.All.Select(one => one.Name)];
            Refuse(line, name.Column, id.Text, $"the measure {Findings.Quote(name.Text)}", "one of " + string.Join(", ", names), NearestName.Among(name.Text, names));
        }

        double value = Number("value"), low = Number("low"), high = Number("high");
        if (low > high || value < low || value > high)
        {
            Refuse(line, Cell("low").Column, id.Text, $"the value {Cell("value").Text} with the band {Cell("low").Text} to {Cell("high").Text}", "low ≤ value ≤ high");
        }

        foreach ((string column, double number) in new[] { ("value", value), ("low", low), ("high", high) })
        {
            if (measure is { Range: var range } && !double.IsNaN(number) && !range.Holds(number))
            {
                string found = MeasureRange.WithUnit(Cell(column).Text, measure.Unit);
                Refuse(line, Cell(column).Column, $"{id.Text} {column}".Trim(), $"{found} for {measure.Name}", $"{range.Text(measure.Unit)}, the values that this measure can take");
            }
        }

        string own = measure is not null && MeasureCatalogue.Inputs.Contains(measure) ? CalibrationTarget.Input : CalibrationTarget.Emergent;
        string kind = TextOf("kind") is { Length: > 0 } given ? given : own;
        if (kind is not (CalibrationTarget.Emergent or CalibrationTarget.Input))
        {
            Refuse(line, Cell("kind").Column, id.Text, $"the kind {Findings.Quote(kind)}", "emergent or input", NearestName.Among(kind, [CalibrationTarget.Emergent, CalibrationTarget.Input]));
        }

        if (findings.Problems.Count == before)
        {
            WarnOfShare(line, id.Text, measure!, Cell("value").Text, high);
            if (kind == CalibrationTarget.Emergent && own == CalibrationTarget.Input)
            {
                _warnings.Add($"{label}:{line + 1}: {id.Text}: {measure!.Name} is called emergent, but it is set from its source: agreeing with it is no evidence; write input.");
            }

            var target = new CalibrationTarget(
                id.Text, name.Text, value, low, high, TextOf("unit_and_definition"), kind, TextOf("sample"), TextOf("period"), TextOf("source"), TextOf("url"));
            RefuseContradiction(line, name.Column, target, measure!.Unit);
            targets.Add(target);
            _lines.Add((line, target));
        }

        CsvCell Cell(string column) => cells[_columns[column]];

        string TextOf(string column) => _columns.TryGetValue(column, out int place) ? cells[place].Text : "";

        double Number(string column)
        {
            CsvCell cell = Cell(column);
            bool known = double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
            if (!known)
            {
                Refuse(line, cell.Column, $"{id.Text} {column}".Trim(), cell.Text.Length == 0 ? "nothing" : Findings.Quote(cell.Text), "a number with a decimal point, such as 61.4");
            }

            return known ? number : double.NaN;
        }
    }

    /// <summary>Two sources may disagree on a figure, but no value lies in two bands that have nothing in common.</summary>
    private void RefuseContradiction(int line, int column, CalibrationTarget target, string unit)
    {
        foreach ((int at, CalibrationTarget earlier) in _lines.Where(one => one.Target.Measure == target.Measure && (one.Target.High < target.Low || target.High < one.Target.Low)))
        {
            Refuse(
                line, column, target.Id,
                $"the band {Band(target)} for {target.Measure}, which has no value in common with the band {Band(earlier)} for it in line {at + 1} ({earlier.Id})",
                "bands of one measure that overlap, since no value agrees with both of these; take one of the two lines out, or widen a band to what its source leaves open");
        }

        string Band(CalibrationTarget one) => string.Create(CultureInfo.InvariantCulture, $"{one.Low} to {MeasureRange.WithUnit(one.High.ToString(CultureInfo.InvariantCulture), unit)}");
    }

    /// <summary>A band of a percentage that ends at 1 was probably written as a share of one.</summary>
    private void WarnOfShare(int line, string id, Measure measure, string value, double high)
    {
        if (measure.Range == MeasureRange.Share && high is > 0 and <= 1)
        {
            _warnings.Add($"{label}:{line + 1}: {id}: {measure.Name} is in %, from 0 to 100, and its whole band lies at or below 1; is {value} a share of one? 0.8 of all is written 80.");
        }
    }

    private void Refuse(int? line, int column, string path, string found, string allowed, string? suggestion = null) =>
        findings.Add(label, line is null ? null : new Place(line.Value + 1, column), path, found, allowed, suggestion);

    private static string Count(int cells) => cells == 1 ? "1 cell" : $"{cells} cells";
}
