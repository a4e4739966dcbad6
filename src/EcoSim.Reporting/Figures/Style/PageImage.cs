using SkiaSharp;

namespace EcoSim.Reporting.Style;

/// <summary>Turns a page into the bytes of a PNG; the same page gives the same bytes.</summary>
internal static class PageImage
{
    /// <summary>The whole page, or scaled down.</summary>
    /// <param name="page">What to draw.</param>
    /// <param name="scale">Pixels of the picture per pixel of the page.</param>
    public static byte[] Png(Page page, float scale = 1)
    {
        (int width, int height) = ((int)MathF.Round(page.Width * scale), (int)MathF.Round(page.Height * scale));
        using var surface = SKSurface.Create(new SKImageInfo(width, height))
            ?? throw new InvalidOperationException($"No memory for a picture of {width}×{height} pixels.");
        surface.Canvas.Scale(scale);
        page.Draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKPixmap pixels = image.PeekPixels();
        using SKData? data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 6));
        return data?.ToArray() ?? throw new InvalidOperationException("The picture could not be encoded as PNG.");
    }
}
