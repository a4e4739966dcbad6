using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Sensitivity;

namespace EcoSim.Reporting;

/// <summary>The page of a sensitivity analysis.</summary>
public static class SensitivityReport
{
    /// <param name="result">What it found.</param>
    /// <param name="failed">Runs that failed.</param>
    /// <param name="drawn">Its figures.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static Report Of(SensitivityResult result, int failed, DrawnFigures drawn, string commandLine)
    {
        Scenario scenario = result.Experiment.Scenario;
        var run = scenario.Plan.Parameters.Run;
        return new Report
        {
            Title = $"What matters in {result.Experiment.Name}",
            Context = $"Sensitivity to {Amount.Count(result.Parameters.Count, "parameter", "parameters")}: {Amount.Count(result.Trajectories, "trajectory", "trajectories")}"
                + (result.BasePoints > 0 ? $", {Amount.Count(result.BasePoints, "base point", "base points")}" : "")
                + $", {Amount.Count(result.Experiment.Replicates, "replicate", "replicates")} of each point with the same luck, {Amount.Count(run.Months, "month", "months")} from {run.Start}",
            Questions = scenario.Question.Length == 0 ? [] : [scenario.Question],
            Answers = [Answer(result)],
            AnswerNote = KeptText.Of(result).Replace('\'', '’') + " μ* is the mean size of the change when a parameter goes through its distribution. Sobol indices are shares of the variance when the parameters vary as the experiment says: "
                + "other distributions give other shares. The noise floor is what the luck of the replicates alone would give.",
            Changes = [ReportParts.OtherThanDefaults(scenario)],
            Warnings =
            [
                .. new[]
                {
                    failed == 0 ? null : new Warning(WarningKind.Incomplete, $"{Amount.Count(failed, "run", "runs")} failed; effects that need them are left out.", "The tables of runs in the folder hold stage and message."),
                    Warnings.OfReplicates(result.Experiment.Replicates), Warnings.OfOverlap(scenario.Plan), Warnings.OfEstimates(scenario), Warnings.OfContestedLinks(scenario.Plan.Parameters), Warnings.OfCalibration(), Warnings.OfFonts(drawn.FontProblem),
                }.OfType<Warning>(),
            ],
            Figures = drawn.Figures,
            Tables = [.. result.Effects.Select(outcome => EffectsTable(result, outcome)), .. result.Indices.Select((outcome, place) => IndicesTable(result, outcome, place))],
            Provenance =
            [
                .. ReportParts.Provenance(run, ProgramVersion.Text, ProgramVersion.ModelBuild),
                ("Luck of the design", $"{result.Experiment.DesignSeed}"),
                ("Experiment", ReportParts.Files(scenario)),
            ],
            CommandLine = commandLine,
        };
    }

    /// <summary>What matters most for the headline, in one sentence.</summary>
    public static string Answer(SensitivityResult result)
    {
        OutcomeEffects headline = result.Effects[0];
        MorrisEffect[] clear = [.. headline.Effects.Where(effect => effect.MuStar.IsClear).OrderByDescending(effect => effect.MuStar.Value)];
        string outcome = SweptOutcome.Within(headline.Outcome);
        if (clear.Length == 0)
        {
            return $"No parameter’s effect on {outcome} is told from the luck of the replicates.";
        }

        var scale = new AmountScale(headline.Outcome.Unit, [clear[0].MuStar.Value]);
        string screened = $"Of {result.Parameters.Count} parameters {clear.Length} {(clear.Length == 1 ? "moves" : "move")} {outcome} by more than luck; {Path(result, clear[0].Parameter)} most, by {scale.Of(clear[0].MuStar.Value)} in the mean";
        if (result.Indices.Count == 0 || result.Indices[0].Indices.MaxBy(index => index.Total.Value) is not { } most || double.IsNaN(most.Total.Value))
        {
            return screened + ".";
        }

        string left = SobolText.LeftOut(result, 0) is { } others ? $" {others}" : "";
        return $"{screened}. {SobolText.Explains(result, most)}{left}";
    }

    private static ReportTable EffectsTable(SensitivityResult result, OutcomeEffects outcome) => new(
        $"Elementary effects on {SweptOutcome.Of(outcome.Outcome)} ({outcome.Outcome.Unit})", $"Mean size with its 95 % confidence interval over trajectories, {SensitivityInterval.Luck(result)}.",
        [new("Parameter"), new("Mean", true), new("Mean size (μ*)", true), new("95 % CI", true), new("Noise floor", true), new("Spread (σ)", true)],
        [
            .. outcome.Effects.OrderByDescending(effect => effect.MuStar.Value).Select(effect => new ReportRow(
                [
                    Path(result, effect.Parameter), ReportCell.Signed(effect.Mean), ReportCell.Number(effect.MuStar.Value), ReportCell.Interval(effect.MuStar.Low, effect.MuStar.High),
                    ReportCell.Number(effect.MuStar.NoiseFloor), ReportCell.Number(effect.Sigma.Value),
                ],
                Meaning: result.Parameters[effect.Parameter].Meaning)),
        ]);

    private static ReportTable IndicesTable(SensitivityResult result, OutcomeIndices outcome, int place) => new(
        $"Shares of the variance of {SweptOutcome.Of(outcome.Outcome)}", $"Sobol indices with 95 % confidence intervals over independent scrambles of the points, {SensitivityInterval.Luck(result)}. {string.Join(' ', new[] { SobolText.Untold(result, outcome), SobolText.LeftOut(result, place) }.OfType<string>())}".Trim(),
        [new("Parameter"), new("First order", true), new("95 % CI", true), new("Total", true), new("95 % CI", true), new("Noise floor", true)],
        [
            .. outcome.Indices.OrderByDescending(index => index.Total.Value).Select(index => new ReportRow(
                [
                    Path(result, result.Kept[index.Parameter]), ReportCell.Number(index.First.Value), ReportCell.Interval(index.First.Low, index.First.High),
                    ReportCell.Number(index.Total.Value), ReportCell.Interval(index.Total.Low, index.Total.High), ReportCell.Number(index.Total.NoiseFloor),
                ],
                Meaning: result.Parameters[result.Kept[index.Parameter]].Meaning)),
        ]);

    private static string Path(SensitivityResult result, int parameter) => result.Parameters[parameter].Path;
}
