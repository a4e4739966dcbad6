using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EcoSim.Experiments.Sweeps.Runs;

/// <summary>Takes a run that was read: its key, replicate, whether the laws were verified, and the numbers asked for.</summary>
internal delegate void TakeRun(string key, int replicate, bool isChecked, ReadOnlySpan<double> values);

/// <summary>Reads one file of a log line by line. What is damaged is passed over, and said unless it is the end that a kill cut off.</summary>
/// <param name="path">The file.</param>
/// <param name="outcomes">Names of the columns wanted; a file without one of them holds nothing of use.</param>
internal sealed class RunLogFile(string path, string[] outcomes)
{
    /// <summary>Columns before the outcomes.</summary>
    public static readonly string[] LeadingColumns = ["key", "replicate", "checked"];

    private const int ChecksumDigits = 16;

    private int _damaged;
    private bool _cut;

    /// <summary>What was damaged, in a sentence; null for nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>First digits of the SHA-256 of a line up to its last comma.</summary>
    public static string Checksum(ReadOnlySpan<byte> line) => Convert.ToHexStringLower(SHA256.HashData(line))[..ChecksumDigits];

    public void Read(TakeRun take)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var lines = new StreamReader(file, Encoding.UTF8);
            ReadLines(lines, take);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Problem = $"'{path}' cannot be read ({error.Message}), so its runs are simulated again.";
        }

        if (_damaged > 0)
        {
            Problem = $"'{path}' is damaged in {_damaged} {(_damaged == 1 ? "line" : "lines")} (the checksum does not fit), so these runs are simulated again.";
        }
    }

    private void ReadLines(StreamReader lines, TakeRun take)
    {
        int[]? columns = null;
        var values = new double[outcomes.Length];
        bool first = true;
        for (string? line = lines.ReadLine(); line is not null; line = lines.ReadLine(), first = false)
        {
            string[]? cells = Open(line);
            if (cells is null)
            {
                // Only what comes after shows that it was not the end.
                _damaged += _cut ? 1 : 0;
                _cut = true;
            }
            else if (first)
            {
                columns = [.. outcomes.Select(name => Array.IndexOf(cells, name))];
            }
            else if (columns is not null && columns.Min() >= 0)
            {
                for (int i = 0; i < columns.Length; i++)
                {
                    string cell = cells[columns[i]];
                    values[i] = cell.Length == 0 ? double.NaN : double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
                }

                take(cells[0], int.Parse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture), cells[2] == "1", values);
            }

            if (cells is not null && _cut)
            {
                _damaged++;
                _cut = false;
            }
        }
    }

    /// <summary>Cells of a line without its checksum; null when that does not fit.</summary>
    private static string[]? Open(string line)
    {
        int comma = line.Length - ChecksumDigits - 1;
        return comma > 0 && line[comma] == ',' && Checksum(Encoding.UTF8.GetBytes(line[..comma])) == line[(comma + 1)..]
            ? line[..comma].Split(',')
            : null;
    }
}
