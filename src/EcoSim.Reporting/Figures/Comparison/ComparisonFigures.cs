using EcoSim.Experiments.Comparison;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The figures of a comparison, as PNG and SVG.</summary>
public static class ComparisonFigures
{
    /// <summary>
    /// Writes <c>bands</c>, <c>difference</c>, with several other worlds <c>worlds</c>, and for each of them <c>effects</c> (with the world's name when there are several);
    /// effects are left out for a world that is the same as the baseline.
    /// </summary>
    /// <param name="comparisons">One for each other world, all against one baseline.</param>
    /// <param name="folder">Folder to write to; made when absent.</param>
    /// <param name="threads">Figures drawn at a time; 0 means one for each processor.</param>
    public static DrawnFigures Write(IReadOnlyList<PairedComparison> comparisons, string folder, int threads = 0)
    {
        var pages = new List<PageDrawing>
        {
            new("bands", () => BandsFigure.Draw(comparisons)),
            new("difference", () => DifferenceFigure.Draw(comparisons)),
        };
        if (comparisons.Count > 1)
        {
            pages.Add(new("worlds", () => WorldsFigure.Draw(comparisons)));
        }

        foreach (PairedComparison comparison in comparisons.Where(comparison => !comparison.Identical))
        {
            string name = comparisons.Count == 1 ? "effects" : $"effects-{comparison.Other.Label}";
            pages.Add(new(name, () => EffectsFigure.Draw(comparison), () => EffectsFigure.Draw(comparison, narrow: true)));
        }

        return new DrawnFigures(PageFile.WriteAll(pages, folder, threads), Lettering.Problem);
    }
}
