using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace EcoSim.Benchmarks.Columns;

/// <summary>A number found from a finished benchmark.</summary>
/// <param name="name">Heading.</param>
/// <param name="meaning">What the number is, for the legend.</param>
/// <param name="value">Finds it; NaN where there is none.</param>
public sealed class ReportColumn(string name, string meaning, Func<Summary, BenchmarkReport, double> value) : IColumn
{
    public string Id => name;

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => meaning;

    /// <summary>Median time of an operation over worker-months, in ns.</summary>
    /// <param name="months">Months in one operation; the benchmark's parameter "Workers" gives the rest.</param>
    public static ReportColumn PerWorkerMonth(int months) => new(
        "ns/worker-month",
        "Median time over workers at the start × months",
        (_, report) => report.ResultStatistics!.Median / months / Workers(report));

    /// <summary>Bytes allocated in one operation per worker.</summary>
    public static ReportColumn AllocatedPerWorker { get; } = new(
        "Allocated/worker",
        "Bytes allocated in an operation over workers at the start",
        (_, report) => (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? double.NaN) / Workers(report));

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        BenchmarkReport? report = summary[benchmarkCase];
        double found = report?.ResultStatistics is null ? double.NaN : value(summary, report);
        return double.IsNaN(found) ? "-" : found.ToString(found < 100 ? "0.00" : "0", CultureInfo.InvariantCulture);
    }

    public override string ToString() => name;

    private static int Workers(BenchmarkReport report) => (int)report.BenchmarkCase.Parameters["Workers"];
}
