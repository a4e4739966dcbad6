using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Validation;
using EcoSim.Reporting;

namespace EcoSim.Cli.Calibrating;

/// <summary>What a calibration found, for the terminal.</summary>
internal static class CalibrationTable
{
    public static void Write(TextWriter output, CalibrationResult result, string overlay)
    {
        CalibrationTask task = result.Task;
        var run = task.Scenario.Plan.Parameters;
        output.WriteLine(
            $"{task.Name} fitted to {task.Targets}: {result.Points} points of {run.Population.Workers:#,0} workers, {CalibrationSize.Counted(run.Run.Replicates, "replicate")} each, {run.Run.Months} months, seed {run.Run.Seed}");
        output.WriteLine();
        TextColumns.Write(
            output, ["parameter", "prior", "before", "estimate", "90 % interval", "width", "pinned by"],
            result.Parameters.Select((fit, i) => new[]
            {
                fit.Path, $"{ReadableNumber.Of(task.Space.Variations[i].From)} to {ReadableNumber.Of(task.Space.Variations[i].To)}", ReadableNumber.Of(fit.Own), ReadableNumber.Of(fit.Estimate),
                $"{ReadableNumber.Of(fit.Low)} to {ReadableNumber.Of(fit.High)}", Identification.WidthText(fit.WidthRatio) + (Identification.IsBorderline(fit.WidthRatio) ? "*" : " "),
                result.PinOf(fit) ?? "NO FIGURE",
            }),
            2, 3, 5);
        output.WriteLine($"Width: of the 90 % interval over the prior's; above {Identification.IdentifiedRatio} no figure pins the parameter down, and values far from the estimate fit nearly as well.");
        if (result.Parameters.Any(fit => Identification.IsBorderline(fit.WidthRatio)))
        {
            output.WriteLine($"* borderline: within {Identification.BorderlineWithin} of {Identification.IdentifiedRatio}, so another seed may turn the verdict.");
        }

        output.WriteLine();
        TextColumns.Write(
            output, ["", "figure", "published", "band", "before", "s.e.", "after", "s.e.", "verdict"],
            result.Figures.Select(figure => Row(figure, figure.Moment.Published!)), 2, 4, 5, 6, 7);
        if (result.Figures.Any(figure => figure.Moment.Published!.IsNearEdge(figure.After, figure.AfterError)))
        {
            output.WriteLine(ScorecardCsv.EdgeMeaning);
        }

        output.WriteLine(
            $"Distance: {CalibrationWarnings.Distance(result.DistanceBefore, result.DistanceBeforeError)} before, {CalibrationWarnings.Distance(result.DistanceAfter, result.DistanceAfterError)} after{CalibrationWarnings.Untold(result)}; {task.Choice.Confirm} replicates each.");
        output.WriteLine(
            $"Condition number of the moment matrix: {ReadableNumber.Of(result.Identification.Condition)}; the figures tell more than the priors in {result.Identification.Directions} of {task.Space.Size} directions.");
        foreach (Warning warning in CalibrationWarnings.Of(result))
        {
            WrappedText.Write(output, $"WARNING: {warning.Found} {warning.Remedy}");
        }

        if (!result.IsWorse)
        {
            output.WriteLine($"To use it: ecosim run {overlay}");
        }
    }

    private static string[] Row(FigureFit figure, CalibrationTarget target) =>
    [
        target.Id, target.Measure, ReadableNumber.Of(target.Value), $"{ReadableNumber.Of(target.Low)} to {ReadableNumber.Of(target.High)}", ReadableNumber.Of(figure.Before),
        ReadableNumber.Of(figure.BeforeError), ReadableNumber.Of(figure.After), ReadableNumber.Of(figure.AfterError),
        double.IsNaN(figure.After) ? "not measurable" : (target.Admits(figure.After) ? "in band" : "OUT OF BAND") + ScorecardCsv.Edge(target.IsNearEdge(figure.After, figure.AfterError)),
    ];
}
