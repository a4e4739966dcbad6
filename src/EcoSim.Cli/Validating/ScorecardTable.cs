using System.Globalization;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Validation;
using EcoSim.Reporting;

namespace EcoSim.Cli.Validating;

/// <summary>A scorecard for the terminal.</summary>
internal static class ScorecardTable
{
    private static readonly int[] Numbers = [2, 3, 4, 5, 8];

    public static void Write(TextWriter output, ValidationResult result)
    {
        Scorecard scorecard = result.Scorecard;
        var run = result.Measured.Scenario.Plan.Parameters.Run;
        output.WriteLine(
            $"{result.Measured.Scenario.Name} against {result.Targets}: {scorecard.Replicates} replicate{(scorecard.Replicates == 1 ? "" : "s")} of {run.Months} months, seed {run.Seed}");
        ChangedText.Write(output, result.Measured.Scenario);
        output.WriteLine();
        WriteRows(output, scorecard.Outcomes, "emergent", result.Scorecard.Replicates);
        WriteRows(output, scorecard.Inputs, "input", result.Scorecard.Replicates);
        output.WriteLine("s.e.: Monte Carlo standard error over replicates (pooled estimate, jackknife); ~ more than a quarter of the band, so chance may decide.");
        if (scorecard.Rows.Any(row => row.ChanceMayDecide))
        {
            output.WriteLine(ScorecardCsv.EdgeMeaning);
        }

        output.WriteLine("Inputs are set from their sources: that they agree tests nothing, and the naive rival has none of them. Definitions and sources: scorecard.csv.");
        output.WriteLine();
        WrappedText.Write(output, ScorecardText.Of(scorecard));
        WrappedText.Write(output, NaiveVerdict.Of(scorecard));
        output.WriteLine();
        WritePatterns(output, scorecard);
    }

    private static void WriteRows(TextWriter output, IReadOnlyList<ScorecardRow> rows, string kind, int replicates)
    {
        if (rows.Count == 0)
        {
            return;
        }

        TextColumns.Write(
            output, ["", kind, "value", replicates > 1 ? "s.e." : "", "published", "band", "unit", "verdict", "naive"], rows.Select(Row), Numbers);
        output.WriteLine();
    }

    private static string[] Row(ScorecardRow row) =>
    [
        row.Target.Id, row.Target.Measure, ReadableNumber.Of(row.Estimate.Value), Error(row), Plain(row.Target.Value),
        $"{Plain(row.Target.Low)} to {Plain(row.Target.High)}", row.Measure.ReadableUnit, Mark(row), double.IsNaN(row.Naive) ? "" : ReadableNumber.Of(row.Naive),
    ];

    private static string Error(ScorecardRow row) =>
        double.IsNaN(row.Estimate.StandardError) ? "" : ReadableNumber.Of(row.Estimate.StandardError) + (!row.Target.IsInput && row.IsImprecise ? "~" : "");

    /// <summary>A failing fact must not be overlooked.</summary>
    private static string Mark(ScorecardRow row) => (row.Verdict == Verdict.OutOfBand ? "OUT OF BAND" : ScorecardCsv.Words(row.Verdict)) + ScorecardCsv.Edge(row.ChanceMayDecide);

    private static void WritePatterns(TextWriter output, Scorecard scorecard)
    {
        if (scorecard.Patterns.Count == 0)
        {
            return;
        }

        TextColumns.Write(
            output, ["measured without a target", "value", "s.e.", "unit", "naive"],
            scorecard.Patterns.Select(pattern => new[]
            {
                pattern.Measure.Name, ReadableNumber.Of(pattern.Estimate.Value), ReadableNumber.Of(pattern.Estimate.StandardError), pattern.Measure.ReadableUnit,
                ReadableNumber.Of(pattern.Naive),
            }),
            [1, 2, 4]);
        output.WriteLine();
    }

    private static string Plain(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
