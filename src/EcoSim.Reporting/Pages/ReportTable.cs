using System.Globalization;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Reporting;

/// <summary>A table of a results page.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Note">How its columns are to be read, or empty.</param>
/// <param name="Columns">Headings; the first one names the rows.</param>
/// <param name="Rows">Rows of as many cells.</param>
public sealed record ReportTable(string Caption, string Note, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>What stands in place of a table without rows.</summary>
    public string WhenEmpty { get; init; } = "";
}

/// <summary>A heading.</summary>
/// <param name="Name">Name.</param>
/// <param name="Numeric">True when the cells are numbers, which stand to the right.</param>
public readonly record struct ReportColumn(string Name, bool Numeric = false);

/// <summary>A row.</summary>
/// <param name="Cells">Its cells, the first of which names it.</param>
/// <param name="Prominent">False for one that a reader sees only on demand.</param>
/// <param name="Meaning">What the first cell stands for, or empty.</param>
public sealed record ReportRow(IReadOnlyList<ReportCell> Cells, bool Prominent = true, string Meaning = "");

/// <summary>A cell.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Order">Number by which the column is sorted; NaN to sort by the text.</param>
public readonly record struct ReportCell(string Text, double Order = double.NaN)
{
    public static implicit operator ReportCell(string text) => new(text);

    /// <summary>"12,300"; a missing number is a dash.</summary>
    public static ReportCell Number(double value) => new(Minus(ReadableNumber.Of(value)), value);

    /// <summary>"+12,300".</summary>
    public static ReportCell Signed(double value) => new(Amount.Signed(value), value);

    /// <summary>"1,200 to 3,400", sorted by its lower end.</summary>
    public static ReportCell Interval(double low, double high) =>
        double.IsNaN(low) ? new("–") : new($"{Minus(ReadableNumber.Of(low))} to {Minus(ReadableNumber.Of(high))}", low);

    /// <summary>The interval of a paired difference, or that every pair differs by the same.</summary>
    public static ReportCell Interval(PairedDifference paired) => SamePairs.Of(paired) is { } same ? new(same, paired.Low) : Interval(paired.Low, paired.High);

    /// <summary>"+4.2 %" of a share.</summary>
    public static ReportCell Percent(double share) => new(Amount.Percent(share), share);

    /// <summary>"0.012", "&lt; 0.001".</summary>
    public static ReportCell Probability(double p) =>
        new(double.IsNaN(p) ? "–" : p < 0.001 ? "< 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture), p);

    private static string Minus(string number) => number == "-" ? "–" : number.Replace('-', '−');
}
