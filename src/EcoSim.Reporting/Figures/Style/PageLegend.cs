using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting.Style;

/// <summary>Names of the colours that hold in all panels of a page, in as many lines as they need.</summary>
internal static class PageLegend
{
    private const float LineHeight = 24;
    private const float SwatchWidth = 22;
    private const float SwatchHeight = 10;
    private const float NameAfter = 28;
    private const float Between = 24;

    /// <summary>Pixels that the legend needs; 0 when it is empty.</summary>
    public static float Height(IReadOnlyList<(Color Color, string Name)> entries, float width) =>
        entries.Count == 0 ? 0 : (Places(entries, width).Max(place => place.Line) + 1) * LineHeight;

    public static void Draw(SKCanvas canvas, IReadOnlyList<(Color Color, string Name)> entries, float left, float top, float width)
    {
        foreach (((Color color, string name), (float x, int line)) in entries.Zip(Places(entries, width)))
        {
            float y = top + 5 + line * LineHeight;
            using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
            canvas.DrawRect(left + x, y, SwatchWidth, SwatchHeight, paint);
            Lettering.Draw(canvas, Lettering.Fit(name, width - NameAfter), left + x + NameAfter, y + SwatchHeight, Colours.Ink);
        }
    }

    private static IEnumerable<(float X, int Line)> Places(IReadOnlyList<(Color Color, string Name)> entries, float width)
    {
        (float x, int line) = (0, 0);
        foreach ((_, string name) in entries)
        {
            float needed = NameAfter + Lettering.Width(name);
            if (x > 0 && x + needed > width)
            {
                (x, line) = (0, line + 1);
            }

            yield return (x, line);
            x += needed + Between;
        }
    }
}
