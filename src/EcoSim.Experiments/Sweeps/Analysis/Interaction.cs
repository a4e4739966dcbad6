using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Sweeps.Analysis;

/// <summary>A parameter from its least to its greatest value in a design.</summary>
public readonly record struct ParameterSpan(ParameterDeclaration Parameter, double Low, double High);

/// <summary>How much more one parameter does to an outcome where a second one is at its greatest value than where it is at its least.</summary>
/// <remarks>
/// The interaction of a 2 × 2 factorial (Box, Hunter and Hunter 2005, Statistics for Experimenters, chapter 5, who take half of it) at the
/// corners of a grid: with y(a, b) the outcome where the first parameter is a and the second b, [y(1, 1) − y(0, 1)] − [y(1, 0) − y(0, 0)].
/// It is taken within each replicate that has a value at all four corners, where it has the same luck, and is the same with the parameters exchanged.
/// </remarks>
/// <param name="Outcome">The outcome, in whose unit all differences are.</param>
/// <param name="Cause">The parameter whose effect is looked at: the first one of the experiment.</param>
/// <param name="Condition">The parameter that it may depend on: the second one.</param>
/// <param name="AtLow">Effect of the cause, highest less lowest, where the condition is at its least.</param>
/// <param name="AtHigh">The same where the condition is at its greatest.</param>
/// <param name="Contrast">Difference of the differences: <paramref name="AtHigh"/> less <paramref name="AtLow"/>.</param>
public sealed record Interaction(
    OutcomeMeasure Outcome, ParameterSpan Cause, ParameterSpan Condition, PairedDifference AtLow, PairedDifference AtHigh, PairedDifference Contrast)
{
    /// <summary>One for each outcome; none unless the design has two parameters, all four corners, and its runs are at hand.</summary>
    public static IReadOnlyList<Interaction> Of(SweepTable table)
    {
        if (table.Runs is null || !HasTwo(table))
        {
            return [];
        }

        ParameterSpan cause = Span(table, 0), condition = Span(table, 1);
        int[][] corners = Corners(table, cause, condition);
        return IsWhole(corners, cause, condition) ? [.. Enumerable.Range(0, table.Outcomes.Count).Select(At)] : [];

        Interaction At(int outcome)
        {
            // All three numbers are over the same replicates, so that the difference is that of the two effects beside it.
            double[][] values = Whole([.. corners.Select(corner => table.ByReplicate(corner, outcome))]);
            double[] low = values[0], high = values[1], lowThere = values[2], highThere = values[3];
            return new Interaction(
                table.Outcomes[outcome], cause, condition, PairedDifference.Of(high, low), PairedDifference.Of(highThere, lowThere),
                PairedDifference.Of(Less(highThere, lowThere), Less(high, low)));
        }
    }

    /// <summary>True for a design of two parameters that tells nothing of their interaction for want of points at a corner.</summary>
    public static bool LacksCorners(SweepTable table) =>
        HasTwo(table) && !IsWhole(Corners(table, Span(table, 0), Span(table, 1)), Span(table, 0), Span(table, 1));

    private static bool HasTwo(SweepTable table) => table.Points.Parameters.Count == 2 && table.Points.Rows.Count > 0;

    private static bool IsWhole(int[][] corners, ParameterSpan cause, ParameterSpan condition) =>
        cause.Low < cause.High && condition.Low < condition.High && corners.All(corner => corner.Length > 0);

    /// <summary>Points at the corners: low, high where the condition is low, then the same where it is high.</summary>
    private static int[][] Corners(SweepTable table, ParameterSpan cause, ParameterSpan condition)
    {
        return [Points(cause.Low, condition.Low), Points(cause.High, condition.Low), Points(cause.Low, condition.High), Points(cause.High, condition.High)];

        int[] Points(double first, double second) =>
            [.. Enumerable.Range(0, table.Points.Rows.Count).Where(point => table.Points.Rows[point][0] == first && table.Points.Rows[point][1] == second)];
    }

    /// <summary>Only the replicates that have a value at every corner.</summary>
    private static double[][] Whole(double[][] corners)
    {
        int[] whole = [.. Enumerable.Range(0, corners[0].Length).Where(replicate => corners.All(corner => !double.IsNaN(corner[replicate])))];
        return Array.ConvertAll(corners, corner => Array.ConvertAll(whole, replicate => corner[replicate]));
    }

    private static ParameterSpan Span(SweepTable table, int column)
    {
        double[] values = table.Parameter(column);
        return new ParameterSpan(table.Points.Parameters[column], values.Min(), values.Max());
    }

    private static double[] Less(double[] values, double[] others) => [.. values.Zip(others, (value, other) => value - other)];
}
