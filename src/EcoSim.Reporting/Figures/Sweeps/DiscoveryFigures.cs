using System.Globalization;
using EcoSim.Experiments.Discovery;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The figures of a discovery, as PNG and SVG.</summary>
public static class DiscoveryFigures
{
    /// <summary>Writes <c>boxes</c> and <c>peeling</c>.</summary>
    /// <param name="result">What was found; at least one box.</param>
    /// <param name="folder">Folder to write to; made when absent.</param>
    public static DrawnFigures Write(DiscoveryResult result, string folder)
    {
        string context = string.Create(CultureInfo.InvariantCulture,
            $"Sweep “{result.Table.Name}”  ·  it holds at {result.Found.Hits} of {result.Found.Points} points, means over {FigureInput.Count(result.Table.Replicates)}");
        return new DrawnFigures(
            PageFile.WriteAll([new("boxes", () => BoxesFigure.Draw(result, context), () => BoxesFigure.Draw(result, context, narrow: true)), new("peeling", () => PeelingFigure.Draw(result, context))], folder, threads: 0),
            Lettering.Problem);
    }
}
