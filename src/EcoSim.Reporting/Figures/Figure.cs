using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The declaration of one figure of a run.</summary>
public sealed class Figure
{
    private readonly Func<FigureInput, string?> _missing;
    private readonly Func<FigureInput, Page> _draw;

    internal Figure(string name, string title, string question, Func<FigureInput, string?> missing, Func<FigureInput, Page> draw)
    {
        Name = name;
        Title = title;
        Question = question;
        _missing = missing;
        _draw = draw;
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

    internal Page Draw(FigureInput input)
    {
        Page page = _draw(input);
        page.Title = Title;
        page.Context = input.Context;
        page.Question = Question;
        page.Note = page.HasMarks ? $"{page.Note} {input.ShockNote}" : page.Note;
        return page;
    }
}
