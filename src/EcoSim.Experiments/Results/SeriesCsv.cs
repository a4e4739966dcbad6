using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Results;

/// <summary><c>series.csv</c>: one row per replicate and month, one column per observable.</summary>
public static class SeriesCsv
{
    public const string Name = "series.csv";

    /// <summary>Longest cell of a typical row in bytes, for the estimate of disk space.</summary>
    private const int BytesPerCell = 19;

    public static void Write(Stream file, IReadOnlyList<RunResult> replicates, CalendarMonth start)
    {
        var header = new CsvText();
        header.Word("replicate").Word("month").Word("date");
        foreach (Observable observable in Observables.All)
        {
            header.Word(observable.Name);
        }

        header.EndRow();
        file.Write(header.Written.Span);
        WriteRows(file, replicates, start);
    }

    /// <summary>Most bytes that the file will need.</summary>
    public static long EstimateBytes(int replicates, int months) =>
        (long)replicates * months * (Observables.All.Count + 3) * BytesPerCell;

    /// <summary>Replicates are formatted side by side, a batch at a time, and written in their order.</summary>
    private static void WriteRows(Stream file, IReadOnlyList<RunResult> replicates, CalendarMonth start)
    {
        var batch = new CsvText[Math.Min(Environment.ProcessorCount, replicates.Count)];
        for (int i = 0; i < batch.Length; i++)
        {
            batch[i] = new CsvText();
        }

        for (int first = 0; first < replicates.Count; first += batch.Length)
        {
            int count = Math.Min(batch.Length, replicates.Count - first);
            if (count == 1)
            {
                Format(batch[0], replicates[first], start);
            }
            else
            {
                Parallel.For(0, count, i => Format(batch[i], replicates[first + i], start));
            }

            for (int i = 0; i < count; i++)
            {
                file.Write(batch[i].Written.Span);
            }
        }
    }

    private static void Format(CsvText text, RunResult replicate, CalendarMonth start)
    {
        text.Clear();
        SeriesTable series = replicate.Series.InMemory();
        for (int month = 0; month < series.Months; month++)
        {
            text.Integer(replicate.Replicate).Integer(month).Word($"{new CalendarMonth(start.Index + month)}-01");
            foreach (double value in series.Row(month))
            {
                text.Number(value);
            }

            text.EndRow();
        }
    }
}
