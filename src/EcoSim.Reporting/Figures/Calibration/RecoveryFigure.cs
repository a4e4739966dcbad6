using EcoSim.Experiments.Calibration;
using EcoSim.Reporting.Style;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>For each parameter the intervals of all trials against the truth.</summary>
internal static class RecoveryFigure
{
    private const int Columns = 3;

    public static Page Draw(RecoveryResult result, string context)
    {
        int rows = (result.Summaries.Count + Columns - 1) / Columns;
        return new Page(1200, 220 + 290 * rows)
        {
            Title = "Does calibrating find the parameters that made the data?",
            Context = context,
            Question = "How often does the 90 % interval hold the truth?",
            Note = $"Across: the value that made the data; up: the 90 % interval and the estimate. Blue where the interval holds the truth, which is where it crosses the dashed line; pale where the parameter was not narrowed down (more than {Identification.IdentifiedRatio} of the prior’s width).",
            Legend = [(Colours.Blue, "holds the truth"), (Colours.Vermillion, "does not")],
        }.With(Columns, [.. result.Summaries.Select(summary => PanelOf(result, summary))]);
    }

    private static Panel PanelOf(RecoveryResult result, RecoverySummary summary)
    {
        var axis = new PriorAxis(result.Task.Space.Variations[summary.Parameter]);
        RecoveryRow[] rows = [.. result.Rows.Where(row => row.Parameter == summary.Parameter)];
        var panel = new Panel($"{axis.Label}: {summary.Held} of {result.Trials}", "")
        {
            XLabel = axis.Unit,
            X = axis.Ticks,
            Y = axis.Ticks(4),
            NarrowHeight = 290,
            Overlay = (canvas, _, map) =>
            {
                foreach (RecoveryRow row in rows)
                {
                    ScottPlot.Color color = (row.Held ? Colours.Blue : Colours.Vermillion).WithAlpha(row.IsIdentified ? 1 : 0.35);
                    using var line = new SKPaint { Color = color.ToSKColor(), StrokeWidth = 2, IsAntialias = true };
                    canvas.DrawLine(map(axis.At(row.Truth), axis.At(row.Low)), map(axis.At(row.Truth), axis.At(row.High)), line);
                    MainEffectsFigure.Dot(canvas, map(axis.At(row.Truth), axis.At(row.Estimate)), 4, color);
                }
            },
        };
        panel.Guide(new ScottPlot.Coordinates(axis.Low, axis.Low), new ScottPlot.Coordinates(axis.High, axis.High));
        return panel;
    }
}
