using System.Text;
using EcoSim.Experiments.Comparison;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>Writes the gallery: a front page, and for each comparison a page and two pictures.</summary>
public static class GalleryWriter
{
    public const string IndexName = "README.md";

    /// <summary>
    /// Replaces the files of the gallery and leaves others alone; each appears whole or not at all, the front page last. The same
    /// results give the same bytes.
    /// </summary>
    /// <param name="folder">Folder to write to; made when absent.</param>
    /// <param name="pages">Each comparison with what came of it.</param>
    /// <param name="options">Options that the commands on the pages need, such as <c>--replicates 20</c>; may be empty.</param>
    /// <param name="commandLine">The command that makes the gallery.</param>
    /// <param name="threads">Pages made at a time; 0 means one for each processor.</param>
    /// <returns>What is wrong with this machine's fonts, or null.</returns>
    public static string? Write(
        string folder, IReadOnlyList<(GalleryEntry Entry, IReadOnlyList<PairedComparison> Comparisons)> pages, string options, string commandLine, int threads = 0)
    {
        Directory.CreateDirectory(folder);
        Parallel.ForEach(pages, new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads }, page =>
        {
            (GalleryEntry entry, IReadOnlyList<PairedComparison> comparisons) = page;
            PageFile.WritePng(GalleryFigures.Times(comparisons), folder, entry.Name, GalleryFigures.Scale);
            PageFile.WritePng(GalleryFigures.Effects(comparisons), folder, entry.Name + "-effects", GalleryFigures.Scale);
            PageFile.WriteWhole(Path.Combine(folder, entry.Name + ".md"), Encoding.UTF8.GetBytes(GalleryText.Page(entry, comparisons, entry.CommandLine(options))));
        });
        PageFile.WriteWhole(Path.Combine(folder, IndexName), Encoding.UTF8.GetBytes(GalleryText.Index(pages, commandLine)));
        return Lettering.Problem;
    }
}
