using System.Globalization;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Reporting;

namespace EcoSim.Cli.Comparing;

/// <summary>A comparison for the terminal: what was changed, then what it did, and how sure that is.</summary>
internal static class ComparisonTable
{
    /// <summary>Outcomes beside the prominent ones that are shown because the change moves them.</summary>
    private const int MostMoved = 3;

    /// <param name="output">Where to write.</param>
    /// <param name="comparison">What to write.</param>
    /// <param name="worlds">Worlds that are compared with the baseline.</param>
    public static void Write(TextWriter output, PairedComparison comparison, int worlds = 1)
    {
        string baseline = comparison.Baseline.Label, other = comparison.Other.Label;
        int pairs = comparison.Baseline.Replicates.Count, months = comparison.Baseline.Replicates[0].Series.Months;
        output.WriteLine(
            $"{other} against {baseline}: {pairs} paired replicate{(pairs == 1 ? "" : "s")} of {months} month{(months == 1 ? "" : "s")}, "
            + $"seed {comparison.Baseline.Setup.Seed}, same luck in both");
        WriteChanges(output, comparison);
        output.WriteLine();
        if (comparison.Identical)
        {
            output.WriteLine(IdenticalText(comparison));
            output.WriteLine();
            return;
        }

        WriteEffects(output, comparison, pairs, worlds);
        output.WriteLine();
        ValueTable.Write(output, comparison.Value, other, "difference");
        output.WriteLine();
    }

    /// <summary>What is said of two worlds that are the same, though their plans may differ.</summary>
    internal static string IdenticalText(PairedComparison comparison) =>
        $"{(comparison.Changes.Count == 0 ? "Nothing changed" : "That changes nothing")}: every outcome is the same in every month of every replicate.";

    private static void WriteChanges(TextWriter output, PairedComparison comparison)
    {
        if (comparison.Changes.Count == 0)
        {
            output.WriteLine("Changed: no parameter, shock or series.");
            return;
        }

        output.WriteLine("Changed:");
        TextColumns.Write(
            output, ["  what", comparison.Baseline.Label, comparison.Other.Label, "unit"],
            comparison.Changes.Select(change => new[] { "  " + change.What, change.ReadableBefore, change.ReadableAfter, change.Unit }));
    }

    private static void WriteEffects(TextWriter output, PairedComparison comparison, int pairs, int worlds)
    {
        Effect[] moved = comparison.Declared ? [] : [.. MovedBeside(comparison.Effects)];
        IEnumerable<Effect> rows = comparison.Declared
            ? comparison.Effects
            : [.. Headlines.Prominent.SelectMany(name => comparison.Effects.Where(effect => effect.Outcome == name)), .. moved];
        string[] header = ["outcome", "baseline", "difference", .. pairs < 2 ? (string[])[] : ["95 % CI", "detectable"], "of baseline", .. pairs < 2 ? (string[])[] : ["same sign", "worth", "p adj."], "unit"];
        TextColumns.Write(
            output, header, rows.Select(effect => Row(effect, NameOf(effect, comparison.Declared), pairs)),
            [.. Enumerable.Range(1, Array.IndexOf(header, "unit") - 1)]);
        WriteReached(output, comparison, pairs);
        if (pairs < 2)
        {
            output.WriteLine("One pair of replicates: no interval, and chance is not shown; --replicates 20 gives one.");
            return;
        }

        WrappedText.Write(output, "Of baseline: difference as a share of the baseline's mean. 95 % CI: Student interval of the mean paired difference. Detectable: smallest true difference that this many pairs find (80 % power, 5 %). "
            + "Worth: how many times the replicates unpaired runs would need. Same sign: share of replicates that moved the way of the mean.");
        WrappedText.Write(output, $"{(HolmText.Of(comparison.Effects, worlds) is { } holm ? $"p adj.: {holm} " : "")}{MovedText(moved.Length)}Every outcome tested is in {ComparisonCsv.EffectsName}.");
        foreach (string answer in ComparisonReport.Answers(comparison))
        {
            WrappedText.Write(output, answer);
        }
    }

    /// <summary>Those outside the usual ones that are told from chance, the surest first.</summary>
    internal static IEnumerable<Effect> MovedBeside(IEnumerable<Effect> effects) =>
        effects.Where(effect => effect.IsTold && !Headlines.Prominent.Contains(effect.Outcome)).OrderBy(effect => double.IsNaN(effect.AdjustedP) ? 0 : effect.AdjustedP).Take(MostMoved);

    private static string MovedText(int count) => count == 0 ? "" : $"The last {(count == 1 ? "row is" : $"{count} rows are")} beside the usual ones, the surest of the others. ";

    /// <summary>A first time that does not always come must not be read as if it did.</summary>
    private static void WriteReached(TextWriter output, PairedComparison comparison, int pairs)
    {
        int months = comparison.Baseline.Replicates[0].Series.Months;
        foreach (Effect effect in comparison.Effects)
        {
            if (effect.Reached is { } reached)
            {
                string counted = reached == (pairs, pairs) ? "" : $"; where it does not come, {months} months are counted, so the difference is that of the mean time within {months} months";
                output.WriteLine($"{NameOf(effect, declared: true)}: comes in {reached.Baseline} of {pairs} replicates of {comparison.Baseline.Label} and in {reached.Other} of {comparison.Other.Label}{counted}.");
            }
        }
    }

    /// <summary>The outcome; where outcomes are declared, also how it is made: "rent, mean over months 180-239".</summary>
    private static string NameOf(Effect effect, bool declared) => declared ? $"{effect.Outcome.Split(':')[0]}, {effect.Measure.Split(';')[0]}" : effect.Outcome;

    private static string[] Row(Effect effect, string name, int pairs)
    {
        var paired = effect.Paired;
        string[] row = [name, TerminalNumber.Of(paired.Second), TerminalNumber.Signed(paired.Difference)];
        string[] interval = [TerminalNumber.Interval(paired), TerminalNumber.Of(effect.Evidence.MinimumDetectable)];
        string[] sure =
        [
            TerminalNumber.Percent(effect.Evidence.SameSignShare, signed: false),
            double.IsNaN(effect.Evidence.VarianceFactor) ? "-" : TerminalNumber.Of(effect.Evidence.VarianceFactor) + " x",
            TerminalNumber.Probability(effect.AdjustedP),
        ];
        return pairs < 2
            ? [.. row, TerminalNumber.Percent(effect.Relative, signed: true), effect.Unit]
            : [.. row, .. interval, TerminalNumber.Percent(effect.Relative, signed: true), .. sure, effect.Unit];
    }
}
