using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Lives;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Reporting;

/// <summary>The page of one scenario's run.</summary>
public static class RunReport
{
    /// <param name="result">The replicates.</param>
    /// <param name="tables">Their tables.</param>
    /// <param name="drawn">Its figures.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static Report Of(EnsembleResult result, ResultTables tables, DrawnFigures drawn, string commandLine)
    {
        Scenario scenario = result.Scenario;
        RunParameters run = scenario.Plan.Parameters.Run;
        FosteredRow? fostered = tables.Fostered.FirstOrDefault(row => row.Outcome == Headlines.EcosystemValue);
        return new Report
        {
            Title = scenario.Name,
            Context = $"Simulation of {Amount.Count(run.Months, "month", "months")} from {run.Start}, {Amount.Count(result.Replicates.Count, "replicate", "replicates")}",
            Questions = scenario.Question.Length == 0 ? [] : [scenario.Question],
            Answers = [fostered is null ? LevelText(tables) : FosteredText(fostered)],
            AnswerNote = fostered is null
                ? "The spread over replicates shows how different the same region could have turned out with other luck; it is not a confidence interval."
                : "Both worlds have the same people and the same luck; without the anchor its people work in ordinary firms, here and in rival hubs. "
                    + "The interval is Student’s, of the mean paired difference; it does not cover doubt about parameters or about the model.",
            Changes = [ReportParts.OtherThanDefaults(scenario)],
            Warnings = [.. Warned(result, fostered, drawn.FontProblem).OfType<Warning>()],
            Figures = drawn.Figures,
            Tables =
            [
                .. ValueReport.Tables("What the ecosystem value is made of", tables.Value, fostered is null ? "Value" : "With anchor", fostered is null ? null : "Without"),
                .. fostered is null ? (ReportTable[])[] : [Fostered(tables)],
                Outcomes(tables, result.Replicates.Count),
            ],
            Lives = ShortLives.Of(result.Replicates, run),
            Provenance =
            [
                .. ReportParts.Provenance(run, ProgramVersion.Text, ProgramVersion.ModelBuild),
                ("Replicates", $"{result.Replicates.Count}, and {result.WithoutAnchor.Count} without the anchor"),
                ("Scenario", ReportParts.Files(scenario)),
                ("Content hash", ContentHash.Of(scenario.Plan)),
            ],
            CommandLine = commandLine,
        };
    }

    /// <summary>What the anchor fostered, in one sentence.</summary>
    internal static string FosteredText(FosteredRow row)
    {
        PairedDifference effect = row.Effect;
        var scale = new AmountScale(row.Unit, effect.First, effect.Difference, effect.Low, effect.High);
        string amount = $"Of the {scale.Of(effect.First)} that the region’s start-ups are worth at the end or have paid out by sales, listings and profits, {scale.Of(effect.Difference)} "
            + "would not be there had the anchor never existed";
        return effect.Pairs < 2
            ? $"{amount} (one pair of replicates: no interval)."
            : $"{amount} ({SamePairs.Sure(scale, effect)}, {Amount.Count(effect.Pairs, "pair", "pairs")} of replicates).";
    }

    private static string LevelText(ResultTables tables)
    {
        SummaryRow value = tables.Summary.First(row => row.Outcome == Headlines.EcosystemValue);
        (double low, double high) = value.Spread.Ends;
        var scale = new AmountScale(value.Unit, value.Spread.Mean, low, high);
        string amount = $"The region’s start-ups are worth, or have paid out by sales, listings and profits, {scale.Of(value.Spread.Mean)} at the end";
        return value.Spread.Count < 2
            ? $"{amount} (one replicate)."
            : $"{amount} (mean of {value.Spread.Count} replicates; {(value.Spread.HasQuantiles ? "nine in ten" : "they")} lie within {scale.Range(low, high)}).";
    }

    private static IEnumerable<Warning?> Warned(EnsembleResult result, FosteredRow? fostered, string? fontProblem)
    {
        Parameters parameters = result.Scenario.Plan.Parameters;
        yield return Warnings.OfCompleteness(result.Replicates.Count, parameters.Run.Replicates);
        yield return Warnings.OfReplicates(fostered?.Effect.Pairs ?? result.Replicates.Count);
        if (fostered is not null)
        {
            yield return Warnings.OfInterval("what the anchor fostered", fostered.Effect);
            yield return Warnings.OfCoupling("what the anchor fostered", Evidence(result));
        }

        yield return Warnings.OfCounterfactual(parameters, fostered?.Effect.Pairs ?? 0);
        yield return Warnings.OfAnchorScale(result.Scenario.Plan);
        yield return Warnings.OfOverlap(result.Scenario.Plan);
        yield return Warnings.OfEstimates(result.Scenario);
        yield return Warnings.OfContestedLinks(parameters);
        yield return Warnings.OfCalibration();
        yield return Warnings.OfFonts(fontProblem);
    }

    private static PairedEvidence Evidence(EnsembleResult result)
    {
        int column = Observables.IndexOf(Headlines.EcosystemValue);
        (RunResult With, RunResult Without)[] pairs =
            [.. result.Replicates.Join(result.WithoutAnchor, run => run.Replicate, run => run.Replicate, (with, without) => (with, without))];
        return PairedEvidence.Of(
            Array.ConvertAll(pairs, pair => Outcome.Of(pair.Without.Series, column)), Array.ConvertAll(pairs, pair => Outcome.Of(pair.With.Series, column)));
    }

    private static ReportTable Fostered(ResultTables tables) => new(
        "What the anchor fostered: with it less without it",
        "Difference: mean over pairs of replicates with the same luck, with its 95 % confidence interval. Fostered share: the difference as a share of the world with the anchor.",
        [new("Outcome"), new("With anchor", true), new("Without", true), new("Difference", true), new("95 % CI", true), new("Fostered share", true), new("Unit")],
        [.. ReportParts.HeadlinesFirst(tables.Fostered, row => row.Outcome).Select(row => new ReportRow(
            [
                OutcomeWords.Of(row.Outcome), ReportCell.Number(row.Effect.First), ReportCell.Number(row.Effect.Second), ReportCell.Signed(row.Effect.Difference),
                ReportCell.Interval(row.Effect), ReportCell.Percent(row.Effect.First == 0 ? double.NaN : row.Effect.Difference / Math.Abs(row.Effect.First)), row.Unit,
            ],
            ReportParts.IsProminent(row.Outcome), ReportParts.Meaning(row.Outcome)))]);

    private static ReportTable Outcomes(ResultTables tables, int replicates)
    {
        var spread = new SpreadText(tables.Summary);
        return new ReportTable(
            "Outcomes over replicates",
            $"{spread.Reading(replicates)}. s.e.: Monte Carlo standard error of the mean, which more replicates shrink; the spread they do not.",
            [new("Outcome"), new("Mean", true), new("s.e.", true), new(Capital(spread.Low), true), new(Capital(spread.High), true), new("Unit"), new("Measure")],
            [.. ReportParts.HeadlinesFirst(tables.Summary, row => row.Outcome).Select(row => new ReportRow(
                [
                    OutcomeWords.Of(row.Outcome), ReportCell.Number(row.Spread.Mean), ReportCell.Number(row.Spread.StandardError),
                    ReportCell.Number(row.Spread.Ends.Low), ReportCell.Number(row.Spread.Ends.High), row.Unit, spread.Measure(row),
                ],
                ReportParts.IsProminent(row.Outcome), ReportParts.Meaning(row.Outcome)))]);

        static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
    }
}
