using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Validation;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>A row for each published figure: its band, and the value before and after.</summary>
internal static class FitFigure
{
    private const float ValueWidth = 250, HalfBand = 9, Dot = 5.5f;
    private const double Beside = 0.8, ErrorsShown = 2, Apart = 0.17, NarrowApart = 0.12;

    /// <summary>How far a name above a row is moved up, clear of the ring.</summary>
    private const float AboveRing = 6;

    public static Page Draw(CalibrationResult result, string context, bool narrow = false)
    {
        FigureFit[] figures = [.. result.Figures.Reverse()];
        string[] names = [.. figures.Select(figure => $"{figure.Moment.Published!.Id}  {OutcomeWords.Of(figure.Moment.Published!.Measure)}")];
        var panel = new Panel("Published figure", "")
        {
            XLabel = narrow ? "each row on its own scale" : "each row on a scale of its own: the band from its lower to its upper end",
            LeftWidth = RowNames.LeftWidth(names, narrow),
            RightWidth = narrow ? 0 : ValueWidth,
            NarrowHeight = 100 + (RowNames.HeightWithName + 8) * figures.Length,
            X = _ => new Ticks(-Beside, 1 + Beside, [0, 1], ["low", "high"]),
            Y = new Ticks(-0.6, figures.Length - 0.4, [], []),
            Overlay = (canvas, data, map) => DrawRows(canvas, data, map, figures, names, narrow),
        };
        panel.Track(0, figures.Length);
        int before = figures.Count(figure => figure.Moment.Published!.Admits(figure.Before)), after = figures.Count(figure => figure.Moment.Published!.Admits(figure.After));
        return new Page(1200, 230 + 38 * Math.Max(4, figures.Length))
        {
            Title = $"In band: {before} of {figures.Length} figures before, {after} after",
            Context = context,
            Question = "How well does the scenario agree with the published figures, before and after?",
            Note = $"Bar: the published band; tick: the published value. Ring: before; dot: with the estimate; each with twice its Monte Carlo standard error ({result.Task.Choice.Confirm} replicates); an arrow beyond the scale.",
            WideNote = "Right: before, after.",
            Legend = [(Colours.Quiet, "before"), (Colours.Blue, "after, in band"), (Colours.Vermillion, "after, out of band")],
        }.With(1, panel);
    }

    private static void DrawRows(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, FigureFit[] figures, string[] names, bool narrow)
    {
        for (int i = 0; i < figures.Length; i++)
        {
            FigureFit figure = figures[i];
            CalibrationTarget target = figure.Moment.Published!;
            using var band = new SKPaint { Color = Colours.Grid.ToSKColor() };
            using var tick = new SKPaint { Color = Colours.Ink.ToSKColor(), StrokeWidth = 2 };
            SKPoint low = map(0, i), high = map(1, i), middle = map(Position(target, target.Value), i);
            canvas.DrawRect(low.X, low.Y - HalfBand, high.X - low.X, 2 * HalfBand, band);
            canvas.DrawLine(middle.X, middle.Y - HalfBand, middle.X, middle.Y + HalfBand, tick);
            RowNames.Draw(canvas, data, narrow ? low.Y - AboveRing : low.Y, names[i], narrow);
            double apart = narrow ? NarrowApart : Apart;
            Value(canvas, map, target, figure.Before, figure.BeforeError, i + apart, Colours.Quiet, ring: true);
            Color color = target.Admits(figure.After) ? Colours.Blue : Colours.Vermillion;
            Value(canvas, map, target, figure.After, figure.AfterError, i - apart, color, ring: false);
            if (!narrow)
            {
                Lettering.Draw(canvas, ReadableNumber.Of(figure.Before), data.Right + 62, low.Y + 5, Colours.Quiet, align: SKTextAlign.Right);
                Lettering.Draw(canvas, ReadableNumber.Of(figure.After), data.Right + 126, low.Y + 5, color, bold: true, align: SKTextAlign.Right);
                Lettering.Draw(canvas, $"of {ReadableNumber.Of(target.Value)}", data.Right + 140, low.Y + 5, Colours.Quiet);
            }
        }
    }

    private static void Value(SKCanvas canvas, Func<double, double, SKPoint> map, CalibrationTarget target, double value, double error, double row, Color color, bool ring)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        using var paint = new SKPaint { Color = color.ToSKColor(), StrokeWidth = 2, IsAntialias = true };
        double at = Position(target, value), half = ErrorsShown * error / Width(target);
        if (half > 0)
        {
            canvas.DrawLine(map(Within(at - half), row), map(Within(at + half), row), paint);
        }

        SKPoint point = map(Within(at), row);
        if (Within(at) != at)
        {
            float back = at < 0 ? 10 : -10;
            using var arrow = new SKPath();
            arrow.AddPoly([point, new SKPoint(point.X + back, point.Y - 6), new SKPoint(point.X + back, point.Y + 6)]);
            canvas.DrawPath(arrow, paint);
            return;
        }

        paint.IsStroke = ring;
        canvas.DrawCircle(point, Dot, paint);
    }

    private static double Position(CalibrationTarget target, double value) => (value - target.Low) / Width(target) + (target.High > target.Low ? 0 : 0.5);

    private static double Width(CalibrationTarget target) => target.High > target.Low ? target.High - target.Low : Math.Max(Math.Abs(target.Value), 1e-9);

    private static double Within(double position) => Math.Clamp(position, -Beside, 1 + Beside);
}
