using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting.Style;

/// <summary>Dashed lines made of strokes, since the SVG canvas drops dash patterns and complains on standard error.</summary>
internal static class Dashes
{
    private const float Stroke = 6;
    private const float Pause = 5;

    public static void Draw(SKCanvas canvas, SKPoint from, SKPoint to, Color color)
    {
        float length = SKPoint.Distance(from, to);
        using var path = new SKPath();
        for (float at = 0; at < length; at += Stroke + Pause)
        {
            path.MoveTo(Between(at));
            path.LineTo(Between(Math.Min(length, at + Stroke)));
        }

        using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true, StrokeWidth = 1.5f, Style = SKPaintStyle.Stroke };
        canvas.DrawPath(path, paint);

        SKPoint Between(float at) => new(from.X + (to.X - from.X) * at / length, from.Y + (to.Y - from.Y) * at / length);
    }
}
