using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting.Style;

/// <summary>Names of the rows of a panel, never cut: to the left as wide as the longest needs, or on a narrow page above each row.</summary>
internal static class RowNames
{
    /// <summary>Height in pixels of a row that has its name above it.</summary>
    public const float HeightWithName = 46;

    public const float Size = 13;
    private const float Gap = 10;

    /// <summary>How far above the middle of its row a name stands, clear of marks up to 9 pixels high.</summary>
    public const float Raise = 13;

    /// <summary>Pixels to keep to the left of a panel.</summary>
    public static float LeftWidth(IEnumerable<string> names, bool above) =>
        above ? 2 * Gap : 2 * Gap + names.Select(name => Lettering.Width(name, Size)).DefaultIfEmpty(0).Max();

    /// <summary>Pixels of height of a row.</summary>
    public static float RowHeight(float wide, bool above) => above ? Math.Max(wide, HeightWithName) : wide;

    /// <summary>Writes the name of the row whose middle is at <paramref name="y"/>.</summary>
    public static void Draw(SKCanvas canvas, PixelRect data, float y, string name, bool above)
    {
        if (above)
        {
            Lettering.DrawOver(canvas, name, data.Left, y - Raise, Colours.Ink, Size, bold: false, SKTextAlign.Left);
        }
        else
        {
            Lettering.Draw(canvas, name, data.Left - Gap, y + 5, Colours.Ink, Size, align: SKTextAlign.Right);
        }
    }
}
