using EcoSim.Experiments.Discovery;
using EcoSim.Reporting.Style;
using ScottPlot;

namespace EcoSim.Reporting;

/// <summary>Density against coverage while a box is peeled: what a purer box costs.</summary>
internal static class PeelingFigure
{
    public static Page Draw(DiscoveryResult result, string context)
    {
        DiscoveredBox[] boxes = [.. result.Found.Boxes];
        return new Page(1200, 640)
        {
            Title = "What a purer box costs",
            Context = context,
            Question = "How much of the region is lost when a box should hold fewer exceptions?",
            Note = "From right to left: all of space, peeled slice by slice. Large dot: the step that was taken, before ends were put back out and limits that could be chance left out. Dashed: density anywhere. --density asks for another step.",
        }.With(boxes.Length, [.. boxes.Select((box, number) => PanelOf(result, box, number))]);
    }

    private static Panel PanelOf(DiscoveryResult result, DiscoveredBox box, int number)
    {
        PeelingStep[] steps = [.. box.Found.Steps];
        double[] coverage = [.. steps.Select(step => step.Score.Coverage)], density = [.. steps.Select(step => step.Score.Density)];
        var panel = new Panel($"Box {number + 1}: density", "")
        {
            XLabel = "coverage",
            X = intervals => Ticks.Linear(0, 1.03, intervals),
            Overlay = (canvas, _, map) =>
            {
                for (int step = 0; step < steps.Length; step++)
                {
                    MainEffectsFigure.Dot(canvas, map(coverage[step], density[step]), step == box.Found.Chosen ? 8 : 3.4f, step == box.Found.Chosen ? Colours.Vermillion : Colours.Blue);
                }
            },
        };
        panel.Track(0, 1);
        panel.Line(coverage, density, Colours.Blue, width: 1.4f);
        double anywhere = (double)result.Found.Hits / result.Found.Points;
        panel.Guide(new Coordinates(0, anywhere), new Coordinates(1.03, anywhere));
        return panel;
    }
}
