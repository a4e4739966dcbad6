using System.Globalization;
using EcoSim.Cli.Comparing;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;

namespace EcoSim.Cli.Sweeping;

/// <summary>What a sweep found, for the terminal: how the headline goes with each parameter, and its best and worst point.</summary>
internal static class EffectsTable
{
    private const int MostRows = 15;

    /// <summary>More values of a point than these are left to its file.</summary>
    private const int MostValues = 6;

    public static void Write(TextWriter output, Scenario scenario, SweepTable table, int failed)
    {
        OutcomeMeasure headline = table.Outcomes[0];
        string failures = failed == 0 ? "" : $", {failed} runs failed";
        output.WriteLine($"{table.Name}: {table.Points.Rows.Count} points, {DesignText.Of(table.Design)}, {table.Replicates} {(table.Replicates == 1 ? "replicate" : "replicates")} of each{failures}");
        if (table.Question.Length > 0)
        {
            output.WriteLine(table.Question);
        }

        ChangedText.Write(output, scenario);

        output.WriteLine();
        output.WriteLine($"{headline.Observable.Name} ({headline.Unit}, {headline.Meaning}) with each parameter, the others {(table.Design == DesignKind.OneAtATime ? "as in the scenario" : "averaged over")}:");
        MainEffect[] effects = [.. MainEffect.Ranked(table, 0).Where(effect => effect.Ranges.Count > 0)];
        TextColumns.Write(
            output, ["parameter", "lowest", "highest", "mean at lowest", "mean at highest", "difference", "95 % CI", "of mean at lowest", "share of variance", "95 % CI"],
            effects.Take(MostRows).Select(effect => Row(table, effect)), 1, 2, 3, 4, 5, 6, 7, 8, 9);
        if (effects.Length > MostRows)
        {
            output.WriteLine($"and {effects.Length - MostRows} parameters more, in the figures.");
        }

        WrappedText.Write(output, table.IsBalanced && table.Replicates < 2
            ? "One replicate, so luck and effect cannot be told apart; --replicates 10 tells them."
            : $"Difference: highest less lowest. {EffectInterval.Of(table)}");
        if (effects.Length > 0)
        {
            WrappedText.Write(output, SweepAnswer.Of(table));
        }

        WriteFirstTimes(output, table);
        WriteEnds(output, table);
        if (SameLevelsText.Of(table) is { } same)
        {
            WrappedText.Write(output, same);
        }

        InteractionTable.Write(output, table);
    }

    private static void WriteFirstTimes(TextWriter output, SweepTable table)
    {
        // Of the headline the answer says it.
        for (int outcome = 1; outcome < table.Outcomes.Count; outcome++)
        {
            if (FirstTimeText.Of(table, outcome) is { } often)
            {
                WrappedText.Write(output, $"{table.Outcomes[outcome].Label}: {often}.");
            }
        }
    }

    private static string[] Row(SweepTable table, MainEffect effect)
    {
        ParameterDeclaration parameter = table.Points.Parameters[effect.Column];
        EffectRange low = effect.Ranges[0], high = effect.Ranges[^1];
        return
        [
            parameter.Path, ValueText(parameter, low), ValueText(parameter, high), TerminalNumber.Of(low.Outcome), TerminalNumber.Of(high.Outcome),
            TerminalNumber.Signed(effect.Change), Interval(effect.Contrast), low.Outcome == 0 ? "-" : TerminalNumber.Percent(effect.Change / Math.Abs(low.Outcome), signed: true),
            .. Shares(table, effect),
        ];
    }

    private static string Interval(MeanDifference contrast) => !contrast.HasInterval ? "-"
        : SamePairs.AreZero(contrast.Low, contrast.High) ? SamePairs.NoRun
        : TerminalNumber.Interval(contrast.Low, contrast.High);

    /// <summary>The share of variance and its interval.</summary>
    private static string[] Shares(SweepTable table, MainEffect effect)
    {
        if (table.Design == DesignKind.OneAtATime || double.IsNaN(effect.Share))
        {
            return ["-", "-"];
        }

        var share = VarianceShare.Of(table, effect, 0);
        return [Percent(share.Value), double.IsNaN(share.Low) ? "-" : $"{Percent(share.Low)} to {Percent(share.High)}"];

        static string Percent(double value) => value.ToString("0 %", CultureInfo.InvariantCulture);
    }

    private static void WriteEnds(TextWriter output, SweepTable table)
    {
        double[] outcome = table.Outcome(0);
        int[] points = [.. Enumerable.Range(0, outcome.Length).Where(point => !double.IsNaN(outcome[point])).OrderBy(point => outcome[point])];
        if (points.Length > 0)
        {
            output.WriteLine($"Least {ReadableNumber.Of(outcome[points[0]])} at point {points[0]}: {PointText(table, points[0])}");
            output.WriteLine($"Most {ReadableNumber.Of(outcome[points[^1]])} at point {points[^1]}: {PointText(table, points[^1])}");
        }
    }

    /// <summary>Values of a point; of a design of one at a time only what differs from the scenario.</summary>
    private static string PointText(SweepTable table, int point)
    {
        double[] row = table.Points.Rows[point];
        bool alone = table.Design == DesignKind.OneAtATime;
        string[] values =
        [
            .. table.Points.Parameters.Select((parameter, column) => (parameter, column)).Where(at => !alone || row[at.column] != table.Points.Rows[0][at.column])
                .Select(at => $"{at.parameter.Path} = {One(at.parameter, row[at.column])}"),
        ];
        return values.Length == 0 ? "the scenario" : values.Length > MostValues ? "see design.csv" : string.Join(", ", values);
    }

    private static string ValueText(ParameterDeclaration parameter, EffectRange range) =>
        range.From == range.To ? One(parameter, range.From) : $"{One(parameter, range.From)} to {One(parameter, range.To)}";

    private static string One(ParameterDeclaration parameter, double value) =>
        parameter.Kind is ParameterKind.Number or ParameterKind.Integer ? ReadableNumber.Of(value) : parameter.Format(value);
}
