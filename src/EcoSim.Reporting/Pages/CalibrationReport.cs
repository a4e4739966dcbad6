using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Validation;

namespace EcoSim.Reporting;

/// <summary>The pages of a calibration and of its recovery.</summary>
public static class CalibrationReport
{
    /// <param name="result">What it found.</param>
    /// <param name="failed">Points that failed.</param>
    /// <param name="drawn">Its figures.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static Report Of(CalibrationResult result, int failed, DrawnFigures drawn, string commandLine) => Page(result.Task, drawn, commandLine, failed) with
    {
        Title = $"{result.Task.Name} fitted to published figures",
        Context = $"{Amount.Count(result.Task.Space.Size, "free parameter", "free parameters")}, {Amount.Count(result.Figures.Count, "figure", "figures")}, {Amount.Count(result.Points, "point", "points")}; fit measured with {Amount.Count(result.Task.Choice.Confirm, "replicate", "replicates")}",
        Answers = [Answer(result), Pinned(result)],
        AnswerNote = "The estimate is the nearest to the figures of the few points at which the fitted surfaces promised the least distance and which were then simulated; it need not be nearer than the value before. Each figure is weighted by the doubt about it "
            + "(its band, read as the central 95 %) and by Monte Carlo error. Where figures leave a direction open only a slight pull draws it toward the value before, and it may lie far from it. "
            + "Intervals come from a synthetic likelihood on quadratic surfaces fitted to simulated points. They hold given the model, the priors and the bands: none covers doubt about the model.",
        Warnings = [.. CalibrationWarnings.Of(result), .. Warned(result.Task, drawn, failed)],
        Tables = [Parameters(result), Figures(result), Elasticities(result), Waves(result)],
    };

    /// <param name="result">What the trials found.</param>
    /// <param name="failed">Points that failed.</param>
    /// <param name="drawn">Its figures.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static Report Of(RecoveryResult result, int failed, DrawnFigures drawn, string commandLine) => Page(result.Task, drawn, commandLine, failed) with
    {
        Title = $"Does calibrating {result.Task.Name} find what made the data?",
        Context = $"{Amount.Count(result.Trials, "trial", "trials")} of {result.Asked}; {Amount.Count(result.Task.Choice.AllPoints, "point", "points")} each, the first wave shared",
        Questions = ["How often does the 90 % interval of a parameter hold the value that made the data?"],
        Answers = [$"Of {result.Rows.Count} intervals {result.Rows.Count(row => row.Held)} hold the truth; of the {result.Rows.Count(row => row.IsIdentified)} that were narrowed down, {result.Rows.Count(row => row.IsIdentified && row.Held)}."],
        AnswerNote = "Truths are drawn from the priors, data are simulated with them and with other luck, and each is calibrated to as if published, with the doubt of the published bands. That doubt is wider than the luck of these data, so intervals of what is narrowed down should hold the truth at least in nine of ten trials.",
        Tables =
        [
            new ReportTable(
                "Recovery", "Width: of the 90 % interval over the prior’s.",
                [new("Parameter"), new("Held the truth", true), new("Narrowed down in", true), new("Of which held", true), new("Mean width", true)],
                [.. result.Summaries.Select(summary => new ReportRow(
                    [result.Task.Space.NameOf(summary.Parameter), ReportCell.Number(summary.Held), ReportCell.Number(summary.Identified), ReportCell.Number(summary.HeldWhenIdentified), ReportCell.Number(summary.MeanWidthRatio)]))]),
        ],
    };

    private static Report Page(CalibrationTask task, DrawnFigures drawn, string commandLine, int failed) => new()
    {
        Title = "",
        Context = "",
        Questions = task.Scenario.Question.Length == 0 ? [] : [task.Scenario.Question],
        Answers = [],
        AnswerNote = "",
        Changes = [ReportParts.OtherThanDefaults(task.Scenario)],
        Warnings = [.. Warned(task, drawn, failed)],
        Figures = drawn.Figures,
        Tables = [],
        Provenance =
        [
            .. ReportParts.Provenance(task.Scenario.Plan.Parameters.Run, ProgramVersion.Text, ProgramVersion.ModelBuild),
            ("Size", $"{Amount.Count(task.Choice.Points, "point", "points")}, then {Amount.Count(task.Choice.Waves - 1, "wave", "waves")} of {task.Choice.WavePoints}; {Amount.Count(task.Experiment.Replicates, "replicate", "replicates")} each"),
            ("Luck of the design", $"{task.Experiment.DesignSeed}"),
            ("Published figures", task.Targets),
            ("Calibration", ReportParts.Files(task.Scenario)),
        ],
        CommandLine = commandLine,
    };

    private static IEnumerable<Warning> Warned(CalibrationTask task, DrawnFigures drawn, int failed) => new[]
    {
        failed == 0 ? null : new Warning(WarningKind.Incomplete, $"{Amount.Count(failed, "point", "points")} failed and are left out.", "Give the same command again; points that failed are simulated again."),
        Warnings.OfEstimates(task.Scenario), Warnings.OfContestedLinks(task.Scenario.Plan.Parameters), Warnings.OfFonts(drawn.FontProblem),
    }.OfType<Warning>();

    private static string Answer(CalibrationResult result)
    {
        int before = result.Figures.Count(figure => figure.Moment.Published!.Admits(figure.Before)), after = result.Figures.Count(figure => figure.Moment.Published!.Admits(figure.After));
        string[] missed = [.. result.Figures.Where(figure => !figure.Moment.Published!.Admits(figure.After)).Select(figure => figure.Moment.Id)];
        return $"{after} of {result.Figures.Count} figures are in band with the estimate, {before} before{(missed.Length == 0 ? "" : $"; out of band: {string.Join(", ", missed)}")}. The distance goes from {ReadableNumber.Of(result.DistanceBefore)} to {ReadableNumber.Of(result.DistanceAfter)}{CalibrationWarnings.Untold(result)}{(result.IsWorse ? ": the estimate fits worse than the scenario’s own values" : "")}.";
    }

    private static string Pinned(CalibrationResult result)
    {
        string[] loose = [.. result.Parameters.Where(fit => !fit.IsIdentified).Select(fit => fit.Path)];
        return loose.Length == 0
            ? $"The figures narrow down all {result.Parameters.Count} free parameters."
            : $"No figure pins down {string.Join(", ", loose)}: their intervals are nearly as wide as the priors.";
    }

    private static ReportTable Parameters(CalibrationResult result) => new(
        "Free parameters", $"Width: of the 90 % interval over the prior’s; above {Identification.IdentifiedRatio} no figure pins the parameter down; *: borderline, within {Identification.BorderlineWithin} of it.",
        [new("Parameter"), new("Prior", true), new("Before", true), new("Estimate", true), new("90 % interval", true), new("Width", true), new("Pinned by")],
        [.. result.Parameters.Select((fit, i) => new ReportRow(
            [
                fit.Path, ReportCell.Interval(result.Task.Space.Variations[i].From, result.Task.Space.Variations[i].To), ReportCell.Number(fit.Own), ReportCell.Number(fit.Estimate),
                ReportCell.Interval(fit.Low, fit.High), new ReportCell(Identification.WidthText(fit.WidthRatio) + (Identification.IsBorderline(fit.WidthRatio) ? "*" : ""), fit.WidthRatio), result.PinOf(fit) ?? "no figure",
            ],
            Meaning: result.Task.Space.Variations[i].Parameter.Meaning))]);

    private static ReportTable Figures(CalibrationResult result) => new(
        "Fit", "s.e.: Monte Carlo standard error (pooled estimate, jackknife). Near its edge: within two of them of an end of the band, so that chance may decide.",
        [new("Figure"), new("Published", true), new("Band", true), new("Before", true), new("s.e.", true), new("After", true), new("s.e.", true), new("Unit"), new("Verdict")],
        [.. result.Figures.Select(figure =>
        {
            CalibrationTarget target = figure.Moment.Published!;
            Measure measure = MeasureCatalogue.Find(target.Measure)!;
            return new ReportRow(
                [
                    $"{target.Id} {OutcomeWords.Of(target.Measure)}", ReportCell.Number(target.Value), ReportCell.Interval(target.Low, target.High), ReportCell.Number(figure.Before),
                    ReportCell.Number(figure.BeforeError), ReportCell.Number(figure.After), ReportCell.Number(figure.AfterError), measure.ReadableUnit, (target.Admits(figure.After) ? "in band" : "out of band") + ScorecardCsv.Edge(target.IsNearEdge(figure.After, figure.AfterError)),
                ],
                Meaning: measure.How);
        })]);

    private static ReportTable Elasticities(CalibrationResult result) => new(
        "Identification", "Change of the figure, in its own unit, when the parameter goes through its prior (slope at the estimate), with its standard error; elasticity where parameter and figure are positive.",
        [new("Parameter"), new("Figure"), new("Change", true), new("s.e.", true), new("Elasticity", true), new("s.e.", true)],
        [.. from parameter in Enumerable.Range(0, result.Parameters.Count)
            from figure in Enumerable.Range(0, result.Figures.Count)
            let effect = result.EffectOf(parameter, figure)
            let elasticity = result.ElasticityOf(parameter, figure)
            select new ReportRow(
                [
                    result.Parameters[parameter].Path, result.Figures[figure].Moment.Id, ReportCell.Signed(effect.Effect), ReportCell.Number(effect.Error),
                    ReportCell.Number(elasticity.Elasticity), ReportCell.Number(elasticity.Error),
                ],
                Prominent: Math.Abs(result.Identification.Responses[parameter][figure].Strength) >= 1)]);

    private static ReportTable Waves(CalibrationResult result) => new(
        "Waves", "Foretold: largest over the figures of the root mean square error of what the surfaces foretold, over its standard deviation; about 1 where they know how well they know.",
        [new("Wave"), new("Points", true), new("With every figure", true), new("Median distance", true), new("Foretold", true)],
        [.. result.Waves.Select(wave => new ReportRow(
            [$"{wave.Wave}", ReportCell.Number(wave.Points), ReportCell.Number(wave.Whole), ReportCell.Number(wave.MedianDistance), ReportCell.Number(wave.MissRms.Max())]))]);
}
