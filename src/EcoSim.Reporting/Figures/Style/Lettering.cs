using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting.Style;

/// <summary>The typeface of all figures, and text that is measured before it is drawn so that nothing is cut off.</summary>
internal static class Lettering
{
    public const float Body = 14;
    public const float Heading = 22;

    private static readonly string[] Preferred = ["DejaVu Sans", "Noto Sans", "Liberation Sans", "Arial", "Helvetica", "Segoe UI"];

    private static readonly (string Family, string? Problem) Choice = Choose(SKFontManager.Default.FontFamilies.ToArray());

    private static readonly SKTypeface Regular = SKTypeface.FromFamilyName(Choice.Family, SKFontStyle.Normal);
    private static readonly SKTypeface Bold = SKTypeface.FromFamilyName(Choice.Family, SKFontStyle.Bold);

    /// <summary>Family in use.</summary>
    public static string Family => Choice.Family;

    /// <summary>What is wrong with the fonts of this machine, or null.</summary>
    public static string? Problem => Choice.Problem;

    /// <summary>Picks a sans-serif family among those installed, since the automatic pick may be a serif or none.</summary>
    public static (string Family, string? Problem) Choose(IReadOnlyCollection<string> installed)
    {
        if (Preferred.FirstOrDefault(installed.Contains) is { } family)
        {
            return (family, null);
        }

        return installed.Count == 0
            ? (Preferred[0], "No font is installed on this machine, so the figures have no text; install one such as DejaVu Sans and run again.")
            : (installed.Order(StringComparer.Ordinal).First(),
                $"None of the fonts {string.Join(", ", Preferred)} is installed; the figures use another, which may read badly.");
    }

    public static float Width(string text, float size = Body, bool bold = false)
    {
        using var font = new SKFont(bold ? Bold : Regular, size);
        return font.MeasureText(text);
    }

    /// <summary>Draws one line of text; y is the baseline.</summary>
    public static void Draw(
        SKCanvas canvas, string text, float x, float y, Color color, float size = Body, bool bold = false, SKTextAlign align = SKTextAlign.Left)
    {
        using var font = new SKFont(bold ? Bold : Regular, size);
        using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, paint);
    }

    /// <summary>Draws one line of text over the data, with a white edge that keeps it apart from lines.</summary>
    public static void DrawOver(
        SKCanvas canvas, string text, float x, float y, Color color, float size = Body, bool bold = true, SKTextAlign align = SKTextAlign.Center)
    {
        using var font = new SKFont(bold ? Bold : Regular, size);
        using var edge = new SKPaint { Color = SKColors.White, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 4 };
        canvas.DrawText(text, x, y, align, font, edge);
        Draw(canvas, text, x, y, color, size, bold, align);
    }

    /// <summary>Breaks text at spaces into lines no wider than the width in pixels.</summary>
    public static List<string> Wrap(string text, float width, float size = Body, bool bold = false)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Width(longer, size, bold) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>Cuts a text that is wider than the width, ending in an ellipsis.</summary>
    public static string Fit(string text, float width, float size = Body, bool bold = false)
    {
        int length = text.Length;
        while (length > 1 && Width(Shortened(), size, bold) > width)
        {
            length--;
        }

        return Shortened();

        string Shortened() => length == text.Length ? text : text[..length].TrimEnd() + "…";
    }
}
