using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting.Style;

/// <summary>A figure ready to be drawn: title, context, panels on a grid, and a caption below.</summary>
internal sealed class Page(int width = 1200, int height = 800)
{
    /// <summary>Width of a figure for a telephone: little more than the 360 pixels it has there, so that letters are hardly smaller than those of the text.</summary>
    public const int NarrowWidth = 400;

    private const float WideMargin = 24;
    private const float BareMargin = 8;
    private const float Gap = 14;
    private const float CaptionLine = 19;
    private const float TitleRoom = 72;
    private const float LegendGap = 6;
    private const float CaptionGap = 18;

    private readonly List<(Panel Panel, float Left, float Top, float Right, float Bottom)> _cells = [];

    public int Width { get; } = width;
    public int Height { get; } = height;

    /// <summary>Title, set from the declaration of the figure.</summary>
    public string Title { get; set; } = "";

    /// <summary>Line below the title: scenario, dates, replicates.</summary>
    public string Context { get; set; } = "";

    /// <summary>The question that the figure answers.</summary>
    public string Question { get; set; } = "";

    /// <summary>How lines and bands are to be read, and what was left out.</summary>
    public string Note { get; set; } = "";

    /// <summary>What more is to be read where the drawing for a wide page is shown, and not in the one for a telephone.</summary>
    public string WideNote { get; init; } = "";

    /// <summary>Names of colours that hold in all panels.</summary>
    public List<(Color Color, string Name)> Legend { get; init; } = [];

    /// <summary>True when title, context and caption are left to the text around the figure.</summary>
    public bool Bare { get; private init; }

    /// <summary>True when a panel marks dated changes.</summary>
    public bool HasMarks => _cells.Any(c => c.Panel.Marks.Count > 0);

    /// <summary>Whole caption, as drawn.</summary>
    public string Caption => $"{AnyCaption} {WideNote}".Trim();

    /// <summary>The part of the caption that holds for the drawing for a telephone as well.</summary>
    public string AnyCaption => $"{Question} {Note}".Trim();

    private float Margin => Bare ? BareMargin : WideMargin;

    private float TopRoom => (Bare ? 0 : TitleRoom) + LegendGap + PageLegend.Height(Legend, Width - 2 * Margin);

    private float BottomRoom => Bare ? 0 : CaptionGap + Lettering.Wrap(Caption, Width - 2 * Margin).Count * CaptionLine;

    /// <summary>Puts panels row by row on a grid of equal cells.</summary>
    public Page With(int columns, params ReadOnlySpan<Panel> panels)
    {
        float rows = (panels.Length + columns - 1) / columns;
        for (int i = 0; i < panels.Length; i++)
        {
            (int row, int column) = (i / columns, i % columns);
            Place(panels[i], column / (float)columns, row / rows, (column + 1) / (float)columns, (row + 1) / rows);
        }

        return this;
    }

    /// <summary>Puts a panel on a part of the page, in shares of the room between title and caption.</summary>
    public Page Place(Panel panel, float left, float top, float right, float bottom)
    {
        _cells.Add((panel, left, top, right, bottom));
        return this;
    }

    /// <summary>The same panels in the same places, without title and caption.</summary>
    public Page WithoutText()
    {
        Page bare = Emptied(Width, Height - TitleRoom - BottomRoom);
        bare._cells.AddRange(_cells);
        return bare;
    }

    /// <summary>The panels one below the other, without title and caption.</summary>
    public Page Narrow()
    {
        float room = _cells.Sum(cell => cell.Panel.NarrowHeight);
        Page narrow = Emptied(NarrowWidth, LegendGap + PageLegend.Height(Legend, NarrowWidth - 2 * BareMargin) + room);
        float top = 0;
        foreach (Panel panel in _cells.Select(cell => cell.Panel))
        {
            float bottom = top + panel.NarrowHeight / room;
            narrow.Place(panel, 0, top, 1, bottom);
            top = bottom;
        }

        return narrow;
    }

    public void Draw(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        float captionTop = Height - BottomRoom + 6;
        var room = new PixelRect(Margin - 8, Width - Margin + 8, Height - BottomRoom, TopRoom);

        var frames = _cells.Select(c => (c.Left, Frame: new PanelFrame(c.Panel, Within(room, c.Left, c.Top, c.Right, c.Bottom)))).ToArray();
        foreach (var column in frames.GroupBy(f => f.Left))
        {
            float left = column.Max(f => f.Frame.LeftWidth);
            foreach (var (_, frame) in column)
            {
                frame.Draw(canvas, left);
            }
        }

        PageLegend.Draw(canvas, Legend, Margin, Bare ? 0 : TitleRoom, Width - 2 * Margin);
        if (Bare)
        {
            return;
        }

        Lettering.Draw(canvas, Lettering.Fit(Title, Width - 2 * Margin, Lettering.Heading, true), Margin, 38, Colours.Ink, Lettering.Heading, true);
        Lettering.Draw(canvas, Lettering.Fit(Context, Width - 2 * Margin), Margin, 62, Colours.Quiet);
        foreach ((int i, string line) in Lettering.Wrap(Caption, Width - 2 * Margin).Index())
        {
            Lettering.Draw(canvas, line, Margin, captionTop + (i + 1) * CaptionLine - 4, Colours.Ink);
        }
    }

    private Page Emptied(int width, float height) => new(width, (int)MathF.Ceiling(height))
    {
        Bare = true, Title = Title, Context = Context, Question = Question, Note = Note, WideNote = WideNote, Legend = Legend,
    };

    private static PixelRect Within(PixelRect room, float left, float top, float right, float bottom) => new(
        room.Left + left * room.Width + (left > 0 ? Gap / 2 : 0),
        room.Left + right * room.Width - (right < 1 ? Gap / 2 : 0),
        room.Top + bottom * room.Height - (bottom < 1 ? Gap / 2 : 0),
        room.Top + top * room.Height + (top > 0 ? Gap / 2 : 0));
}
