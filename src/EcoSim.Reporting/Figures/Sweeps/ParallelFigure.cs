using EcoSim.Experiments.Results;
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

    private static readonly Color Rest = Color.FromHex("#BDBDBD");

    private const float NameAngle = -32;
    private const float EndRoom = 44;
    private const float SideRoom = 30;
    private const float NameSize = 13;
    private const float ValueSize = 12;

    /// <summary>Room above the axes for names that stand level, and for slanted ones with this share of the longest.</summary>
    private const float LevelRoom = 12, SlantedRoom = 10, SlantedShare = 0.53f;

    /// <summary>Room on either side where axes lie one below the other.</summary>
    private const float NarrowSide = 6;

    /// <summary>Height of an axis with its name where axes lie one below the other.</summary>
    private const int NarrowAxisHeight = 76;

    /// <param name="table">The sweep.</param>
    /// <param name="context">Line below the title.</param>
    /// <param name="narrow">For a telephone: axes lie one below the other, and lines go down.</param>
    public static Page Draw(SweepTable table, string context, bool narrow = false)
    {
        double[] outcome = table.Outcome(0);
        int[] points = [.. Enumerable.Range(0, outcome.Length).Where(point => double.IsFinite(outcome[point])).OrderBy(point => outcome[point])];
        int tail = Math.Max(1, (int)(Tail * points.Length));
        MainEffect[] effects = [.. MainEffect.Ranked(table, 0).Take(MostAxes)];
        string left = table.Points.Parameters.Count > effects.Length ? $" The {effects.Length} parameters that move the outcome most." : "";
        Scale[] scales = [.. effects.Select(effect => Scale.Of(table, effect.Column)), Scale.OfOutcome(table)];
        string log = scales.Any(scale => scale.Remark.Length > 0) ? " Log: equal distances are equal ratios." : "";
        var panel = new Panel("", "")
        {
            IsBlank = true,
            NarrowHeight = 40 + NarrowAxisHeight * scales.Length,
            Overlay = (canvas, data, _) => Lines(canvas, data, scales, points, tail, narrow),
        };
        panel.Track(0, 1);
        return new Page(1200, 760)
        {
            Title = $"What points with much and with little {OutcomeWords.Within(table.Outcomes[0].Observable.Name)} have in common",
            Context = context,
            Question = "Which values do the best and the worst points share?",
            Note = $"A line for each point, from its parameters to its outcome, the last axis; at the ends of an axis stand its lowest and its highest value.{log}{left}",
            Legend = [(Colours.Blue, "highest fifth of points"), (Colours.Vermillion, "lowest fifth"), (Rest, "the rest")],
        }.With(1, panel);
    }

    private static void Lines(SKCanvas canvas, PixelRect data, Scale[] scales, int[] points, int tail, bool narrow)
    {
        float step = (data.Width - 3 * SideRoom) / Math.Max(1, scales.Length - 1);
        bool level = scales[..^1].All(scale => Lettering.Width(scale.Name, NameSize) < step - 8);
        float names = level ? LevelRoom : SlantedRoom + SlantedShare * scales[..^1].Max(scale => Lettering.Width(scale.Name, NameSize));
        float top = data.Top + names, bottom = data.Bottom - EndRoom;
        SKPoint At(int axis, double height) => narrow
            ? new(data.Left + NarrowSide + (float)height * (data.Width - 2 * NarrowSide), data.Top + axis * NarrowAxisHeight)
            : new(data.Left + SideRoom + axis * step, (float)(bottom - height * (bottom - top)));

        int every = Math.Max(1, points.Length / MostLines);
        int[] middle = [.. points.Skip(tail).Take(Math.Max(0, points.Length - 2 * tail)).Where((_, i) => i % every == 0)];
        Stroke(middle, Rest.WithAlpha(0.5), 1);
        Stroke(points[..tail], Colours.Vermillion.WithAlpha(0.6), 1.5f);
        Stroke(points[^tail..], Colours.Blue.WithAlpha(0.6), 1.5f);
        for (int axis = 0; axis < scales.Length; axis++)
        {
            using var line = new SKPaint { Color = Colours.Ink.ToSKColor(), StrokeWidth = 1.4f, IsAntialias = true };
            canvas.DrawLine(At(axis, 0), At(axis, 1), line);
            if (narrow)
            {
                LetterBelow(canvas, scales[axis], At(axis, 0), At(axis, 1), last: axis == scales.Length - 1);
            }
            else
            {
                Letter(canvas, scales[axis], At(axis, 0), At(axis, 1), last: axis == scales.Length - 1, level);
            }
        }

        void Stroke(IEnumerable<int> chosen, Color color, float width)
        {
            using var paint = new SKPaint { Color = color.ToSKColor(), StrokeWidth = width, IsAntialias = true, Style = SKPaintStyle.Stroke };
            foreach (int point in chosen)
            {
                using var path = new SKPath();
                path.MoveTo(At(0, scales[0].Height(point)));
                for (int axis = 1; axis < scales.Length; axis++)
                {
                    path.LineTo(At(axis, scales[axis].Height(point)));
                }

                canvas.DrawPath(path, paint);
            }
        }
    }

    private static void Letter(SKCanvas canvas, Scale scale, SKPoint low, SKPoint high, bool last, bool level)
    {
        Lettering.Draw(canvas, scale.High, high.X, high.Y - 6, Colours.Quiet, ValueSize, align: SKTextAlign.Center);
        Lettering.Draw(canvas, scale.Low, low.X, low.Y + 16, Colours.Quiet, ValueSize, align: SKTextAlign.Center);
        if (last)
        {
            // The last axis has no room to its right.
            Lettering.Draw(canvas, scale.Name, low.X + SideRoom, low.Y + 34, Colours.Ink, NameSize, bold: true, SKTextAlign.Right);
            return;
        }

        Lettering.Draw(canvas, scale.Remark, low.X, low.Y + 31, Colours.Quiet, ValueSize, align: SKTextAlign.Center);
        canvas.Save();
        canvas.RotateDegrees(level ? 0 : NameAngle, high.X, high.Y - 24);
        Lettering.Draw(canvas, scale.Name, high.X - (level ? SideRoom : 0), high.Y - 24, Colours.Ink, NameSize);
        canvas.Restore();
    }

    private static void LetterBelow(SKCanvas canvas, Scale scale, SKPoint low, SKPoint high, bool last)
    {
        string remark = scale.Remark.Length == 0 ? "" : $" ({scale.Remark})";
        Lettering.DrawOver(canvas, scale.Name + remark, (low.X + high.X) / 2, low.Y + 17, Colours.Ink, bold: last);
        Lettering.DrawOver(canvas, scale.Low, low.X, low.Y + 17, Colours.Quiet, bold: false, align: SKTextAlign.Left);
        Lettering.DrawOver(canvas, scale.High, high.X, low.Y + 17, Colours.Quiet, bold: false, align: SKTextAlign.Right);
    }

    /// <summary>One axis: where each point lies on it, and what is written beside it.</summary>
    private sealed record Scale(string Name, string Remark, string Low, string High, Func<int, double> Height)
    {
        public static Scale Of(SweepTable table, int column)
        {
            ParameterDeclaration parameter = table.Points.Parameters[column];
            double[] values = table.Parameter(column);
            var axis = new ParameterAxis(parameter, values);
            return new Scale(
                parameter.Path, axis.IsLogarithmic ? "log" : "", ParameterAxis.Text(parameter, values.Min()), ParameterAxis.Text(parameter, values.Max()),
                HeightOf(values, axis.At));
        }

        public static Scale OfOutcome(SweepTable table)
        {
            double[] values = table.Outcome(0), finite = [.. values.Where(double.IsFinite)];
            UnitScale unit = UnitScale.For(table.Outcomes[0].Unit, finite.Max(Math.Abs));
            return new Scale(
                $"{SweptOutcome.Of(table.Outcomes[0])} ({unit.Name})", "", ReadableNumber.Of(finite.Min() / unit.Size), ReadableNumber.Of(finite.Max() / unit.Size), HeightOf(values, value => value));
        }

        /// <summary>From 0 at the least value to 1 at the greatest.</summary>
        private static Func<int, double> HeightOf(double[] values, Func<double, double> at)
        {
            double[] finite = [.. values.Where(double.IsFinite)];
            double low = at(finite.Min()), high = at(finite.Max());
            return point => high > low ? (at(values[point]) - low) / (high - low) : 0.5;
        }
    }
}
