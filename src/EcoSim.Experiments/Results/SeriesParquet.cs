using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;
using Parquet;
using Parquet.Schema;

namespace EcoSim.Experiments.Results;

/// <summary>The rows of one run in a table of series.</summary>
/// <param name="Keys">What tells it from other runs, such as its replicate.</param>
/// <param name="Series">Its series.</param>
public readonly record struct KeyedSeries(int[] Keys, SeriesTable Series);

/// <summary><c>series.parquet</c>: what <see cref="SeriesCsv"/> writes, as Parquet. A missing value is null.</summary>
public static class SeriesParquet
{
    public const string Name = "series.parquet";

    private const string Month = "month";
    private const string Date = "date";

    /// <summary>Writes the runs in their order.</summary>
    /// <param name="file">The file.</param>
    /// <param name="keys">Names of the columns that tell runs apart.</param>
    /// <param name="runs">The runs, which may have their numbers elsewhere.</param>
    /// <param name="start">Calendar month of month 0.</param>
    public static void Write(Stream file, IReadOnlyList<string> keys, IEnumerable<KeyedSeries> runs, CalendarMonth start)
    {
        DataField[] fields =
        [
            .. keys.Select(key => new DataField<int>(key)), new DataField<int>(Month), new DataField<DateOnly>(Date),
            .. Observables.All.Select(observable => new DataField<double?>(observable.Name)),
        ];
        ParquetFile.Write(file, fields, Groups(runs).Select<KeyedSeries[], Func<ParquetRowGroupWriter, Task>>(
            group => rows => WriteGroup(rows, fields, keys.Count, group, start)));
    }

    /// <summary>The replicates in a file of one scenario. Throws <see cref="RefusedException"/> when it is damaged or has other columns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="months">Months that each replicate must have.</param>
    public static IReadOnlyList<RunResult> Read(string path, int months)
    {
        var replicates = new List<RunResult>();
        ReadRuns(path, ["replicate"], months, run => replicates.Add(new RunResult(run.Keys[0], run.Series, [])));
        return replicates;
    }

    /// <summary>Calendar month of the first row; null in a file without rows. Throws <see cref="RefusedException"/> as <see cref="Read"/>.</summary>
    public static CalendarMonth? StartOf(string path)
    {
        CalendarMonth? start = null;
        Guarded(path, async () =>
        {
            await using ParquetReader reader = await ParquetReader.CreateAsync(path, new ParquetOptions { UseDateOnlyTypeForDates = true });
            if (reader.RowGroupCount > 0)
            {
                using ParquetRowGroupReader rows = reader.OpenRowGroupReader(0);
                var dates = new DateOnly[(int)rows.RowCount];
                await rows.ReadAsync<DateOnly>(reader.Schema.GetDataFields().First(field => field.Name == Date), dates.AsMemory());
                start = new CalendarMonth(dates[0].Year * 12 + dates[0].Month - 1);
            }
        });
        return start;
    }

    /// <summary>Hands over the runs in a file, a group of rows at a time in memory. Throws <see cref="RefusedException"/> as <see cref="Read"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="keys">Names of the columns that tell runs apart.</param>
    /// <param name="months">Months that each run must have.</param>
    /// <param name="take">Takes a run.</param>
    public static void ReadRuns(string path, IReadOnlyList<string> keys, int months, Action<KeyedSeries> take) =>
        Guarded(path, () => ReadAsync(path, keys, months, take));

    private static void Guarded(string path, Func<Task> read)
    {
        try
        {
            read().GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is not RefusedException and not UnauthorizedAccessException)
        {
            throw new RefusedException($"'{path}' is damaged: {error.Message} Run it again with --force.");
        }
    }

    /// <summary>Whole runs, so that a reader of one needs one group.</summary>
    private static IEnumerable<KeyedSeries[]> Groups(IEnumerable<KeyedSeries> runs)
    {
        var group = new List<KeyedSeries>();
        int rows = 0;
        foreach (KeyedSeries run in runs)
        {
            group.Add(run);
            rows += run.Series.Months;
            if (rows >= ParquetFile.RowsOfGroup)
            {
                yield return [.. group];
                group.Clear();
                rows = 0;
            }
        }

        if (rows > 0)
        {
            yield return [.. group];
        }
    }

    private static async Task WriteGroup(ParquetRowGroupWriter rows, DataField[] fields, int keys, KeyedSeries[] group, CalendarMonth start)
    {
        for (int key = 0; key < keys; key++)
        {
            int place = key;
            await rows.WriteAsync<int>(fields[key], group.SelectMany(run => Enumerable.Repeat(run.Keys[place], run.Series.Months)).ToArray());
        }

        int[] months = [.. group.SelectMany(run => Enumerable.Range(0, run.Series.Months))];
        await rows.WriteAsync<int>(fields[keys], months);
        await rows.WriteAsync<DateOnly>(fields[keys + 1], Array.ConvertAll(months, month => FirstDay(new CalendarMonth(start.Index + month))));
        var values = new double?[months.Length];
        for (int column = 0; column < Observables.All.Count; column++)
        {
            int row = 0;
            foreach (KeyedSeries run in group)
            {
                foreach (double value in run.Series.Column(column))
                {
                    values[row++] = double.IsNaN(value) ? null : value;
                }
            }

            await rows.WriteAsync<double>(fields[keys + 2 + column], (ReadOnlyMemory<double?>)values);
        }
    }

    private static DateOnly FirstDay(CalendarMonth month) =>
        DateOnly.ParseExact($"{month}-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task ReadAsync(string path, IReadOnlyList<string> keys, int months, Action<KeyedSeries> take)
    {
        await using ParquetReader reader = await ParquetReader.CreateAsync(path);
        string[] expected = [.. keys, Month, Date, .. Observables.All.Select(observable => observable.Name)];
        DataField[] fields = reader.Schema.GetDataFields();
        if (!fields.Select(field => field.Name).SequenceEqual(expected))
        {
            throw new RefusedException($"'{path}' has other columns than those of this program ({ProgramVersion.Text}). Run it again with this version.");
        }

        for (int group = 0; group < reader.RowGroupCount; group++)
        {
            using ParquetRowGroupReader rows = reader.OpenRowGroupReader(group);
            int count = (int)rows.RowCount;
            if (count % months != 0)
            {
                throw new RefusedException($"'{path}' is damaged: {count} rows in a group are not whole runs of {months} months. Run it again with --force.");
            }

            await ReadGroup(rows, fields, keys.Count, months, count / months, take);
        }
    }

    private static async Task ReadGroup(ParquetRowGroupReader rows, DataField[] fields, int keys, int months, int runs, Action<KeyedSeries> take)
    {
        var found = new int[keys][];
        for (int key = 0; key < keys; key++)
        {
            found[key] = new int[runs * months];
            await rows.ReadAsync<int>(fields[key], found[key].AsMemory());
        }

        SeriesTable[] series = [.. Enumerable.Range(0, runs).Select(_ => new SeriesTable(months, Observables.All.Count))];
        var values = new double?[runs * months];
        for (int column = 0; column < Observables.All.Count; column++)
        {
            await rows.ReadAsync<double>(fields[keys + 2 + column], values.AsMemory());
            for (int row = 0; row < values.Length; row++)
            {
                series[row / months].Row(row % months)[column] = values[row] ?? double.NaN;
            }
        }

        for (int run = 0; run < runs; run++)
        {
            take(new KeyedSeries([.. found.Select(key => key[run * months])], series[run]));
        }
    }
}
