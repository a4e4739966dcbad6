using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Sweeps.Analysis;

/// <summary>A parameter between its two ends in a design: of its least and greatest value the one that the experiment names first, and the other.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="From">The base, from which it is changed.</param>
/// <param name="To">What it is changed to.</param>
public readonly record struct ParameterSpan(ParameterDeclaration Parameter, double From, double To);

/// <summary>How much more one parameter does to an outcome where a second one is changed, too, than where that is at its base.</summary>
/// <remarks>
/// The interaction of a 2 × 2 factorial (Box, Hunter and Hunter 2005, Statistics for Experimenters, chapter 5, who take half of it) at the
/// corners of a grid: with y(a, b) the outcome where the first parameter is a and the second b, 0 for the base, [y(1, 1) − y(0, 1)] − [y(1, 0) − y(0, 0)].
/// It is also what both changes together add beyond the sum of each alone.
/// It is taken within each replicate that has a value at all four corners, where it has the same luck, and is the same with the parameters exchanged.
/// </remarks>
/// <param name="Outcome">The outcome, in whose unit all differences are.</param>
/// <param name="Cause">The parameter whose effect is looked at: the first one of the experiment.</param>
/// <param name="Condition">The parameter that it may depend on: the second one.</param>
/// <param name="AtBase">Effect of changing the cause where the condition is at its base.</param>
/// <param name="AtChanged">The same where the condition is changed.</param>
/// <param name="Contrast">Difference of the differences: <paramref name="AtChanged"/> less <paramref name="AtBase"/>.</param>
public sealed record Interaction(
    OutcomeMeasure Outcome, ParameterSpan Cause, ParameterSpan Condition, PairedDifference AtBase, PairedDifference AtChanged, PairedDifference Contrast)
{
    /// <summary>Effect of changing both.</summary>
    public double Together => AtChanged.First - AtBase.Second;

    /// <summary>Sum of the effects of changing each alone.</summary>
    public double Alone => AtBase.Difference + AtChanged.Second - AtBase.Second;

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
            double[] start = values[0], changed = values[1], startThere = values[2], changedThere = values[3];
            return new Interaction(
                table.Outcomes[outcome], cause, condition, PairedDifference.Of(changed, start), PairedDifference.Of(changedThere, startThere),
                PairedDifference.Of(Less(changedThere, startThere), Less(changed, start)));
        }
    }

    /// <summary>True for a design of two parameters that tells nothing of their interaction for want of points at a corner.</summary>
    public static bool LacksCorners(SweepTable table) =>
        HasTwo(table) && !IsWhole(Corners(table, Span(table, 0), Span(table, 1)), Span(table, 0), Span(table, 1));

    private static bool HasTwo(SweepTable table) => table.Points.Parameters.Count == 2 && table.Points.Rows.Count > 0;

    private static bool IsWhole(int[][] corners, ParameterSpan cause, ParameterSpan condition) =>
        cause.From != cause.To && condition.From != condition.To && corners.All(corner => corner.Length > 0);

    /// <summary>Points at the corners: base and changed where the condition is at its base, then the same where it is changed.</summary>
    private static int[][] Corners(SweepTable table, ParameterSpan cause, ParameterSpan condition)
    {
        return [Points(cause.From, condition.From), Points(cause.To, condition.From), Points(cause.From, condition.To), Points(cause.To, condition.To)];

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
        double least = values.Min(), greatest = values.Max();

        // Points come in the order of the lists in the file.
        return Array.IndexOf(values, least) < Array.IndexOf(values, greatest)
            ? new ParameterSpan(table.Points.Parameters[column], least, greatest)
            : new ParameterSpan(table.Points.Parameters[column], greatest, least);
    }

    private static double[] Less(double[] values, double[] others) => [.. values.Zip(others, (value, other) => value - other)];
}
