using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>A figure as an HTML page shows it.</summary>
/// <param name="Name">File name without ending.</param>
/// <param name="Title">Title.</param>
/// <param name="Caption">What is drawn, with the meaning of lines and bands.</param>
/// <param name="Wide">SVG element for a screen or paper.</param>
/// <param name="Narrow">SVG element for a telephone.</param>
public sealed record InlineFigure(string Name, string Title, string Caption, string Wide, string Narrow)
{
    /// <summary>What the caption says more beside the wide drawing, or empty.</summary>
    public string WideCaption { get; init; } = "";

    /// <param name="page">The figure as files hold it.</param>
    /// <param name="narrow">The figure for a telephone, or null to put its panels one below the other.</param>
    /// <param name="name">File name without ending; begins every identity within the figure.</param>
    internal static InlineFigure Of(Page page, Page? narrow, string name) => new(
        name, page.Title, page.AnyCaption,
        PageSvg.Inline(page.WithoutText(), name),
        PageSvg.Inline((narrow ?? page).Narrow(), name + "-narrow"))
    {
        WideCaption = page.WideNote,
    };
}

/// <summary>Figures that were written.</summary>
/// <param name="Figures">For an HTML page, in the order in which a reader meets them.</param>
/// <param name="FontProblem">What is wrong with this machine's fonts and what to do, or null.</param>
public sealed record DrawnFigures(IReadOnlyList<InlineFigure> Figures, string? FontProblem)
{
    public static DrawnFigures None { get; } = new([], null);
}
