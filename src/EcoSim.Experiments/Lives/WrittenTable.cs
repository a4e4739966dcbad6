using System.Globalization;
using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Lives;

/// <summary>A table read back from <c>ledger/NAME.csv</c>, one replicate of it. Its cells never hold commas or quotes.</summary>
internal sealed class WrittenTable : LifeTable
{
    private readonly string _file;
    private readonly Dictionary<string, int> _columns;
    private readonly List<string[]> _rows = [];

    /// <summary>Reads the file; throws <see cref="RefusedException"/> with the line that is damaged.</summary>
    public WrittenTable(string file, int replicate)
    {
        _file = file;
        using var reader = new StreamReader(file);
        string[] header = (reader.ReadLine() ?? "").Split(',');
        _columns = header.Select((name, index) => (name, index)).DistinctBy(column => column.name).ToDictionary(StringComparer.Ordinal);
        string wanted = replicate.ToString(CultureInfo.InvariantCulture) + ",";
        int number = 1;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!line.StartsWith(wanted, StringComparison.Ordinal))
            {
                continue;
            }

            string[] cells = line.Split(',');
            if (cells.Length != header.Length)
            {
                throw new RefusedException($"'{file}' is damaged: line {number} has {cells.Length} cells where the header has {header.Length}. {ResultFolder.Again}");
            }

            _rows.Add(cells);
        }
    }

    public override int RowCount => _rows.Count;

    public override string? Text(int row, string column) => Cell(row, column) is { Length: > 0 } cell ? cell : null;

    public override double Number(int row, string column)
    {
        string cell = Cell(row, column);
        return cell.Length == 0 ? double.NaN
            : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
            : throw new RefusedException($"'{_file}' is damaged: found '{cell}' in column {column} where a number belongs. {ResultFolder.Again}");
    }

    private string Cell(int row, string column) =>
        _columns.TryGetValue(column, out int index)
            ? _rows[row][index]
            : throw new RefusedException($"'{_file}' has no column '{column}', so it was written by another version. {ResultFolder.Again}");
}
