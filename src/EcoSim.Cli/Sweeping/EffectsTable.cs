using System.Globalization;
using EcoSim.Cli.Comparing;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Model.Declaration;

namespace EcoSim.Cli.Sweeping;

/// <summary>What a sweep found, for the terminal: how the headline goes with each parameter, and its best and worst point.</summary>
internal static class EffectsTable
{
    private const int MostRows = 15;

    public static void Write(TextWriter output, SweepTable table, int failed)
    {
        OutcomeMeasure headline = table.Outcomes[0];
        string failures = failed == 0 ? "" : $", {failed} runs failed";
        output.WriteLine($"{table.Name}: {table.Points.Rows.Count} points, {DesignText.Of(table.Design)}, {table.Replicates} {(table.Replicates == 1 ? "replicate" : "replicates")} of each{failures}");
        if (table.Question.Length > 0)
        {
            output.WriteLine(table.Question);
        }

        output.WriteLine();
        output.WriteLine($"{headline.Name} ({headline.Unit}, {headline.Meaning}) with each parameter, the others {(table.Design == DesignKind.OneAtATime ? "as in the scenario" : "averaged over")}:");
        MainEffect[] effects = [.. MainEffect.Ranked(table, 0).Where(effect => effect.Ranges.Count > 0)];
        TextColumns.Write(
            output, ["parameter", "lowest", headline.Name, "highest", headline.Name, "change", "", "share of variance"],
            effects.Take(MostRows).Select(effect => Row(table, effect)), 1, 2, 3, 4, 5, 6, 7);
        if (effects.Length > MostRows)
        {
            output.WriteLine($"and {effects.Length - MostRows} parameters more, in the figures.");
        }

        WriteEnds(output, table);
    }

    private static string[] Row(SweepTable table, MainEffect effect)
    {
        ParameterDeclaration parameter = table.Points.Parameters[effect.Column];
        EffectRange low = effect.Ranges[0], high = effect.Ranges[^1];
        return
        [
            parameter.Path, ValueText(parameter, low), ReadableNumber.Of(low.Outcome), ValueText(parameter, high), ReadableNumber.Of(high.Outcome),
            ComparisonTable.Signed(effect.Change), low.Outcome == 0 ? "-" : ComparisonTable.Percent(effect.Change / Math.Abs(low.Outcome), signed: true),
            table.Design == DesignKind.OneAtATime || double.IsNaN(effect.Share) ? "-" : effect.Share.ToString("0 %", CultureInfo.InvariantCulture),
        ];
    }

    private static void WriteEnds(TextWriter output, SweepTable table)
    {
        double[] outcome = table.Outcome(0);
        int[] points = [.. Enumerable.Range(0, outcome.Length).Where(point => !double.IsNaN(outcome[point])).OrderBy(point => outcome[point])];
        if (points.Length > 0)
        {
            output.WriteLine();
            output.WriteLine($"Least {ReadableNumber.Of(outcome[points[0]])} at point {points[0]}: {PointText(table, points[0])}");
            output.WriteLine($"Most {ReadableNumber.Of(outcome[points[^1]])} at point {points[^1]}: {PointText(table, points[^1])}");
        }
    }

    private static string PointText(SweepTable table, int point) => string.Join(
        ", ", table.Points.Parameters.Select((parameter, column) => $"{parameter.Path} = {One(parameter, table.Points.Rows[point][column])}"));

    private static string ValueText(ParameterDeclaration parameter, EffectRange range) =>
        range.From == range.To ? One(parameter, range.From) : $"{One(parameter, range.From)} to {One(parameter, range.To)}";

    private static string One(ParameterDeclaration parameter, double value) =>
        parameter.Kind is ParameterKind.Number or ParameterKind.Integer ? ReadableNumber.Of(value) : parameter.Format(value);
}
