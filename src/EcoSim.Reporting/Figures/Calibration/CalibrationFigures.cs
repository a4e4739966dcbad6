using System.Globalization;
using EcoSim.Experiments.Calibration;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The figures of a calibration and of its recovery, as PNG and SVG.</summary>
public static class CalibrationFigures
{
    /// <summary>Writes <c>fit</c>, <c>posterior</c>, <c>identification</c>, <c>pairs</c> and <c>waves</c>.</summary>
    /// <param name="result">The calibration.</param>
    /// <param name="folder">Folder to write to; made when absent.</param>
    /// <param name="threads">Figures drawn at a time; 0 means one for each processor.</param>
    public static DrawnFigures Write(CalibrationResult result, string folder, int threads = 0)
    {
        CalibrationTask task = result.Task;
        string context = string.Create(CultureInfo.InvariantCulture,
            $"Calibration of “{task.Name}”  ·  {result.Points} points, {FigureInput.Count(task.Experiment.Replicates)} of each  ·  against {task.Targets}");
        List<PageDrawing> pages =
        [
            new("fit", () => FitFigure.Draw(result, context), () => FitFigure.Draw(result, context, narrow: true)),
            new("posterior", () => PosteriorFigure.Draw(result, context)),
            new("identification", () => IdentificationFigure.Draw(result, context), () => IdentificationFigure.Draw(result, context, narrow: true)),
        ];
        if (task.Space.Size > 1)
        {
            pages.Add(new("pairs", () => PairsFigure.Draw(result, context)));
        }

        if (result.Waves.Count > 1)
        {
            pages.Add(new("waves", () => WavesFigure.Draw(result, context)));
        }

        return new DrawnFigures(PageFile.WriteAll(pages, folder, threads), Lettering.Problem);
    }

    /// <summary>Writes <c>recovery</c>; nothing without a trial.</summary>
    public static DrawnFigures Write(RecoveryResult result, string folder, int threads = 0)
    {
        if (result.Trials == 0)
        {
            return DrawnFigures.None;
        }

        string context = string.Create(CultureInfo.InvariantCulture, $"Recovery with “{result.Task.Name}”  ·  {result.Trials} trials with known parameters");
        return new DrawnFigures(PageFile.WriteAll([new PageDrawing("recovery", () => RecoveryFigure.Draw(result, context))], folder, threads), Lettering.Problem);
    }
}
