using System.Runtime.InteropServices;
using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Store;

/// <summary>Takes the numbers of finished runs out of memory into a scratch file, so that memory does not grow with the number of runs.</summary>
/// <remarks>
/// An observable lies together over all runs, since figures and tables read one at a time; ledgers follow behind. The file has no name once it is
/// open, where the system allows that, and goes with the process. What the disk cannot take stays in memory. Safe to use from several threads.
/// </remarks>
public sealed class RunFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly int _runs;
    private readonly int _months;
    private readonly Dictionary<string, IReadOnlyList<LedgerColumn>> _columns = new(StringComparer.Ordinal);
    private long _end;

    /// <summary>Opens an empty file. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> when it cannot be made.</summary>
    /// <param name="path">Where; a file that is there is overwritten.</param>
    /// <param name="runs">Most runs.</param>
    /// <param name="months">Months of each.</param>
    public RunFile(string path, int runs, int months)
    {
        _runs = runs;
        _months = months;
        _end = EstimateBytes(runs, months);
        _stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 0, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // A kill cannot leave behind what has no name.
            File.Delete(path);
        }
    }

    /// <summary>Bytes that the series of so many runs take.</summary>
    public static long EstimateBytes(int runs, int months) => (long)runs * months * Observables.All.Count * sizeof(double);

    /// <summary>Moves a run into the file and returns one that reads from there what it is asked for.</summary>
    /// <param name="place">Its place, from 0; each is used once.</param>
    /// <param name="run">The run.</param>
    public RunResult Keep(int place, RunResult run)
    {
        if (run.Series.Months != _months)
        {
            return run;
        }

        try
        {
            var path = new double[_months];
            for (int column = 0; column < run.Series.Columns; column++)
            {
                for (int month = 0; month < _months; month++)
                {
                    path[month] = run.Series[month, column];
                }

                RandomAccess.Write(_stream.SafeFileHandle, MemoryMarshal.AsBytes<double>(path), Offset(place, column, 0));
            }

            return new RunResult(run.Replicate, new KeptSeries(this, place, _months, run.Series.Columns), new KeptLedger(this, [.. run.Ledger.Select(Keep)]));
        }
        catch (IOException)
        {
            return run;
        }
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Reads months of an observable of a run.</summary>
    internal void Read(int place, int column, int firstMonth, Span<double> into) =>
        Fill(MemoryMarshal.AsBytes(into), Offset(place, column, firstMonth));

    /// <summary>Reads all cells of a table.</summary>
    internal long[] Read(KeptTable table)
    {
        var cells = new long[table.Rows * table.Columns.Count];
        Fill(MemoryMarshal.AsBytes(cells.AsSpan()), table.Offset);
        return cells;
    }

    private KeptTable Keep(LedgerTable table)
    {
        ReadOnlySpan<byte> cells = MemoryMarshal.AsBytes(table.Cells);
        long offset = Interlocked.Add(ref _end, cells.Length) - cells.Length;
        RandomAccess.Write(_stream.SafeFileHandle, cells, offset);
        return new KeptTable(table.Name, Shared(table), table.RowCount, offset);
    }

    /// <summary>The columns of a table, one list for all runs, since a thousand times the same would add up.</summary>
    private IReadOnlyList<LedgerColumn> Shared(LedgerTable table)
    {
        lock (_columns)
        {
            if (!_columns.TryGetValue(table.Name, out IReadOnlyList<LedgerColumn>? known))
            {
                _columns[table.Name] = known = table.Columns;
            }

            return known.Zip(table.Columns).All(pair => Same(pair.First, pair.Second)) ? known : table.Columns;
        }
    }

    private static bool Same(LedgerColumn one, LedgerColumn other) =>
        one.Name == other.Name && one.Kind == other.Kind && (one.Words ?? []).SequenceEqual(other.Words ?? []);

    private long Offset(int place, int column, int month) => (((long)column * _runs + place) * _months + month) * sizeof(double);

    private void Fill(Span<byte> into, long offset)
    {
        for (int done = 0; done < into.Length;)
        {
            int read = RandomAccess.Read(_stream.SafeFileHandle, into[done..], offset + done);
            done += read > 0 ? read : throw new EndOfStreamException($"The scratch file '{_stream.Name}' is shorter than what was written to it.");
        }
    }
}
