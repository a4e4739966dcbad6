using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The declaration of one figure of a run.</summary>
public sealed class Figure
{
    private readonly Func<FigureInput, string?> _missing;
    private readonly Func<FigureInput, Page> _draw;
    private readonly Func<FigureInput, Page>? _drawNarrow;

    internal Figure(
        string name, string title, string question, Func<FigureInput, string?> missing, Func<FigureInput, Page> draw, Func<FigureInput, Page>? drawNarrow = null)
    {
        Name = name;
        Title = title;
        Question = question;
        _missing = missing;
        _draw = draw;
        _drawNarrow = drawNarrow;
    }

    /// <summary>File name without ending.</summary>
    public string Name { get; }

    /// <summary>States what is shown.</summary>
    public string Title { get; }

    /// <summary>The question that the figure answers; it begins the caption.</summary>
    public string Question { get; }

    /// <summary>Why this figure cannot be drawn from a result, or null when it can.</summary>
    public string? Missing(FigureInput input) =>
        input.Replicates.Count == 0 ? "no replicate was finished" : _missing(input);

    internal Page Draw(FigureInput input) => Lettered(_draw(input), input);

    /// <summary>The figure for a telephone where stacking its panels is not enough; else null.</summary>
    internal Page? DrawNarrow(FigureInput input) => _drawNarrow is null ? null : Lettered(_drawNarrow(input), input);

    private Page Lettered(Page page, FigureInput input)
    {
        page.Title = Title;
        page.Context = page.Context.Length > 0 ? page.Context : input.Context;
        page.Question = Question;
        page.Note = page.HasMarks ? $"{page.Note} {input.ShockNote}" : page.Note;
        return page;
    }
}
