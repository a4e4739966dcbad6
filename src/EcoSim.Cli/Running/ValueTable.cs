using System.Globalization;
using EcoSim.Experiments.Results;

namespace EcoSim.Cli.Running;

/// <summary>What the headline is made of, for the terminal.</summary>
internal static class ValueTable
{
    /// <param name="output">Where to write.</param>
    /// <param name="rows">The parts; none writes nothing.</param>
    /// <param name="level">Heading of the world that is looked at.</param>
    /// <param name="difference">Heading of the difference to the world that it is held against.</param>
    public static void Write(TextWriter output, IReadOnlyList<ValueRow> rows, string level, string difference)
    {
        if (rows.Count == 0)
        {
            return;
        }

        bool paired = rows.Any(row => row.Effect is not null), sure = rows.Any(row => row.Effect is { Pairs: > 1 });
        string[] header = ["ecosystem value, million RMB", level, .. paired ? (string[])[difference] : [], .. sure ? (string[])["95 % CI"] : []];
        TextColumns.Write(
            output, header, rows.Select(row => (string[])
            [
                row.Part.Words, Level(row), .. paired ? (string[])[row.Effect is { } effect ? TerminalNumber.Signed(effect.Difference) : "-"] : [],
                .. sure ? (string[])[row.Effect is { Pairs: > 1 } pairs ? TerminalNumber.Interval(pairs) : "-"] : [],
            ]),
            1, 2, 3);
        string cash = rows.FirstOrDefault(row => row.Part == ValueParts.CashShare) is { } known
            ? $" Cash: share of the value of living unlisted start-ups, in {known.Replicates} replicate{(known.Replicates == 1 ? "" : "s")} whose ledger is kept." : "";
        string fewer = rows.FirstOrDefault(row => row.Count < row.Replicates) is { } part ? $" Over the {part.Count} of {part.Replicates} replicates that are done in both worlds." : "";
        WrappedText.Write(output, ValueParts.Reading + fewer + cash);
    }

    private static string Level(ValueRow row) => row.Part == ValueParts.CashShare ? (100 * row.Mean).ToString("0", CultureInfo.InvariantCulture) + " %" : TerminalNumber.Of(row.Level);
}
