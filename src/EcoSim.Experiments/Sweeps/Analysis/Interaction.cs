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
/// It is taken within each replicate, which has the same luck at all four corners, and is the same with the parameters exchanged.
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
        if (table.Runs is null || table.Points.Parameters.Count != 2 || table.Points.Rows.Count == 0)
        {
            return [];
        }

        ParameterSpan cause = Span(table, 0), condition = Span(table, 1);
        int[] lowLow = Points(cause.Low, condition.Low), highLow = Points(cause.High, condition.Low);
        int[] lowHigh = Points(cause.Low, condition.High), highHigh = Points(cause.High, condition.High);
        bool whole = cause.Low < cause.High && condition.Low < condition.High && new[] { lowLow, highLow, lowHigh, highHigh }.All(corner => corner.Length > 0);
        return whole ? [.. Enumerable.Range(0, table.Outcomes.Count).Select(At)] : [];

        Interaction At(int outcome)
        {
            double[] low = table.ByReplicate(lowLow, outcome), high = table.ByReplicate(highLow, outcome);
            double[] lowThere = table.ByReplicate(lowHigh, outcome), highThere = table.ByReplicate(highHigh, outcome);
            return new Interaction(
                table.Outcomes[outcome], cause, condition, PairedDifference.Of(high, low), PairedDifference.Of(highThere, lowThere),
                PairedDifference.Of(Less(highThere, lowThere), Less(high, low)));
        }

        int[] Points(double first, double second) =>
            [.. Enumerable.Range(0, table.Points.Rows.Count).Where(point => table.Points.Rows[point][0] == first && table.Points.Rows[point][1] == second)];
    }

    private static ParameterSpan Span(SweepTable table, int column)
    {
        double[] values = table.Parameter(column);
        return new ParameterSpan(table.Points.Parameters[column], values.Min(), values.Max());
    }

    private static double[] Less(double[] values, double[] others) => [.. values.Zip(others, (value, other) => value - other)];
}
