using System.Globalization;
using EcoSim.Experiments.Headline;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;

namespace EcoSim.Reporting;

/// <summary>The page of a headline with its full uncertainty.</summary>
public static class HeadlineReport
{
    /// <summary>How the numbers are to be read.</summary>
    public const string Reading =
        "Fostered: the value of the region’s start-ups in the last month less that in the world it is held against. Replicates, contested links and counterfactuals: mean over pairs of replicates with the same luck, and its Monte Carlo "
        + "95 % confidence interval (Student’s t), which shrinks with more replicates. Posterior: median and 5 % to 95 % quantiles over draws (of twenty or fewer the least and the most), which do not. Contested: the link is at nothing in both worlds.";

    /// <param name="result">The headline.</param>
    /// <param name="drawn">Its figure.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static Report Of(HeadlineResult result, DrawnFigures drawn, string commandLine)
    {
        HeadlineDesign design = result.Design;
        Scenario scenario = design.Scenario;
        var run = scenario.Plan.Parameters.Run;
        IReadOnlyList<string> sentences = HeadlineText.Sentences(result);
        return new Report
        {
            Title = $"What the anchor fostered in {scenario.Name}, and how sure that is",
            Context = $"{Amount.Count(run.Months, "month", "months")} from {run.Start}, {design.Workers.ToString("#,0", CultureInfo.InvariantCulture)} workers: "
                + $"{Amount.Count(result.Replicates, "replicate", "replicates")} with the same luck in every world, {(design.Sample is null ? "no posterior" : Amount.Count(result.Draws.Count, "draw", "draws") + " from the posterior")}",
            Questions = ["How much did the anchor foster, and how sure is that?", .. scenario.Question.Length == 0 ? (string[])[] : [scenario.Question]],
            Answers = [sentences[0]],
            AnswerNote = string.Join(' ', sentences.Skip(1)),
            Changes = [ReportParts.OtherThanDefaults(scenario)],
            Warnings = [.. Warned(result, drawn.FontProblem).OfType<Warning>()],
            Figures = drawn.Figures,
            Tables = [Table(result), .. ValueReport.Tables("What the ecosystem value is made of", result.Value, "With anchor", "Without")],
            Provenance =
            [
                .. ReportParts.Provenance(run, ProgramVersion.Text, ProgramVersion.ModelBuild),
                ("Replicates", $"{result.Replicates} in each of {design.OfEachReplicate.DistinctBy(world => world.Hash).Count()} worlds"),
                ("Posterior", (design.Sample is { } sample ? $"{sample.Label}: " : "") + Posterior(design)),
                ("Scenario", ReportParts.Files(scenario)),
                ("Content hash", HeadlineFolder.HashOf(design)),
            ],
            CommandLine = commandLine,
        };
    }

    /// <summary>That replicates or draws are few, a sentence or two for each; none where they are enough.</summary>
    public static IEnumerable<string> Few(HeadlineResult result) =>
        new[] { Warnings.OfReplicates(result.Replicates), Warnings.OfDraws(result.Draws.Count, result.Design.Sample?.Rows.Count ?? 0) }.OfType<Warning>().Select(warning => $"{warning.Found} {warning.Remedy}");

    /// <summary>The row of a table: what varies, name, fostered, interval, share, interval, what the intervals are, count, meaning.</summary>
    internal static ReportRow Row(HeadlineRow row) => new(
        [
            OfPart(row.Part), row.Name, ReportCell.Signed(row.Fostered.Value), SamePairs.AreZero(row.Fostered.Low, row.Fostered.High) ? SamePairs.NoPair : ReportCell.Interval(row.Fostered.Low, row.Fostered.High), Share(row.Share.Value),
            row.Share.HasInterval ? new ReportCell($"{Share(row.Share.Low).Text} to {Share(row.Share.High).Text}", row.Share.Low) : new ReportCell("–"),
            row.IntervalName.Length == 0 ? "–" : row.IntervalName, ReportCell.Number(row.Count), row.Meaning.Length == 0 ? "–" : row.Meaning,
        ],
        Meaning: row.Interval);

    /// <summary>How many draws of how many.</summary>
    internal static string Posterior(HeadlineDesign design) => design.Sample is null
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{design.Draws.Count} of {design.Sample.Rows.Count:#,0} draws, one replicate each in turn, chosen by the seed");

    private static ReportCell Share(double share) => new(Amount.Percent(share).TrimStart('+'), share);

    private static string OfPart(HeadlinePart part) => part switch
    {
        HeadlinePart.Replicates => "luck alone",
        HeadlinePart.Posterior => "parameters and luck",
        HeadlinePart.Contested => "contested link at nothing",
        _ => "counterfactual",
    };

    private static IEnumerable<Warning?> Warned(HeadlineResult result, string? fontProblem)
    {
        yield return Warnings.OfCompleteness(result.Replicates, result.Design.Replicates);
        yield return Warnings.OfReplicates(result.Replicates);
        yield return Warnings.OfOverlap(result.Design.Scenario.Plan);
        yield return Warnings.OfDraws(result.Draws.Count, result.Design.Sample?.Rows.Count ?? 0);
        yield return Warnings.OfPosterior(result.Design, result.Draws.Count);
        yield return Warnings.OfPosteriorScenario(result.Design);
        yield return Warnings.OfPosteriorModel(result.Design);
        yield return Warnings.OfEstimates(result.Design.Scenario);
        yield return Warnings.OfCalibration(result.Drawn);
        yield return Warnings.OfFonts(fontProblem);
    }

    private static ReportTable Table(HeadlineResult result) => new(
        "What was fostered, by source of uncertainty", $"Million RMB. {Reading}",
        [
            new("What varies"), new("Name"), new("Fostered", true), new("Interval", true), new("Share", true), new("Interval of the share", true), new("The intervals are"), new("Replicates or draws", true), new("What was changed"),
        ],
        [.. result.Rows.Select(Row)]);
}
