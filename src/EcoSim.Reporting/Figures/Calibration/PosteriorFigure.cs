using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Sweeps;
using EcoSim.Model.Declaration;
using EcoSim.Reporting.Style;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>For each free parameter what the figures leave of its prior.</summary>
internal static class PosteriorFigure
{
    private const int Columns = 3, UsualBins = 24;

    public static Page Draw(CalibrationResult result, string context)
    {
        int rows = (result.Parameters.Count + Columns - 1) / Columns, pinned = result.Parameters.Count(fit => fit.IsIdentified);
        return new Page(1200, 210 + 210 * rows)
        {
            Title = $"The figures narrow down {pinned} of {result.Parameters.Count} free parameters",
            Context = context,
            Question = "What do the published figures leave of each prior?",
            Note = $"Bars: posterior, in blue where its 90 % interval is at most {Identification.IdentifiedRatio} times as wide as the prior’s, in grey where no figure pins the parameter down. Dashed: prior. Vermillion line: the estimate; grey line: the value before.",
            Legend = [(Colours.Blue, "narrowed down"), (Colours.Quiet, "not pinned down"), (Colours.Vermillion, "estimate")],
        }.With(Columns, [.. result.Parameters.Select((fit, i) => PanelOf(result, fit, i))]);
    }

    private static Panel PanelOf(CalibrationResult result, ParameterFit fit, int parameter)
    {
        var axis = new PriorAxis(result.Task.Space.Variations[parameter]);
        int bins = BinsOf(result.Task.Space.Variations[parameter]);
        double width = (axis.High - axis.Low) / bins;
        var counts = new double[bins];
        var prior = new double[bins];
        foreach (double[] draw in result.Shares)
        {
            counts[Bin(result.Task.Space.Value(parameter, draw[parameter]))] += 1.0 / result.Shares.Count;
        }

        const int even = 4800;
        for (int i = 0; i < even; i++)
        {
            prior[Bin(result.Task.Space.Value(parameter, (i + 0.5) / even))] += 1.0 / even;
        }

        var panel = new Panel(axis.Label, "")
        {
            XLabel = axis.Unit,
            X = axis.Ticks,
            Y = new Ticks(0, 1.12 * Math.Max(counts.Max(), prior.Max()), [], []),
            NarrowHeight = 200,
            Overlay = (canvas, data, map) =>
            {
                Upright(canvas, data, map(axis.At(fit.Own), 0).X, Colours.Quiet, 1.4f);
                Upright(canvas, data, map(axis.At(fit.Estimate), 0).X, Colours.Vermillion, 2.4f);
            },
        };
        panel.Track(0, counts.Max());
        for (int bin = 0; bin < bins; bin++)
        {
            panel.Bar(axis.Low + bin * width, axis.Low + (bin + 0.92) * width, 0, counts[bin], fit.IsIdentified ? Colours.Blue : Colours.Quiet.WithAlpha(0.5));
            panel.Guide(new ScottPlot.Coordinates(axis.Low + bin * width, prior[bin]), new ScottPlot.Coordinates(axis.Low + (bin + 1) * width, prior[bin]));
        }

        return panel;

        int Bin(double value) => Math.Clamp((int)((axis.At(value) - axis.Low) / width), 0, bins - 1);
    }

    /// <summary>Of a whole number no more bins than half its values, lest some stay empty.</summary>
    private static int BinsOf(Variation prior) =>
        prior.Parameter.Kind == ParameterKind.Integer ? Math.Clamp((int)(prior.To - prior.From + 1) / 2, 2, UsualBins) : UsualBins;

    private static void Upright(SKCanvas canvas, ScottPlot.PixelRect data, float x, ScottPlot.Color color, float width)
    {
        if (x >= data.Left && x <= data.Right)
        {
            using var line = new SKPaint { Color = color.ToSKColor(), StrokeWidth = width, IsAntialias = true };
            canvas.DrawLine(x, data.Top, x, data.Bottom, line);
        }
    }
}
