using EcoSim.Experiments.Results;

namespace EcoSim.Reporting;

/// <summary>What the headline is made of, as a table of a page.</summary>
internal static class ValueReport
{
    /// <param name="caption">What it shows.</param>
    /// <param name="rows">The parts.</param>
    /// <param name="level">Heading of the world that is looked at.</param>
    /// <param name="against">Heading of the world that it is held against; null for none.</param>
    /// <returns>The table; none without parts.</returns>
    public static IEnumerable<ReportTable> Tables(string caption, IReadOnlyList<ValueRow> rows, string level, string? against) => rows.Count == 0 ? [] :
    [
        new(
            caption, $"{ValueParts.Reading}{(against is null ? "" : " All means are over the pairs of replicates with the same luck, as is the difference, with its 95 % confidence interval (Student’s t).")}",
            [
                new("Part"), new(level, true), .. against is null ? (ReportColumn[])[] : [new(against, true), new("Difference", true), new("95 % CI", true)], new("Unit"), new("Replicates", true),
            ],
            [.. rows.Select(row => new ReportRow(
                [
                    row.Part.Words.Trim(), row.Part == ValueParts.CashShare ? new ReportCell(Amount.Percent(row.Mean).TrimStart('+'), row.Mean) : ReportCell.Number(row.Level),
                    .. against is null ? (ReportCell[])[] : Held(row), row.Part.Unit, ReportCell.Number(row.Count),
                ],
                Meaning: row.Part.Meaning))]),
    ];

    private static ReportCell[] Held(ValueRow row) => row.Effect is not { } effect
        ? ["–", "–", "–"]
        : [ReportCell.Number(effect.Second), ReportCell.Signed(effect.Difference), ReportCell.Interval(effect)];
}
