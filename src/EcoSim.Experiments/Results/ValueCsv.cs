using EcoSim.Experiments.Statistics;
using EcoSim.Model;

namespace EcoSim.Experiments.Results;

/// <summary>A part of the headline over replicates.</summary>
/// <param name="Part">The part.</param>
/// <param name="Mean">Mean over the replicates of the world that is looked at.</param>
/// <param name="Replicates">How many those are.</param>
/// <param name="Effect">That world (first) less the one it is held against, paired by replicate; null without one.</param>
public sealed record ValueRow(ValuePart Part, double Mean, int Replicates, PairedDifference? Effect)
{
    /// <summary>What stands beside the other world and the difference: the mean over the pairs, so that the three agree; without another world that over all replicates.</summary>
    public double Level => Effect?.First ?? Mean;

    /// <summary>Replicates that <see cref="Level"/> is the mean of.</summary>
    public int Count => Effect?.Pairs ?? Replicates;
}

/// <summary><c>value.csv</c>: what the headline is made of, with what the anchor fostered of each part.</summary>
public static class ValueCsv
{
    public const string Name = "value.csv";

    private static readonly string[] Header = ["part", "unit", "mean", "replicates", "without_anchor", "difference", "standard_error", "ci_low", "ci_high", "pairs"];

    /// <summary>The parts over the replicates of a world.</summary>
    /// <param name="world">Its replicates.</param>
    /// <param name="against">Those of the world it is held against; empty for none.</param>
    public static IReadOnlyList<ValueRow> Of(IReadOnlyList<RunResult> world, IReadOnlyList<RunResult> against)
    {
        double[][] parts = [.. world.Select(run => ValueParts.Of(run.Series))];
        (double[] One, double[] Other)[] pairs =
            [.. world.Zip(parts).Join(against, run => run.First.Replicate, run => run.Replicate, (run, other) => (run.Second, ValueParts.Of(other.Series)))];
        List<ValueRow> rows = [.. Of(parts, pairs)];
        (double Cash, double Living)[] known = [.. world.Zip(parts, (run, part) => (Cash: ValueParts.CashOf(run), Living: part[0])).Where(run => !double.IsNaN(run.Cash))];
        if (known.Sum(run => run.Living) is > 0 and var living)
        {
            rows.Insert(1, new ValueRow(ValueParts.CashShare, known.Sum(run => run.Cash) / living, known.Length, null));
        }

        return rows;
    }

    /// <summary>The parts of pairs of runs, each in the order of <see cref="ValueParts.All"/>.</summary>
    internal static IReadOnlyList<ValueRow> Of(IReadOnlyList<double[]> world, IReadOnlyList<(double[] One, double[] Other)> pairs) =>
    [
        .. ValueParts.All.Select((part, place) => new ValueRow(
            part, world.Average(parts => parts[place]), world.Count,
            pairs.Count == 0 ? null : PairedDifference.Of([.. pairs.Select(pair => pair.One[place])], [.. pairs.Select(pair => pair.Other[place])]))),
    ];

    public static ReadOnlyMemory<byte> Format(IReadOnlyList<ValueRow> rows)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, Header);
        foreach (ValueRow row in rows)
        {
            text.Word(row.Part.Name).Word(row.Part.Unit).Number(row.Mean).Integer(row.Replicates);
            PairedDifference effect = row.Effect ?? new PairedDifference(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0);
            text.Number(effect.Second).Number(effect.Difference).Number(effect.StandardError).Number(effect.Low).Number(effect.High).Integer(effect.Pairs).EndRow();
        }

        return text.Written;
    }

    /// <summary>Reads back what <see cref="Format"/> wrote.</summary>
    public static IReadOnlyList<ValueRow> Read(string path) =>
    [
        .. CsvTable.Read(path).Select(cell => new ValueRow(
            ValueParts.All.Append(ValueParts.CashShare).First(part => part.Name == cell[0]), CsvTable.Number(cell[2]), (int)CsvTable.Number(cell[3]),
            cell[9] == "0" ? null : new PairedDifference(
                CsvTable.Number(cell[4]) + CsvTable.Number(cell[5]), CsvTable.Number(cell[4]), CsvTable.Number(cell[5]), CsvTable.Number(cell[6]), CsvTable.Number(cell[7]), CsvTable.Number(cell[8]),
                (int)CsvTable.Number(cell[9])))),
    ];
}
