using System.Globalization;

namespace EcoSim.Experiments.Results;

/// <summary>Reads back the small tables of a results folder. Their cells never hold commas or quotes.</summary>
internal static class CsvTable
{
    public static void WriteHeader(CsvText text, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            text.Word(name);
        }

        text.EndRow();
    }

    /// <summary>Rows without the header, split into cells.</summary>
    public static IEnumerable<string[]> Read(string path) => File.ReadLines(path).Skip(1).Select(line => line.Split(','));

    /// <summary>The number in a cell; NaN when the cell is empty.</summary>
    public static double Number(string cell) =>
        cell.Length == 0 ? double.NaN : double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
}
