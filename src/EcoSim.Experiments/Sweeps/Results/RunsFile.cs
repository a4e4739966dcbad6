using System.Globalization;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Experiments.Sweeps.Results;

/// <summary>Reads back <c>runs.csv</c>.</summary>
public static class RunsFile
{
    /// <summary>The rows in the order of the file. Throws <see cref="RefusedException"/> naming a line that is damaged.</summary>
    /// <param name="folder">Folder of the sweep.</param>
    /// <param name="outcomes">Number of outcomes.</param>
    public static IEnumerable<SweepRow> Read(string folder, int outcomes)
    {
        string path = Path.Combine(folder, SweepCsv.RunsName);
        if (!File.Exists(path))
        {
            throw new RefusedException($"'{path}' is missing. Name a folder that 'ecosim sweep' wrote.");
        }

        int line = 1;
        foreach (string text in File.ReadLines(path).Skip(1))
        {
            line++;
            yield return Parse(text.Split(','), outcomes)
                ?? throw new RefusedException($"'{path}' is damaged at line {line}. Write it again with 'ecosim sweep --force'.");
        }
    }

    private static SweepRow? Parse(string[] cells, int outcomes)
    {
        int after = SweepCsv.Leading.Length + outcomes;
        bool whole = cells.Length == after + SweepCsv.Trailing.Length
            & Int(cells[0], out int point) & Int(cells.ElementAtOrDefault(1), out int replicate) & long.TryParse(cells.ElementAtOrDefault(after), out long seed);
        if (!whole || cells[2] is not (SweepCsv.Done or SweepCsv.Failed))
        {
            return null;
        }

        if (cells[2] == SweepCsv.Failed)
        {
            return new SweepRow(point, replicate, seed, [], new SweepFailure(cells[after + 1], cells[after + 2]));
        }

        var values = new double[outcomes];
        for (int i = 0; i < outcomes; i++)
        {
            string cell = cells[SweepCsv.Leading.Length + i];
            values[i] = double.NaN;
            if (cell.Length > 0 && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]))
            {
                return null;
            }
        }

        return new SweepRow(point, replicate, seed, values, null);
    }

    private static bool Int(string? text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
