using System.Globalization;
using System.Text;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Reporting;

/// <summary>The pages of the gallery as Markdown; every number in them is computed.</summary>
internal static class GalleryText
{
    private const double Significant = 0.05;

    /// <summary>Outcomes named in the sentence on what moves most.</summary>
    private const int MostNamed = 4;

    /// <summary>What holds for every comparison is said once, on the front page.</summary>
    private static readonly WarningKind[] OfTheModel = [WarningKind.ContestedLink, WarningKind.Uncalibrated];

    /// <summary>One comparison.</summary>
    /// <param name="entry">What was compared.</param>
    /// <param name="comparisons">What came of it.</param>
    /// <param name="commandLine">The command that makes its numbers again.</param>
    public static string Page(GalleryEntry entry, IReadOnlyList<PairedComparison> comparisons, string commandLine)
    {
        Report report = ComparisonReport.Of(comparisons, [], DrawnFigures.None, commandLine);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {entry.Question}\n\n{entry.Mechanism}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"![Ecosystem value in each world, and the paired difference over time]({entry.Name}.png)\n\n");
        foreach (string answer in report.Answers)
        {
            text.Append(CultureInfo.InvariantCulture, $"**{answer}**\n\n");
        }

        foreach (PairedComparison comparison in comparisons.Where(comparison => !comparison.Identical))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Moved(comparison)} {Rivals(comparison)}\n\n");
        }

        text.Append("## What was changed\n\n");
        foreach (ReportTable table in report.Changes)
        {
            Append(text, table, row => true);
        }

        text.Append("## What it did\n\n");
        text.Append(CultureInfo.InvariantCulture, $"![Effects as dots with their intervals]({entry.Name}-effects.png)\n\n");
        AppendTables(text, report.Tables);
        text.Append(CultureInfo.InvariantCulture, $"## How sure\n\n{report.AnswerNote}\n\n");
        AppendWarnings(text, report.Warnings.Where(warning => !OfTheModel.Contains(warning.Kind)));
        text.Append(CultureInfo.InvariantCulture, $"## Make it again\n\n    {commandLine}\n\nEcoSim {comparisons[0].Baseline.Version}, seed {comparisons[0].Baseline.Setup.Seed}. ");
        text.Append("This page and its pictures were written by `ecosim gallery`. [All comparisons](README.md).\n");
        return text.ToString();
    }

    /// <summary>Tables, and after those that are read alike how they are read.</summary>
    private static void AppendTables(StringBuilder text, IReadOnlyList<ReportTable> tables)
    {
        for (int i = 0; i < tables.Count; i++)
        {
            Append(text, tables[i], row => row.Prominent);
            if (i == tables.Count - 1 || tables[i + 1].Note != tables[i].Note)
            {
                text.Append(CultureInfo.InvariantCulture, $"{tables[i].Note}\n\n");
            }
        }
    }

    /// <summary>The front page: every question with its answer.</summary>
    public static string Index(IReadOnlyList<(GalleryEntry Entry, IReadOnlyList<PairedComparison> Comparisons)> pages, string commandLine)
    {
        ComparedWorld first = pages[0].Comparisons[0].Baseline;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Gallery\n\n{pages.Count} comparisons over {first.Replicates[0].Series.Months} months, {Amount.Count(first.Replicates.Count, "pair", "pairs")} of replicates with the same luck each. ");
        text.Append(CultureInfo.InvariantCulture, $"Written by `{commandLine}`; no number is typed.\n\n| | |\n|---|---|\n");
        foreach ((GalleryEntry entry, IReadOnlyList<PairedComparison> comparisons) in pages)
        {
            string answers = string.Join("<br>", comparisons.SelectMany(ComparisonReport.Answers));
            text.Append(CultureInfo.InvariantCulture, $"| <img src=\"{entry.Name}.png\" width=\"400\" alt=\"{entry.Question}\"> | **[{entry.Question}]({entry.Name}.md)**<br>{answers} |\n");
        }

        text.Append("\n## What to believe\n\n");
        AppendWarnings(text, ComparisonReport.Of(pages[0].Comparisons, [], DrawnFigures.None, "").Warnings.Where(warning => OfTheModel.Contains(warning.Kind)));
        return text.ToString().TrimEnd() + "\n";
    }

    private static void AppendWarnings(StringBuilder text, IEnumerable<Warning> warnings)
    {
        string lines = string.Concat(warnings.Select(warning => $"- {warning.Found} {warning.Remedy}\n"));
        text.Append(lines.Length > 0 ? lines + "\n" : "");
    }

    /// <summary>How many outcomes move, and which most.</summary>
    private static string Moved(PairedComparison comparison)
    {
        Effect[] clear = [.. comparison.Effects.Where(effect => effect.IsTold).OrderByDescending(effect => double.IsNaN(effect.Relative) ? 0 : Math.Abs(effect.Relative))];
        string counted = $"“{comparison.Other.Label}” moves {clear.Length} of {comparison.Effects.Count} outcomes beyond chance (5 % level, Holm’s correction)";
        return clear.Length == 0
            ? counted + "."
            : $"{counted}, most of all {string.Join(", ", clear.Take(MostNamed).Select(effect => $"{OutcomeWords.Within(effect.Outcome)} ({Amount.Percent(effect.Relative)})"))}.";
    }

    private static string Rivals(PairedComparison comparison)
    {
        Effect effect = comparison.Effects.First(effect => effect.Outcome == "rival_ecosystem_value");
        PairedDifference paired = effect.Paired;
        var scale = new AmountScale(effect.Unit, paired.Difference, paired.Low, paired.High);
        string amount = $"The value of the rival hubs’ start-ups changes by {scale.Signed(paired.Difference)}";
        return SamePairs.AreZero(paired) ? "The value of the rival hubs’ start-ups changes in no pair of replicates."
            : paired.Pairs < 2 ? $"{amount}."
            : $"{amount} ({SamePairs.Sure(scale, paired)}){(paired.Low <= 0 && paired.High >= 0 ? ", which cannot be told from 0" : "")}.";
    }

    private static void Append(StringBuilder text, ReportTable table, Func<ReportRow, bool> shown)
    {
        if (table.Rows.Count == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{table.Caption}: {table.WhenEmpty}\n\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{table.Caption}\n\n| {string.Join(" | ", table.Columns.Select(column => column.Name))} |\n");
        text.Append(CultureInfo.InvariantCulture, $"|{string.Concat(table.Columns.Select(column => column.Numeric ? "---:|" : "---|"))}\n");
        foreach (ReportRow row in table.Rows.Where(shown))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row.Cells.Select(cell => cell.Text.Replace("|", "\\|")))} |\n");
        }

        text.Append('\n');
    }
}
