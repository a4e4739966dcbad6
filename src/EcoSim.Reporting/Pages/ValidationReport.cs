using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Validation;

namespace EcoSim.Reporting;

/// <summary>The page of a validation.</summary>
public static class ValidationReport
{
    /// <param name="result">What was measured, and against what.</param>
    /// <param name="drawn">Its figures.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static Report Of(ValidationResult result, DrawnFigures drawn, string commandLine)
    {
        Scenario scenario = result.Measured.Scenario;
        Scorecard scorecard = result.Scorecard;
        var run = scenario.Plan.Parameters.Run;
        return new Report
        {
            Title = $"{scenario.Name} against published figures",
            Context = $"Validation over {Amount.Count(run.Months, "month", "months")} from {run.Start}: {Amount.Count(scorecard.Replicates, "replicate", "replicates")}, against {result.Targets}",
            Questions = [$"Do data simulated by “{scenario.Name}”, measured as published figures were, agree with them?"],
            Answers = [ScorecardText.Of(scorecard), NaiveVerdict.Of(scorecard)],
            AnswerNote = "A figure is in band when the simulated value lies between the ends of its published band, and fails otherwise. Emergent figures come out of the model; inputs are set from their source, so that "
                + "their agreement proves nothing. Near its edge, of an emergent figure: within two standard errors of an end of the band, so that chance may decide the verdict. Only start-ups of the home hub count.",
            Changes = [ReportParts.OtherThanDefaults(scenario)],
            Warnings = [.. Warned(result, drawn.FontProblem).OfType<Warning>()],
            Figures = drawn.Figures,
            Tables = [.. Tables(scorecard)],
            Provenance =
            [
                .. ReportParts.Provenance(run, ProgramVersion.Text, ProgramVersion.ModelBuild),
                ("Replicates", scorecard.Replicates.ToString()),
                ("Published figures", result.Targets),
                ("Scenario", ReportParts.Files(scenario)),
                ("Content hash", ContentHash.Of(scenario.Plan)),
            ],
            CommandLine = commandLine,
        };
    }

    private static IEnumerable<Warning?> Warned(ValidationResult result, string? fontProblem)
    {
        Scorecard scorecard = result.Scorecard;
        yield return Warnings.OfCompleteness(scorecard.Replicates, result.Measured.Scenario.Plan.Parameters.Run.Replicates);
        yield return Warnings.OfReplicates(scorecard.Replicates);
        yield return Warnings.OfOverlap(result.Measured.Scenario.Plan);
        yield return Warnings.OfPrecision([.. scorecard.Outcomes.Where(row => row.IsImprecise).Select(row => row.Target.Id)], scorecard.Replicates);
        yield return Warnings.OfEstimates(result.Measured.Scenario);
        yield return Warnings.OfContestedLinks(result.Measured.Scenario.Plan.Parameters);
        yield return Warnings.OfCalibration();
        yield return Warnings.OfFonts(fontProblem);
    }

    private static IEnumerable<ReportTable> Tables(Scorecard scorecard)
    {
        yield return Figures("Emergent figures", "", scorecard.Outcomes);
        yield return Figures("Inputs", "Set from their source. ", scorecard.Inputs);
        yield return new ReportTable(
            "Measured without a target", "Nothing in the table of published figures speaks of these.",
            [new("Measure"), new("Value", true), new("s.e.", true), new("Unit"), new("Naive", true)],
            [.. scorecard.Patterns.Select(pattern => new ReportRow(
                [
                    OutcomeWords.Of(pattern.Measure.Name), ReportCell.Number(pattern.Estimate.Value), ReportCell.Number(pattern.Estimate.StandardError), pattern.Measure.ReadableUnit,
                    ReportCell.Number(pattern.Naive),
                ],
                Meaning: pattern.Measure.How))]);
    }

    private static ReportTable Figures(string caption, string note, IReadOnlyList<ScorecardRow> rows) => new(
        caption,
        note + "s.e.: Monte Carlo standard error over replicates (pooled estimate, jackknife). Naive: a rival of Gibrat growth with entry and constant hazards, fitted to the same figures.",
        [
            new("Figure"), new("Value", true), new("s.e.", true), new("Published", true), new("Band", true), new("Unit"), new("Verdict"), new("Naive", true), new("Sample"), new("Source"),
        ],
        [.. rows.Select(row => new ReportRow(
            [
                $"{row.Target.Id} {OutcomeWords.Of(row.Target.Measure)}", ReportCell.Number(row.Estimate.Value), ReportCell.Number(row.Estimate.StandardError),
                ReportCell.Number(row.Target.Value), ReportCell.Interval(row.Target.Low, row.Target.High), row.Measure.ReadableUnit, ScorecardCsv.Words(row.Verdict) + ScorecardCsv.Edge(row.ChanceMayDecide),
                ReportCell.Number(row.Naive), row.Target.Sample, row.Target.Source,
            ],
            Meaning: MeaningOf(row.Measure)))])
    {
        WhenEmpty = "The table of published figures names none.",
    };

    private static string MeaningOf(Measure measure) => $"{measure.How} {measure.Name}";
}
