namespace EcoSim.Reporting.Style;

/// <summary>Writes pages as files.</summary>
internal static class PageFile
{
    /// <summary>Writes <c>NAME.png</c> and <c>NAME.svg</c>; each appears whole or not at all.</summary>
    public static void Write(Page page, string folder, string name)
    {
        WriteWhole(Path.Combine(folder, name + ".png"), PageImage.Png(page));
        WriteWhole(Path.Combine(folder, name + ".svg"), PageImage.Svg(page, name));
    }

    /// <summary>Writes several pages side by side; 0 threads means one for each processor.</summary>
    public static void WriteAll(IReadOnlyList<(string Name, Func<Page> Draw)> pages, string folder, int threads)
    {
        Directory.CreateDirectory(folder);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads };
        Parallel.ForEach(pages, options, page => Write(page.Draw(), folder, page.Name));
    }

    private static void WriteWhole(string path, byte[] bytes)
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
