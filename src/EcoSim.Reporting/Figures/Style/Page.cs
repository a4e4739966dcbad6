using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting.Style;

/// <summary>A figure ready to be drawn: title, context, panels on a grid, and a caption below.</summary>
internal sealed class Page(int width = 1200, int height = 800)
{
    private const float Margin = 24;
    private const float Gap = 14;
    private const float CaptionLine = 19;

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

    /// <summary>Names of colours that hold in all panels.</summary>
    public List<(Color Color, string Name)> Legend { get; init; } = [];

    /// <summary>True when a panel marks dated changes.</summary>
    public bool HasMarks => _cells.Any(c => c.Panel.Marks.Count > 0);

    /// <summary>Whole caption, as drawn.</summary>
    public string Caption => $"{Question} {Note}".Trim();

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

    public void Draw(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        List<string> caption = Lettering.Wrap(Caption, Width - 2 * Margin);
        float captionTop = Height - 12 - caption.Count * CaptionLine;
        float top = Legend.Count > 0 ? 102 : 78;
        var room = new PixelRect(Margin - 8, Width - Margin + 8, captionTop - 6, top);

        var frames = _cells.Select(c => (c.Left, Frame: new PanelFrame(c.Panel, Within(room, c.Left, c.Top, c.Right, c.Bottom)))).ToArray();
        foreach (var column in frames.GroupBy(f => f.Left))
        {
            float left = column.Max(f => f.Frame.LeftWidth);
            foreach (var (_, frame) in column)
            {
                frame.Draw(canvas, left);
            }
        }

        Lettering.Draw(canvas, Lettering.Fit(Title, Width - 2 * Margin, Lettering.Heading, true), Margin, 38, Colours.Ink, Lettering.Heading, true);
        Lettering.Draw(canvas, Lettering.Fit(Context, Width - 2 * Margin), Margin, 62, Colours.Quiet);
        DrawLegend(canvas);
        for (int i = 0; i < caption.Count; i++)
        {
            Lettering.Draw(canvas, caption[i], Margin, captionTop + (i + 1) * CaptionLine - 4, Colours.Ink);
        }
    }

    private static PixelRect Within(PixelRect room, float left, float top, float right, float bottom) => new(
        room.Left + left * room.Width + (left > 0 ? Gap / 2 : 0),
        room.Left + right * room.Width - (right < 1 ? Gap / 2 : 0),
        room.Top + bottom * room.Height - (bottom < 1 ? Gap / 2 : 0),
        room.Top + top * room.Height + (top > 0 ? Gap / 2 : 0));

    private void DrawLegend(SKCanvas canvas)
    {
        float x = Margin;
        foreach ((Color color, string name) in Legend)
        {
            using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
            canvas.DrawRect(x, 77, 22, 10, paint);
            Lettering.Draw(canvas, name, x + 28, 87, Colours.Ink);
            x += 28 + Lettering.Width(name) + 24;
        }
    }
}
