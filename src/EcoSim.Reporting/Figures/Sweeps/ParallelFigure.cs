using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Model.Declaration;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>Every point as a line across all parameters to the outcome: what the best and the worst points have in common.</summary>
internal static class ParallelFigure
{
    private const int MostAxes = 14;
    private const int MostLines = 600;

    /// <summary>Share of the points that count as high, and as many as low.</summary>
    private const double Tail = 0.2;

    private const float NameRoom = 118;
    private const float NameAngle = -32;
    private const float EndRoom = 26;
    private const float SideRoom = 30;
    private const float NameSize = 13;

    public static Page Draw(SweepTable table, string context)
    {
        double[] outcome = table.Outcome(0);
        int[] points = [.. Enumerable.Range(0, outcome.Length).Where(point => double.IsFinite(outcome[point])).OrderBy(point => outcome[point])];
        int tail = Math.Max(1, (int)(Tail * points.Length));
        MainEffect[] effects = [.. MainEffect.Ranked(table, 0).Take(MostAxes)];
        string left = table.Points.Parameters.Count > effects.Length ? $" The {effects.Length} parameters that move the outcome most." : "";
        var panel = new Panel("", "")
        {
            IsBlank = true,
            NarrowHeight = 420,
            Overlay = (canvas, data, _) => Lines(canvas, data, table, [.. effects.Select(effect => effect.Column)], points, tail),
        };
        panel.Track(0, 1);
        return new Page(1200, 760)
        {
            Title = $"What points with much and with little {OutcomeWords.Within(table.Outcomes[0].Observable.Name)} have in common",
            Context = context,
            Question = "Which values do the best and the worst points share?",
            Note = $"A line for each point, from its parameters to its outcome on the right; lowest values below, highest above.{left}",
            Legend = [(Colours.Blue, "highest fifth"), (Colours.Vermillion, "lowest fifth"), (Colours.Grid, "the rest")],
        }.With(1, panel);
    }

    private static void Lines(SKCanvas canvas, PixelRect data, SweepTable table, int[] columns, int[] points, int tail)
    {
        double[][] axes = [.. columns.Select(table.Parameter), table.Outcome(0)];
        (double Low, double High)[] spans = [.. axes.Select(values => (values.Where(double.IsFinite).Min(), values.Where(double.IsFinite).Max()))];
        float top = data.Top + NameRoom, bottom = data.Bottom - EndRoom;
        float Across(int axis) => data.Left + SideRoom + axis * (data.Width - 3 * SideRoom) / Math.Max(1, axes.Length - 1);
        float Up(int axis, double value) => spans[axis].High > spans[axis].Low
            ? (float)(bottom - (value - spans[axis].Low) / (spans[axis].High - spans[axis].Low) * (bottom - top))
            : (top + bottom) / 2;

        int step = Math.Max(1, points.Length / MostLines);
        int[] middle = [.. points.Skip(tail).Take(Math.Max(0, points.Length - 2 * tail)).Where((_, i) => i % step == 0)];
        Stroke(middle, Colours.Quiet.WithAlpha(0.13), 1);
        Stroke(points[..tail], Colours.Vermillion.WithAlpha(0.5), 1.4f);
        Stroke(points[^tail..], Colours.Blue.WithAlpha(0.5), 1.4f);
        for (int axis = 0; axis < axes.Length; axis++)
        {
            Axis(canvas, Across(axis), top, bottom, axis < columns.Length ? table.Points.Parameters[columns[axis]] : null, spans[axis], table);
        }

        void Stroke(IEnumerable<int> chosen, Color color, float width)
        {
            using var paint = new SKPaint { Color = color.ToSKColor(), StrokeWidth = width, IsAntialias = true, Style = SKPaintStyle.Stroke };
            foreach (int point in chosen)
            {
                using var path = new SKPath();
                path.MoveTo(Across(0), Up(0, axes[0][point]));
                for (int axis = 1; axis < axes.Length; axis++)
                {
                    path.LineTo(Across(axis), Up(axis, axes[axis][point]));
                }

                canvas.DrawPath(path, paint);
            }
        }
    }

    private static void Axis(SKCanvas canvas, float x, float top, float bottom, ParameterDeclaration? parameter, (double Low, double High) span, SweepTable table)
    {
        using var line = new SKPaint { Color = Colours.Ink.ToSKColor(), StrokeWidth = 1.4f, IsAntialias = true };
        canvas.DrawLine(x, top, x, bottom, line);
        string unit = table.Outcomes[0].Unit;
        UnitScale scale = UnitScale.For(unit, Math.Max(Math.Abs(span.Low), Math.Abs(span.High)));
        string Text(double value) => parameter is null ? EcoSim.Experiments.Results.ReadableNumber.Of(value / scale.Size) : ParameterAxis.Text(parameter, value);
        Lettering.Draw(canvas, Text(span.High), x, top - 6, Colours.Quiet, 12, align: SKTextAlign.Center);
        Lettering.Draw(canvas, Text(span.Low), x, bottom + 16, Colours.Quiet, 12, align: SKTextAlign.Center);
        canvas.Save();
        canvas.RotateDegrees(NameAngle, x, top - 24);
        Lettering.Draw(canvas, parameter?.Path ?? $"{SweptOutcome.Of(table.Outcomes[0])} ({scale.Name})", x, top - 24, Colours.Ink, NameSize, bold: parameter is null);
        canvas.Restore();
    }
}
