using System.Text;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Sweeps.Reading;

/// <summary>Reads a design made elsewhere: a header of parameter paths, a row for each point. Columns that are no parameters and are named here are passed over, as are lines that begin with #.</summary>
/// <param name="label">What messages call the file.</param>
/// <param name="findings">Takes what is wrong.</param>
/// <param name="passedOver">Columns beside parameters.</param>
internal sealed class PointsFile(string label, Findings findings, params string[] passedOver)
{
    /// <summary>The column that designs made elsewhere may have beside parameters.</summary>
    public const string PointColumn = "point";

    private const string Form = "a CSV file whose header names parameters, with a line for each point";
    private const int MostProblems = 20;

    private int _problems;

    /// <summary>The parameters with the values that occur, and the rows.</summary>
    public (IReadOnlyList<Variation> Variations, IReadOnlyList<double[]> Rows) Read(byte[] content)
    {
        if (!System.Text.Unicode.Utf8.IsValid(content))
        {
            Refuse(null, "", "bytes that are no text", Form);
            return ([], []);
        }

        string[] lines = Lines(content);
        var rows = new List<double[]>();
        ParameterDeclaration?[]? columns = null;
        for (int i = 0; i < lines.Length && _problems < MostProblems; i++)
        {
            if (Cells(lines[i]) is not { } cells)
            {
                continue;
            }

            if (columns is null)
            {
                columns = ReadHeader(i, cells);
            }
            else if (ReadRow(i, cells, columns) is { } row)
            {
                rows.Add(row);
            }
        }

        if (_problems == 0 && rows.Count == 0)
        {
            Refuse(null, "", columns is null ? "an empty file" : "a header without points", Form);
        }

        if (_problems > 0)
        {
            return ([], []);
        }

        ParameterDeclaration[] parameters = [.. (columns ?? []).OfType<ParameterDeclaration>()];
        return ([.. parameters.Select((parameter, column) => Observed(parameter, rows, column))], rows);
    }

    /// <summary>Names of the columns; none where there is no text.</summary>
    public static string[] Header(byte[] content) =>
        System.Text.Unicode.Utf8.IsValid(content) ? Lines(content).Select(Cells).FirstOrDefault(cells => cells is not null) ?? [] : [];

    private static string[] Lines(byte[] content) => Encoding.UTF8.GetString(content).TrimStart('\uFEFF').Split('\n');

    /// <summary>Null for an empty line or a remark.</summary>
    private static string[]? Cells(string line) =>
        line.Trim() is { Length: > 0 } text && text[0] != '#' ? [.. text.Split(',').Select(cell => cell.Trim().Trim('"'))] : null;

    private static Variation Observed(ParameterDeclaration parameter, List<double[]> rows, int column)
    {
        double[] values = [.. rows.Select(row => row[column]).Distinct().Order()];
        return new Variation(parameter, VariationKind.List) { Listed = values, From = values.FirstOrDefault(), To = values.LastOrDefault() };
    }

    private ParameterDeclaration?[] ReadHeader(int line, string[] names)
    {
        var columns = new ParameterDeclaration?[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            columns[i] = passedOver.Contains(names[i]) ? null : Catalogue.Find(names[i]);
            if (passedOver.Contains(names[i]))
            {
                continue;
            }

            if (columns[i] is null)
            {
                (string found, string allowed, string? meant) = VariationReader.Unknown(names[i], $"the column {Findings.Quote(names[i])}");
                Refuse(line, names[i], found, allowed, meant);
            }
            else if (VariationReader.Fixed(names[i]) is { } why)
            {
                Refuse(line, names[i], $"the column {Findings.Quote(names[i])}", why);
            }
            else if (Array.IndexOf(names, names[i]) < i)
            {
                Refuse(line, names[i], $"the column {Findings.Quote(names[i])} a second time", "each parameter once");
            }
        }

        return columns;
    }

    private double[]? ReadRow(int line, string[] cells, ParameterDeclaration?[] columns)
    {
        if (cells.Length != columns.Length)
        {
            Refuse(line, "", $"{cells.Length} {(cells.Length == 1 ? "field" : "fields")}", $"as many as in the header: {columns.Length}");
            return null;
        }

        var row = new List<double>();
        for (int i = 0; i < cells.Length; i++)
        {
            if (columns[i] is not { } parameter)
            {
                continue;
            }

            if (ParameterText.TryRead(parameter, new Entry("", "", EntryKind.Untyped, cells[i], null, null), out double value, out string found))
            {
                row.Add(value);
            }
            else
            {
                Refuse(line, parameter.Path, found, ParameterText.Allowed(parameter));
            }
        }

        return row.ToArray();
    }

    private void Refuse(int? line, string path, string found, string allowed, string? meant = null)
    {
        _problems++;
        findings.Add(label, line is { } at ? new Place(at + 1, 1) : null, path, found, allowed, meant);
    }
}
