using System.Globalization;
using EcoSim.Experiments.Headline;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The figure of a headline with its full uncertainty, as PNG and SVG.</summary>
public static class HeadlineFigures
{
    public const string Name = "headline";

    /// <summary>Writes <c>headline</c>.</summary>
    /// <param name="result">The headline.</param>
    /// <param name="folder">Folder to write to; made when absent.</param>
    /// <param name="threads">Figures drawn at a time; 0 means one for each processor.</param>
    public static DrawnFigures Write(HeadlineResult result, string folder, int threads = 0)
    {
        var run = result.Design.Scenario.Plan.Parameters.Run;
        string context = string.Create(CultureInfo.InvariantCulture,
            $"Scenario “{result.Design.Scenario.Name}”  ·  {result.Design.Scenario.Plan.Parameters.Population.Workers:#,0} workers  ·  {run.Months} months from {run.Start}  ·  {ComparedTimes.Pairs(result.Replicates)} with the same luck");
        return new DrawnFigures(
            PageFile.WriteAll([new PageDrawing(Name, () => HeadlineFigure.Draw(result, context), () => HeadlineFigure.Draw(result, context, narrow: true))], folder, threads), Lettering.Problem);
    }
}
