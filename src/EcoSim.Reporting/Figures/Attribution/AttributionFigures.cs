using System.Globalization;
using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Scenarios;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The figures of an attribution, as PNG and SVG.</summary>
public static class AttributionFigures
{
    /// <summary>Writes <c>waterfall</c> and <c>interactions</c>.</summary>
    /// <param name="scenario">What was attributed.</param>
    /// <param name="outcomes">Its attribution.</param>
    /// <param name="replicates">Replicates that are done in every cell.</param>
    /// <param name="folder">Folder to write to; made when absent.</param>
    /// <param name="threads">Figures drawn at a time; 0 means one for each processor.</param>
    public static DrawnFigures Write(Scenario scenario, IReadOnlyList<OutcomeAttribution> outcomes, int replicates, string folder, int threads = 0)
    {
        var run = scenario.Plan.Parameters.Run;
        string context = string.Create(CultureInfo.InvariantCulture,
            $"Scenario “{scenario.Name}”  ·  {run.Months} months from {run.Start}  ·  {Channels.Cells} combinations of channels  ·  {FigureInput.Count(replicates)} with the same luck in each");
        InlineFigure[] figures = PageFile.WriteAll(
            [
                new("waterfall", () => WaterfallFigure.Draw(outcomes, replicates, context), () => WaterfallFigure.Draw(outcomes, replicates, context, narrow: true)),
                new("interactions", () => InteractionsFigure.Draw(outcomes, replicates, context)),
            ],
            folder, threads);
        return new DrawnFigures(figures, Lettering.Problem);
    }
}
