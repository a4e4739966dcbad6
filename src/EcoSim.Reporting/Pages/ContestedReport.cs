using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Reporting;

/// <summary>The page of a report on contested links.</summary>
public static class ContestedReport
{
    private const string Unit = "million RMB";

    /// <param name="scenario">What was examined.</param>
    /// <param name="rows">The scenario as it is first, then a link at nothing each, all of them last.</param>
    /// <param name="drawn">Its figures.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static Report Of(Scenario scenario, IReadOnlyList<ContestedRow> rows, DrawnFigures drawn, string commandLine)
    {
        var run = scenario.Plan.Parameters.Run;
        int pairs = rows[0].Fostered.Pairs;
        return new Report
        {
            Title = $"What the anchor fosters in {scenario.Name} without contested links",
            Context = $"{Amount.Count(ContestedLinks.All.Count, "link", "links")} over {Amount.Count(run.Months, "month", "months")} from {run.Start}: "
                + $"{Amount.Count(pairs, "replicate", "replicates")} with the same luck in each world, with the anchor and without it",
            Questions = ["Does the headline rest on a link that the literature disputes?"],
            Answers = [.. Answers(rows)],
            AnswerNote = "Fostered: the value of the ecosystem in the last month with the anchor less the same without it. A link at nothing is switched off throughout, in both worlds. ± and intervals: 95 % over replicates "
                + "(Student’s t); they do not cover doubt about parameters or about the model.",
            Changes = [ReportParts.OtherThanDefaults(scenario)],
            Warnings = [.. Warned(scenario, rows, drawn.FontProblem).OfType<Warning>()],
            Figures = drawn.Figures,
            Tables = [Table(rows)],
            Provenance =
            [
                .. ReportParts.Provenance(run, ProgramVersion.Text, ProgramVersion.ModelBuild),
                ("Replicates", $"{pairs} in each of {rows.Count} worlds, and as many without the anchor"),
                ("Scenario", ReportParts.Files(scenario)),
                ("Content hash", ContentHash.Of(scenario.Plan)),
            ],
            CommandLine = commandLine,
        };
    }

    /// <summary>Does the headline stand without what is disputed, and on which link does most rest?</summary>
    public static IEnumerable<string> Answers(IReadOnlyList<ContestedRow> rows)
    {
        ContestedRow asItIs = rows[0], none = rows[^1];
        var scale = new AmountScale(Unit, rows.Select(row => row.Fostered.Difference));
        yield return $"The anchor fosters {Fostered(asItIs)}; with every contested link at nothing {Fostered(none)}"
            + none.Fostered switch { { Pairs: < 2 } => ". One replicate does not tell the sign.", var paired when SamePairs.AreZero(paired) => ": the two worlds differ in no pair.", { Low: > 0 } => ", still above 0.", { High: < 0 } => ", below 0.", _ => ", whose interval includes 0." };
        yield return ContestedText.Most(rows, Change);

        string Fostered(ContestedRow row)
        {
            string half = row.Fostered.Pairs < 2 || SamePairs.AreZero(row.Fostered) ? "" : $" (± {scale.Of(row.Fostered.High - row.Fostered.Difference)})";
            return $"{scale.Of(row.Fostered.Difference)}{half}, {Amount.Percent(row.Share.Value).TrimStart('+')} of the ecosystem’s value";
        }

        string Change(PairedDifference change) =>
            change.Pairs < 2 ? scale.Signed(change.Difference) : $"{scale.Signed(change.Difference)} ({SamePairs.Sure(scale, change)})";
    }

    private static IEnumerable<Warning?> Warned(Scenario scenario, IReadOnlyList<ContestedRow> rows, string? fontProblem)
    {
        int pairs = rows[0].Fostered.Pairs;
        yield return Warnings.OfCompleteness(pairs, scenario.Plan.Parameters.Run.Replicates);
        yield return Warnings.OfReplicates(pairs);
        yield return Warnings.OfOverlap(scenario.Plan);
        yield return Warnings.OfInterval("what is fostered without contested links", rows[^1].Fostered);
        yield return Warnings.OfEstimates(scenario);
        yield return Warnings.OfCalibration();
        yield return Warnings.OfFonts(fontProblem);
    }

    private static ReportTable Table(IReadOnlyList<ContestedRow> rows) => new(
        "Each contested link at nothing",
        $"Million RMB in the last month. Changes are against the scenario as it is, paired by replicate. {ContestedText.Corrected(rows)}".Trim(),
        [
            new("Link at nothing"), new("Fostered", true), new("95 % CI", true), new("Share", true), new("Change of fostered", true), new("95 % CI of the change", true), new("p adj.", true),
            new("Ecosystem value", true), new("Change of value", true), new("Changed"),
        ],
        [.. rows.Select(row => new ReportRow(
            [
                row.Name, ReportCell.Signed(row.Fostered.Difference), ReportCell.Interval(row.Fostered), ReportCell.Percent(row.Share.Value),
                row.Link is null ? "–" : ReportCell.Signed(row.FosteredChange.Difference), row.Link is null ? "–" : ReportCell.Interval(row.FosteredChange),
                ReportCell.Probability(row.AdjustedP),
                ReportCell.Number(row.Value.Mean), row.Link is null ? "–" : ReportCell.Signed(row.ValueChange.Difference),
                row.Link is null ? "–" : row.Changes.Count == 0 ? "at nothing already" : string.Join("; ", row.Changes),
            ],
            Meaning: row.Link?.Claim ?? ""))]);
}
