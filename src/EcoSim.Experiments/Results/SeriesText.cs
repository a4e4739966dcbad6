using System.Globalization;
using System.Text;
using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Results;

/// <summary>Reads <c>series.csv</c> back, cell by cell from its bytes.</summary>
public static class SeriesText
{
    /// <summary>Columns before the first observable: replicate, month, date.</summary>
    private const int LeadingCells = 3;

    /// <summary>The replicates in a file. Throws <see cref="RefusedException"/> with file and line when it is damaged or has other columns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="months">Months that each replicate must have.</param>
    public static IReadOnlyList<RunResult> Read(string path, int months)
    {
        byte[] content = File.ReadAllBytes(path);
        ReadOnlySpan<byte> rest = content;
        RequireHeader(path, Encoding.UTF8.GetString(TakeLine(path, ref rest, 1)));
        var replicates = new List<RunResult>();
        for (int line = 2; rest.Length > 0;)
        {
            replicates.Add(ReadReplicate(path, ref rest, ref line, months));
            if (replicates.Count > 1 && replicates[^1].Replicate <= replicates[^2].Replicate)
            {
                throw Damaged(path, line - 1, "replicates out of order");
            }
        }

        return replicates;
    }

    private static RunResult ReadReplicate(string path, ref ReadOnlySpan<byte> rest, ref int line, int months)
    {
        var series = new SeriesTable(months, Observables.All.Count);
        int replicate = -1;
        for (int month = 0; month < months; month++, line++)
        {
            ReadOnlySpan<byte> row = TakeLine(path, ref rest, line);
            int found = (int)TakeNumber(path, ref row, line);
            replicate = month == 0 ? found : replicate;
            if (found != replicate || (int)TakeNumber(path, ref row, line) != month)
            {
                throw Damaged(path, line, $"not month {month} of replicate {replicate}");
            }

            TakeCell(path, ref row, line);
            foreach (ref double value in series.Row(month))
            {
                value = TakeNumber(path, ref row, line);
            }

            if (row.Length > 0)
            {
                throw Damaged(path, line, "more cells than columns");
            }
        }

        return new RunResult(replicate, series, []);
    }

    private static void RequireHeader(string path, string header)
    {
        string[] names = header.Split(',');
        string? unknown = names.Skip(LeadingCells).Except(Observables.All.Select(o => o.Name)).FirstOrDefault();
        bool same = names.Skip(LeadingCells).SequenceEqual(Observables.All.Select(o => o.Name));
        if (!same)
        {
            throw new RefusedException(
                $"'{path}' has {(unknown is null ? "other columns than" : $"a column '{unknown}' that is none of")} those of this program "
                + $"({ProgramVersion.Text}). Run the scenario again with this version.");
        }
    }

    private static ReadOnlySpan<byte> TakeLine(string path, ref ReadOnlySpan<byte> rest, int line)
    {
        int end = rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            throw Damaged(path, line, rest.Length == 0 ? "the file ends before the replicate does" : "the line is cut off");
        }

        ReadOnlySpan<byte> taken = rest[..end];
        rest = rest[(end + 1)..];
        return taken;
    }

    private static ReadOnlySpan<byte> TakeCell(string path, ref ReadOnlySpan<byte> row, int line)
    {
        if (row.Length == 0)
        {
            throw Damaged(path, line, "fewer cells than columns");
        }

        int comma = row.IndexOf((byte)',');
        ReadOnlySpan<byte> cell = comma < 0 ? row : row[..comma];

        // A comma at the end of a row announces one more cell, an empty one.
        row = comma < 0 ? default : comma == row.Length - 1 ? EmptyLast : row[(comma + 1)..];
        return cell.SequenceEqual(EmptyLast) ? default : cell;
    }

    private static double TakeNumber(string path, ref ReadOnlySpan<byte> row, int line)
    {
        ReadOnlySpan<byte> cell = TakeCell(path, ref row, line);
        if (cell.Length == 0)
        {
            return double.NaN;
        }

        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw Damaged(path, line, $"'{Encoding.UTF8.GetString(cell)}' is not a number");
    }

    /// <summary>Stands for an empty cell at the end of a row, which would otherwise look like no cell.</summary>
    private static ReadOnlySpan<byte> EmptyLast => "\0"u8;

    private static RefusedException Damaged(string path, int line, string what) =>
        new($"'{path}' is damaged at line {line}: {what}. Run the scenario again with --force.");
}
