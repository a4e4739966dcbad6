using System.Globalization;
using EcoSim.Experiments.Validation;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The figures of a validation, as PNG and SVG.</summary>
public static class ValidationFigures
{
    /// <summary>Writes <c>scorecard</c>.</summary>
    /// <param name="result">What was measured, and against what.</param>
    /// <param name="folder">Folder to write to; made when absent.</param>
    /// <param name="threads">Figures drawn at a time; 0 means one for each processor.</param>
    public static DrawnFigures Write(ValidationResult result, string folder, int threads = 0)
    {
        var run = result.Measured.Scenario.Plan.Parameters.Run;
        string context = string.Create(CultureInfo.InvariantCulture,
            $"Scenario “{result.Measured.Scenario.Name}”  ·  {run.Months} months from {run.Start}  ·  {FigureInput.Count(result.Scorecard.Replicates)}  ·  against {result.Targets}");
        InlineFigure[] figures = PageFile.WriteAll(
            [new PageDrawing("scorecard", () => ScorecardFigure.Draw(result.Scorecard, context), () => ScorecardFigure.Draw(result.Scorecard, context, narrow: true))], folder, threads);
        return new DrawnFigures(figures, Lettering.Problem);
    }
}
