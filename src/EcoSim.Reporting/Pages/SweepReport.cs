using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Model.Declaration;

namespace EcoSim.Reporting;

/// <summary>The page of a sweep.</summary>
public static class SweepReport
{
    /// <param name="experiment">The experiment.</param>
    /// <param name="table">What it found.</param>
    /// <param name="failed">Runs that failed.</param>
    /// <param name="drawn">Its figures.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static Report Of(Experiment experiment, SweepTable table, int failed, DrawnFigures drawn, string commandLine)
    {
        Scenario scenario = experiment.Scenario;
        var run = scenario.Plan.Parameters.Run;
        IReadOnlyList<Interaction> interactions = Interaction.Of(table);
        return new Report
        {
            Title = $"What varies in {experiment.Name}",
            Context = $"Sweep over {Amount.Count(table.Points.Parameters.Count, "parameter", "parameters")}: {Amount.Count(table.Points.Rows.Count, "point", "points")}, "
                + $"{Amount.Count(table.Replicates, "replicate", "replicates")} of each with the same luck at every point, {Amount.Count(run.Months, "month", "months")} from {run.Start}",
            Questions = scenario.Question.Length == 0 ? [] : [scenario.Question],
            Answers = [.. interactions.Take(table.Varies(0) ? 1 : 0).Select(InteractionText.Answer), SweepAnswer.Of(table)],
            AnswerNote = "Means over points with such values, the other parameters averaged over or, in a design of one at a time, as in the scenario. "
                + $"The share of variance is that of the points’ means, luck of their replicates included (η² of a grid; ε², which takes off what chance leaves, of other designs), its interval a jackknife over {(table.IsBalanced ? "replicates" : "points")}. None of it covers doubt about parameters that do not vary or about the model."
                + (Interaction.LacksCorners(table) ? $" {InteractionText.WithoutCorners}" : "")
                + (SameLevelsText.Of(table) is { } same ? $" {same}" : ""),
            Changes = [ReportParts.OtherThanDefaults(scenario)],
            Warnings = [.. Warned(experiment, table, failed, drawn.FontProblem).OfType<Warning>()],
            Figures = drawn.Figures,
            Tables = [.. interactions.Count > 0 ? [InteractionText.Table(interactions)] : (ReportTable[])[], .. table.Outcomes.Select((_, outcome) => EffectsTable(table, outcome))],
            Provenance =
            [
                .. ReportParts.Provenance(run, ProgramVersion.Text, ProgramVersion.ModelBuild),
                ("Design", $"{table.Design}, luck of the design {experiment.DesignSeed}"),
                ("Experiment", ReportParts.Files(scenario)),
            ],
            CommandLine = commandLine,
        };
    }

    private static IEnumerable<Warning?> Warned(Experiment experiment, SweepTable table, int failed, string? fontProblem)
    {
        int runs = table.Points.Rows.Count * table.Replicates;
        yield return Warnings.OfCompleteness(runs - failed, runs);
        yield return Warnings.OfReplicates(table.Replicates);
        yield return Warnings.OfOverlap(experiment.Scenario.Plan);
        yield return Warnings.OfEstimates(experiment.Scenario);
        yield return Warnings.OfContestedLinks(experiment.Scenario.Plan.Parameters);
        yield return Warnings.OfCalibration();
        yield return Warnings.OfFonts(fontProblem);
    }

    private static ReportTable EffectsTable(SweepTable table, int outcome) => new(
        $"{SweptOutcome.Of(table.Outcomes[outcome])} with each parameter ({table.Outcomes[outcome].Unit})", $"Difference: highest less lowest. {EffectInterval.Of(table)}"
            + (FirstTimeText.Of(table, outcome) is { } often ? $" {SweptOutcome.Of(table.Outcomes[outcome])}: {often}." : ""),
        [new("Parameter"), new("Lowest", true), new("Mean at lowest", true), new("Highest", true), new("Mean at highest", true), new("Difference", true), new("95 % CI", true), new("Share of variance", true)],
        [
            .. MainEffect.Ranked(table, outcome).Where(effect => effect.Ranges.Count > 0).Select(effect =>
            {
                ParameterDeclaration parameter = table.Points.Parameters[effect.Column];
                EffectRange low = effect.Ranges[0], high = effect.Ranges[^1];
                return new ReportRow(
                    [
                        parameter.Path, new ReportCell(ParameterAxis.Text(parameter, low.From, low.To), low.From), ReportCell.Number(low.Outcome),
                        new ReportCell(ParameterAxis.Text(parameter, high.From, high.To), high.To), ReportCell.Number(high.Outcome), ReportCell.Signed(effect.Change),
                        SamePairs.AreZero(effect.Contrast.Low, effect.Contrast.High) ? new ReportCell(SamePairs.NoRun, 0) : ReportCell.Interval(effect.Contrast.Low, effect.Contrast.High),
                        new ReportCell(EffectInterval.Share(table, effect, outcome) is { Length: > 0 } share ? share : "–", effect.Share),
                    ],
                    Meaning: parameter.Meaning);
            }),
        ]);
}
