using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace EcoSim.Reporting.Style;

/// <summary>Turns a page into SVG text; the same page gives the same text.</summary>
/// <remarks>
/// The drawing library numbers its clip paths through the whole process, so they are renumbered within the figure and carry its
/// name: bytes repeat, and several figures can stand in one HTML page.
/// </remarks>
internal static partial class PageSvg
{
    /// <summary>Family that the drawing library writes on every text, and what to take where it is not installed.</summary>
    private static string Families => $"{Lettering.Family}, Verdana, sans-serif";

    /// <summary>A file of its own, with title and caption for programs that read aloud.</summary>
    public static string File(Page page, string name)
    {
        string svg = Drawn(page, name).Replace($"font-family=\"{Lettering.Family}\"", $"font-family=\"{Families}\"", StringComparison.Ordinal);
        int open = svg.IndexOf("<svg", StringComparison.Ordinal);
        int close = svg.IndexOf('>', open);
        string spoken = $"\n<title>{SecurityElement.Escape(page.Title)}</title>\n<desc>{SecurityElement.Escape(page.Caption)}</desc>";
        return svg[..close] + $" {ViewBox(page)} role=\"img\">" + spoken + svg[(close + 1)..];
    }

    /// <summary>An element for an HTML page, which scales it and gives it colours: no fixed size, numbers to a tenth of a pixel.</summary>
    public static string Inline(Page page, string name)
    {
        string svg = Drawn(page, name).Replace($" font-family=\"{Lettering.Family}\"", "", StringComparison.Ordinal);
        int close = svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal));
        string inside = Indent().Replace(Place().Replace(svg[(close + 1)..].Trim(), place => LongNumber().Replace(place.Value, Rounded)), "");
        string open = $"<svg {ViewBox(page)} role=\"img\" aria-label=\"{SecurityElement.Escape(page.Title)}\" font-family=\"{Families}\">";
        return open + inside.Replace("xlink:href", "href", StringComparison.Ordinal);
    }

    private static string Drawn(Page page, string name)
    {
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(page.Width, page.Height), stream))
        {
            page.Draw(canvas);
        }

        string svg = Encoding.UTF8.GetString(stream.ToArray());
        var identities = new Dictionary<string, string>(StringComparer.Ordinal);
        return Identity().Replace(svg, m => m.Groups[1].Value + Renumber(m.Groups[2].Value) + m.Groups[3].Value);

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

    private static string ViewBox(Page page) => string.Create(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {page.Width} {page.Height}\"");

    private static string Rounded(Match number) =>
        double.Parse(number.Value, CultureInfo.InvariantCulture).ToString("0.#", CultureInfo.InvariantCulture);

    [GeneratedRegex("""(\bid="|url\(#|xlink:href="#)([^")]+)("|\))""")]
    private static partial Regex Identity();

    /// <summary>Attributes that hold coordinates; text is left as it is.</summary>
    [GeneratedRegex("""(?<= )(?:d|x|y|cx|cy|rx|ry|r|width|height|points|transform)="[^"]*["]""")]
    private static partial Regex Place();

    /// <summary>Coordinates with more than one digit after the point; opacities are below one and keep theirs.</summary>
    [GeneratedRegex(@"(?<![\d.])[1-9]\d*\.\d{2,}")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"(?<=>)\s+(?=<)")]
    private static partial Regex Indent();
}
