using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace EcoSim.Reporting.Style;

/// <summary>Turns a page into the bytes of a picture; the same page gives the same bytes.</summary>
internal static partial class PageImage
{
    public static byte[] Png(Page page)
    {
        using var surface = SKSurface.Create(new SKImageInfo(page.Width, page.Height))
            ?? throw new InvalidOperationException($"No memory for a picture of {page.Width}×{page.Height} pixels.");
        page.Draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKPixmap pixels = image.PeekPixels();
        using SKData? data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 6));
        return data?.ToArray() ?? throw new InvalidOperationException("The picture could not be encoded as PNG.");
    }

    /// <summary>
    /// The page as SVG. The drawing library numbers its clip paths through the whole process, so they are renumbered
    /// within the figure and carry its name: bytes repeat, and several figures can stand in one HTML page.
    /// </summary>
    public static byte[] Svg(Page page, string name)
    {
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(page.Width, page.Height), stream))
        {
            page.Draw(canvas);
        }

        string svg = Encoding.UTF8.GetString(stream.ToArray());
        var identities = new Dictionary<string, string>(StringComparer.Ordinal);
        svg = Identity().Replace(svg, m => m.Groups[1].Value + Renumber(m.Groups[2].Value) + m.Groups[3].Value);
        svg = svg.Replace($"font-family=\"{Lettering.Family}\"", $"font-family=\"{Lettering.Family}, Verdana, sans-serif\"", StringComparison.Ordinal);
        int open = svg.IndexOf("<svg", StringComparison.Ordinal);
        int close = svg.IndexOf('>', open);
        string size = string.Create(CultureInfo.InvariantCulture, $" viewBox=\"0 0 {page.Width} {page.Height}\" role=\"img\">");
        string spoken = $"\n<title>{SecurityElement.Escape(page.Title)}</title>\n<desc>{SecurityElement.Escape(page.Caption)}</desc>";
        return Encoding.UTF8.GetBytes(svg[..close] + size + spoken + svg[(close + 1)..]);

        string Renumber(string original)
        {
            if (!identities.TryGetValue(original, out string? renumbered))
            {
                renumbered = $"{name}-{identities.Count}";
                identities.Add(original, renumbered);
            }

            return renumbered;
        }
    }

    [GeneratedRegex("""(\bid="|url\(#|xlink:href="#)([^")]+)("|\))""")]
    private static partial Regex Identity();
}
