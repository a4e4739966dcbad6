using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Experiments.Sweeps.Results;

/// <summary>One run in a table: outcomes, or why there are none.</summary>
/// <param name="Point">Point of the design, from 0.</param>
/// <param name="Replicate">Replicate, from 0.</param>
/// <param name="Seed">Seed of the scenario, which together with the replicate gives its luck.</param>
/// <param name="Values">Outcomes; empty when it failed.</param>
/// <param name="Failure">Why it failed, or null.</param>
public sealed record SweepRow(int Point, int Replicate, long Seed, double[] Values, SweepFailure? Failure);

/// <summary>The tables of a sweep: the same rows give the same bytes, wherever they were run.</summary>
public static class SweepCsv
{
    public const string DesignName = "design.csv";
    public const string RunsName = "runs.csv";
    public const string SummaryName = "summary.csv";

    public const string Done = "done";
    public const string Failed = "failed";

    /// <summary>Columns of <c>runs.csv</c> before and after the outcomes.</summary>
    public static readonly string[] Leading = ["point", "replicate", "status"];

    public static readonly string[] Trailing = ["seed", "stage", "message"];

    /// <summary>Written out when so much has gathered, so that memory does not grow with the rows.</summary>
    private const int Portion = 1 << 16;

    /// <summary><c>design.csv</c>: a row per point.</summary>
    public static void WriteDesign(Stream file, DesignTable table)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["point", .. table.Parameters.Select(parameter => parameter.Path)]);
        for (int point = 0; point < table.Rows.Count; point++)
        {
            text.Integer(point);
            for (int column = 0; column < table.Parameters.Count; column++)
            {
                text.Word(table.Parameters[column].Format(table.Rows[point][column]));
            }

            EndRow(text, file);
        }

        file.Write(text.Written.Span);
    }

    /// <summary><c>runs.csv</c>: a row per run, in the order given.</summary>
    public static void WriteRuns(Stream file, IEnumerable<string> outcomes, IEnumerable<SweepRow> rows)
    {
        var text = new CsvText();
        string[] names = [.. outcomes];
        CsvTable.WriteHeader(text, [.. Leading, .. names, .. Trailing]);
        foreach (SweepRow row in rows)
        {
            text.Integer(row.Point).Integer(row.Replicate).Word(row.Failure is null ? Done : Failed);
            for (int outcome = 0; outcome < names.Length; outcome++)
            {
                text.Number(row.Failure is null ? row.Values[outcome] : double.NaN);
            }

            text.Integer(row.Seed).Word(Plain(row.Failure?.Stage)).Word(Plain(row.Failure?.Message));
            EndRow(text, file);
        }

        file.Write(text.Written.Span);
    }

    /// <summary><c>summary.csv</c>: each outcome at each point over its replicates, with the 95 % Student interval of its mean. Rows must come point by point.</summary>
    public static void WriteSummary(Stream file, IReadOnlyList<OutcomeMeasure> outcomes, IEnumerable<SweepRow> rows)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["point", "outcome", "mean", "sd", "n", "ci_low", "ci_high", "unit"]);
        foreach ((int point, List<SweepRow> runs) in ByPoint(rows))
        {
            for (int column = 0; column < outcomes.Count; column++)
            {
                Spread spread = Spread.Of([.. runs.Where(run => run.Failure is null).Select(run => run.Values[column])]);
                double margin = StudentInterval.HalfWidth(spread.Count - 1) * spread.StandardError;
                text.Integer(point).Word(outcomes[column].Name).Number(spread.Mean).Number(spread.StandardDeviation).Integer(spread.Count)
                    .Number(spread.Mean - margin).Number(spread.Mean + margin).Word(outcomes[column].Unit);
                EndRow(text, file);
            }
        }

        file.Write(text.Written.Span);
    }

    /// <summary>Rows gathered by point.</summary>
    public static IEnumerable<(int Point, List<SweepRow> Runs)> ByPoint(IEnumerable<SweepRow> rows)
    {
        var runs = new List<SweepRow>();
        foreach (SweepRow row in rows)
        {
            if (runs.Count > 0 && runs[0].Point != row.Point)
            {
                yield return (runs[0].Point, runs);
                runs = [];
            }

            runs.Add(row);
        }

        if (runs.Count > 0)
        {
            yield return (runs[0].Point, runs);
        }
    }

    /// <summary>Cells never hold commas, quotes or line ends, so that a table can be split at its commas.</summary>
    private static string? Plain(string? text) => text?.ReplaceLineEndings(" ").Replace(',', ';').Replace('"', '\'');

    private static void EndRow(CsvText text, Stream file)
    {
        text.EndRow();
        if (text.Written.Length >= Portion)
        {
            file.Write(text.Written.Span);
            text.Clear();
        }
    }
}
