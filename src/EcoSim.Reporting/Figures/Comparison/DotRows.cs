using System.Globalization;
using EcoSim.Experiments.Comparison;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>A dot with its interval, in percent of the baseline.</summary>
/// <param name="Name">What stands to the left.</param>
/// <param name="Middle">Mean effect.</param>
/// <param name="Half">Half the width of its 95 % interval; 0 for none.</param>
/// <param name="Clear">True when the effect is told from chance, which fills the dot.</param>
/// <param name="Color">Colour; null for one that tells rise from fall.</param>
/// <param name="Prominent">True for one whose mean the axis must show, told from chance or not.</param>
internal readonly record struct DotRow(string Name, double Middle, double Half, bool Clear, Color? Color = null, bool Prominent = false)
{
    /// <summary>The relative effect on an outcome.</summary>
    public static DotRow Of(Effect effect, string name, Color? color = null)
    {
        var paired = effect.Paired;
        double half = paired.Pairs < 2 ? 0 : 100 * (paired.High - paired.Difference) / Math.Abs(paired.Second);
        return new DotRow(name, 100 * effect.Relative, half, effect.IsTold, color, ReportParts.IsProminent(effect.Outcome));
    }
}

/// <summary>Rows of dots with intervals on one axis around 0, the first row at the bottom.</summary>
internal static class DotRows
{
    public const float RowHeight = 21;

    /// <summary>How arrows are to be read.</summary>
    public const string Reading = "Arrow: goes on beyond the axis; the numbers tell how far.";

    /// <summary>Colours of rows that have none of their own.</summary>
    public static readonly (Color Color, string Name)[] Legend = [(Colours.Blue, "rises"), (Colours.Vermillion, "falls")];

    /// <summary>Height of a row with name and numbers above it.</summary>
    private const float TallRowHeight = 34;

    /// <summary>Rows kept free above the first one, for its name.</summary>
    private const double NameRoom = 0.3;

    /// <summary>The axis shows this share of the rows whole; longer intervals are cut, lest they press the others together.</summary>
    private const double ShownWhole = 0.85;

    /// <summary>Up to so many rows are shown whole whatever their range.</summary>
    private const int FewRows = 8;

    /// <summary>Room at either end of the axis, as a share of its reach.</summary>
    private const double Margin = 0.08;

    private const float Radius = 5;
    private const float ArrowLength = 9;
    private const float CutLength = 7;
    private const float NumberSize = 12;

    /// <summary>A panel of these rows.</summary>
    /// <param name="label">What it shows.</param>
    /// <param name="baseline">World whose mean is the whole.</param>
    /// <param name="rows">Rows from the bottom.</param>
    /// <param name="nameWidth">Most pixels for the names.</param>
    /// <param name="valueWidth">Pixels for the numbers.</param>
    /// <param name="above">For a telephone: name and numbers above their row.</param>
    public static Panel PanelOf(string label, string baseline, IReadOnlyList<DotRow> rows, float nameWidth, float valueWidth, bool above = false)
    {
        (double low, double high) = Axis(rows);
        nameWidth = above ? RowNames.LeftWidth([], above) : Math.Min(nameWidth, RowNames.LeftWidth(rows.Select(row => row.Name), above));
        var panel = new Panel(label, $"% of the mean in “{baseline}”")
        {
            XLabel = "",
            LeftWidth = nameWidth,
            RightWidth = above ? 0 : valueWidth,
            NarrowHeight = 92 + (above ? TallRowHeight : RowHeight) * Math.Max(2, rows.Count),
            X = intervals => Ticks.Linear(low, high, intervals),
            Y = new Ticks(-0.5, Math.Max(1, rows.Count) - 0.5 + (above ? NameRoom : 0), [], []),
            Overlay = (canvas, data, map) => Draw(canvas, data, map, rows, (low, high), nameWidth, above),
        };
        panel.Track(0, rows.Count);
        return panel;
    }

    /// <summary>From where to where the axis goes, 0 within it, and every mean that is prominent or told from chance.</summary>
    private static (double Low, double High) Axis(IReadOnlyList<DotRow> rows)
    {
        double[] ends = [.. rows.Select(row => Math.Abs(row.Middle) + row.Half).Where(double.IsFinite).Order()];
        if (ends.Length == 0)
        {
            return (-1, 1);
        }

        double reach = Math.Max(1e-3, rows.Count <= FewRows ? ends[^1] : ends[(int)(ShownWhole * (ends.Length - 1))]);
        reach = Math.Max(reach, rows.Where(row => row.Clear || row.Prominent).Select(row => Math.Abs(row.Middle)).Where(double.IsFinite).DefaultIfEmpty(0).Max());
        double low = rows.Select(row => row.Middle - row.Half).Where(double.IsFinite).Append(0).Min(), high = rows.Select(row => row.Middle + row.Half).Where(double.IsFinite).Append(0).Max();
        return (Math.Max(low, -reach) - Margin * reach, Math.Min(high, reach) + Margin * reach);
    }

    private static void Draw(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, IReadOnlyList<DotRow> rows, (double Low, double High) axis, float nameWidth, bool above)
    {
        using var zero = new SKPaint { Color = Colours.Quiet.ToSKColor(), StrokeWidth = 1, IsAntialias = true };
        canvas.DrawLine(map(0, 0).X, data.Top, map(0, 0).X, data.Bottom, zero);
        for (int i = 0; i < rows.Count; i++)
        {
            DotRow row = rows[i];
            Color color = row.Color ?? (row.Middle < 0 ? Colours.Vermillion : Colours.Blue);
            float y = map(0, i).Y;
            using var stroke = new SKPaint { Color = color.ToSKColor(), StrokeWidth = 2, IsAntialias = true, IsStroke = true };
            double low = row.Middle - row.Half, high = row.Middle + row.Half;
            float left = map(Math.Clamp(low, axis.Low, axis.High), i).X, right = map(Math.Clamp(high, axis.Low, axis.High), i).X;
            canvas.DrawLine(left, y, right, y, stroke);
            DrawCut(canvas, new SKPoint(left, y), low < axis.Low, CutLength, stroke);
            DrawCut(canvas, new SKPoint(right, y), high > axis.High, -CutLength, stroke);
            DrawMark(canvas, map(Math.Clamp(row.Middle, axis.Low, axis.High), i), row, axis, stroke);
            string numbers = $"{Percent(row.Middle)}{(row.Half > 0 ? " ± " + Percent(row.Half).TrimStart('+') : "")} %";
            if (above)
            {
                RowNames.Draw(canvas, data, y, Lettering.Fit(row.Name, data.Width - Lettering.Width(numbers, NumberSize) - 8, RowNames.Size), above);
                Lettering.DrawOver(canvas, numbers, data.Right, y - RowNames.Raise, Colours.Quiet, NumberSize, bold: false, SKTextAlign.Right);
            }
            else
            {
                RowNames.Draw(canvas, data, y, Lettering.Fit(row.Name, nameWidth - 14, RowNames.Size), above);
                Lettering.Draw(canvas, numbers, data.Right + 10, y + 5, Colours.Quiet);
            }
        }
    }

    /// <summary>An open arrow where an interval is cut.</summary>
    private static void DrawCut(SKCanvas canvas, SKPoint tip, bool beyond, float back, SKPaint stroke)
    {
        if (beyond)
        {
            canvas.DrawLine(tip.X, tip.Y, tip.X + back, tip.Y - Radius, stroke);
            canvas.DrawLine(tip.X, tip.Y, tip.X + back, tip.Y + Radius, stroke);
        }
    }

    /// <summary>A dot within the axis, an arrow at its end beyond it.</summary>
    private static void DrawMark(SKCanvas canvas, SKPoint at, DotRow row, (double Low, double High) axis, SKPaint stroke)
    {
        using var fill = new SKPaint { Color = row.Clear ? stroke.Color : SKColors.White, IsAntialias = true };
        if (row.Middle >= axis.Low && row.Middle <= axis.High)
        {
            canvas.DrawCircle(at, Radius, fill);
            canvas.DrawCircle(at, Radius, stroke);
            return;
        }

        float back = row.Middle < 0 ? ArrowLength : -ArrowLength;
        using var arrow = new SKPath();
        arrow.MoveTo(at);
        arrow.LineTo(at.X + back, at.Y - Radius - 1);
        arrow.LineTo(at.X + back, at.Y + Radius + 1);
        arrow.Close();
        canvas.DrawPath(arrow, fill);
        canvas.DrawPath(arrow, stroke);
    }

    private static string Percent(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("+#,0;-#,0", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("+0.0;-0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture),
    };
}
