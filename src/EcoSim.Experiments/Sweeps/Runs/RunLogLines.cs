using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Sweeps.Runs;

/// <summary>Writes the lines of a log into a file of its own. Append is safe to use from several threads.</summary>
/// <param name="folder">Folder of the log; made when the first line is written.</param>
/// <param name="columns">Names of the numbers in a line.</param>
internal sealed class RunLogLines(string folder, IReadOnlyList<string> columns) : IDisposable
{
    public const string Ending = ".runs";

    private readonly Lock _writing = new();
    private readonly CsvText _line = new(1 << 12);
    private FileStream? _file;

    /// <summary>Bytes written by this process.</summary>
    public long Written { get; private set; }

    /// <summary>Keeps a run. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> when it cannot be written.</summary>
    public void Append(string key, int replicate, bool isChecked, ReadOnlySpan<double> values)
    {
        lock (_writing)
        {
            try
            {
                _file ??= Create();
                _line.Word(key).Integer(replicate).Integer(isChecked ? 1 : 0);
                foreach (double value in values)
                {
                    _line.Number(value);
                }

                WriteLine();
            }
            catch
            {
                // Part of the line may be in the file: what comes later begins a new one.
                _line.Clear();
                _file?.Dispose();
                _file = null;
                throw;
            }
        }
    }

    public void Dispose() => _file?.Dispose();

    private FileStream Create()
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"{Guid.NewGuid():N}{Ending}");
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);
        foreach (string name in RunLogFile.LeadingColumns.Concat(columns))
        {
            _line.Word(name);
        }

        WriteLine();
        return _file;
    }

    /// <summary>Ends the line with its checksum and hands it to the system in one piece, which a kill of this process cannot take back.</summary>
    private void WriteLine()
    {
        _line.Word(RunLogFile.Checksum(_line.Written.Span)).EndRow();
        _file!.Write(_line.Written.Span);
        Written += _line.Written.Length;
        _line.Clear();
    }
}
