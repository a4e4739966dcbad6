using System.Text;

namespace EcoSim.Reporting.Style;

/// <summary>How to draw one figure.</summary>
/// <param name="Name">File name without ending.</param>
/// <param name="Wide">The page as files hold it.</param>
/// <param name="Narrow">The page for a telephone, where it takes more than stacking the panels; null for that.</param>
internal sealed record PageDrawing(string Name, Func<Page> Wide, Func<Page>? Narrow = null);

/// <summary>Writes pages as files.</summary>
internal static class PageFile
{
    /// <summary>Writes <c>NAME.png</c> and <c>NAME.svg</c>; each appears whole or not at all.</summary>
    public static void Write(Page page, string folder, string name)
    {
        WritePng(page, folder, name);
        WriteWhole(Path.Combine(folder, name + ".svg"), Encoding.UTF8.GetBytes(PageSvg.File(page, name)));
    }

    /// <summary>Writes <c>NAME.png</c>, whole or not at all, with so many pixels per pixel of the page.</summary>
    public static void WritePng(Page page, string folder, string name, float scale = 1) =>
        WriteWhole(Path.Combine(folder, name + ".png"), PageImage.Png(page, scale));

    /// <summary>Writes several pages side by side and returns them for an HTML page; 0 threads means one for each processor.</summary>
    public static InlineFigure[] WriteAll(IReadOnlyList<PageDrawing> pages, string folder, int threads)
    {
        Directory.CreateDirectory(folder);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads };
        var inline = new InlineFigure[pages.Count];
        Parallel.For(0, pages.Count, options, i =>
        {
            Page page = pages[i].Wide();
            Write(page, folder, pages[i].Name);
            inline[i] = InlineFigure.Of(page, pages[i].Narrow?.Invoke(), pages[i].Name);
        });
        return inline;
    }

    /// <summary>Writes a file that appears whole or not at all.</summary>
    public static void WriteWhole(string path, byte[] bytes)
    {
        string partial = path + ".partial";
        try
        {
            File.WriteAllBytes(partial, bytes);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
