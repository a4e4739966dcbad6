using ScottPlot;
using ScottPlot.Rendering.RenderActions;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace EcoSim.Reporting.Style;

/// <summary>Draws a panel into its rectangle: label, axes, data, and names at the ends of lines.</summary>
internal sealed class PanelFrame
{
    private const float TitleHeight = 34;
    private const float MarkHeight = 16;

    /// <summary>Room for the number of a dated change.</summary>
    private const float MarkWidth = 22;

    /// <summary>Height, and least width, of the bar on top of the window of a dated change.</summary>
    private const float SpanHeight = 3;

    private const float AxisHeight = 50;

    /// <summary>Intervals asked for where the usual width of a label would leave one or two.</summary>
    private const int FewTicks = 4;

    private const float NameGap = 26;
    private const float LineHeight = 17;
    private const float LabelSize = 15;
    private const float SmallLabelSize = 13;

    private readonly Panel _panel;
    private readonly PixelRect _place;
    private readonly Ticks _vertical;
    private readonly string _unit;
    private readonly string? _remark;
    private readonly float _nameWidth;

    public PanelFrame(Panel panel, PixelRect place)
    {
        _panel = panel;
        _place = place;
        (double low, double high, _remark) = panel.VerticalRange();
        UnitScale scale = UnitScale.For(panel.Unit, _remark is null ? Math.Max(Math.Abs(low), Math.Abs(high)) : 0);
        _unit = scale.Name;
        int intervals = Math.Clamp((int)((place.Height - TitleHeight - AxisHeight - panel.BelowHeight) / 42), 2, 10);
        _vertical = panel.Y ?? Ticks.Linear(low, high, intervals, scale.Size);
        _nameWidth = panel.Named.Count == 0 ? 0 : panel.Named.Max(n => Lettering.Width(n.Name)) + NameGap;
        LeftWidth = panel.IsBlank ? 0 : Math.Max(panel.LeftWidth, 12 + _vertical.Labels.Select(l => Lettering.Width(l)).DefaultIfEmpty(0).Max());
    }

    /// <summary>Pixels that the labels of the vertical axis need.</summary>
    public float LeftWidth { get; }

    /// <summary>Ticks of a panel's horizontal axis: as many as have room, a few at least.</summary>
    public static Ticks Across(Panel panel, float width)
    {
        for (int intervals = Math.Max(FewTicks, (int)(width / Ticks.UsualWidth)); intervals > 2; intervals--)
        {
            Ticks ticks = panel.X(intervals);
            if (ticks.Fit(width))
            {
                return ticks;
            }
        }

        Ticks few = panel.X(2), thinned = panel.X(FewTicks).EveryOther();
        return few.Positions.Length < 2 && thinned.Fit(width) ? thinned : few;
    }

    /// <summary>Draws the panel with its data area beginning <paramref name="left"/> pixels from its left edge.</summary>
    public void Draw(SKCanvas canvas, float left)
    {
        if (_panel.IsBlank)
        {
            DrawBlank(canvas);
            return;
        }

        float right = Math.Max(24, Math.Max(_nameWidth, _panel.RightWidth));
        float top = TitleHeight + (_panel.Marks.Count > 0 ? MarkHeight : 0);
        List<string> axisName = Lettering.Wrap(_panel.XLabel, _place.Width);
        Ticks horizontal = Across(_panel, _place.Width - left - right);
        float staggered = horizontal.Labels.Any(label => label.Contains('\n', StringComparison.Ordinal)) ? LineHeight : 0;
        float bottom = AxisHeight + staggered + (axisName.Count - 1) * LineHeight + _panel.BelowHeight;
        var data = new PixelRect(_place.Left + left, _place.Right - right, _place.Bottom - bottom, _place.Top + top);

        StyleAxes(horizontal);
        _panel.Plot.Layout.Fixed(new PixelPadding(left, right, bottom, top));
        _panel.Plot.Render(canvas, _place);

        DrawLabel(canvas);
        DrawAxisName(canvas, data, axisName, staggered);
        DrawMarks(canvas, data, Map);
        DrawNames(canvas, data, Map);
        _panel.Overlay?.Invoke(canvas, data, Map);
        if (_remark is not null)
        {
            Lettering.Draw(canvas, _remark, (data.Left + data.Right) / 2, (data.Top + data.Bottom) / 2, Colours.Quiet, 16, align: SKTextAlign.Center);
        }

        SKPoint Map(double x, double y) => new(
            (float)(data.Left + (x - horizontal.Low) / (horizontal.High - horizontal.Low) * data.Width),
            (float)(data.Bottom - (y - _vertical.Low) / (_vertical.High - _vertical.Low) * data.Height));
    }

    private void DrawBlank(SKCanvas canvas)
    {
        var data = new PixelRect(_place.Left + _panel.LeftWidth, _place.Right - _panel.RightWidth, _place.Bottom - _panel.BelowHeight, _place.Top + TitleHeight);
        DrawLabel(canvas);
        _panel.Overlay?.Invoke(canvas, data, (x, y) => new SKPoint((float)(data.Left + x * data.Width), (float)(data.Bottom - y * data.Height)));
    }

    /// <summary>What the panel shows and in which unit: in smaller letters, then in two lines, where there is little room; the unit is never cut.</summary>
    private void DrawLabel(SKCanvas canvas)
    {
        string unit = _unit is "" ? "" : $" ({_unit})";
        float room = _place.Width - 8, left = _place.Left + 8;
        float size = Lettering.Width(_panel.Label + unit, LabelSize, true) > room ? SmallLabelSize : LabelSize;
        if (Lettering.Width(_panel.Label + unit, size, true) <= room)
        {
            Lettering.Draw(canvas, _panel.Label + unit, left, _place.Top + 18, Colours.Ink, size, true);
            return;
        }

        List<string> lines = Lettering.Wrap(_panel.Label + unit, room, size, true);
        lines = lines.Count == 2 ? lines : [Lettering.Fit(_panel.Label, room, size, true), unit.Trim()];
        Lettering.Draw(canvas, lines[0], left, _place.Top + 11, Colours.Ink, size, true);
        Lettering.Draw(canvas, lines[1], left, _place.Top + 26, Colours.Ink, size, true);
    }

    /// <summary>What the horizontal axis shows, in the middle below it as far as the panel reaches.</summary>
    private void DrawAxisName(SKCanvas canvas, PixelRect data, List<string> lines, float lower)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            float half = Lettering.Width(lines[i]) / 2;
            float middle = Math.Max(_place.Left + half, Math.Min(_place.Right - half, (data.Left + data.Right) / 2));
            Lettering.Draw(canvas, lines[i], middle, data.Bottom + 44 + lower + i * LineHeight, Colours.Quiet, align: SKTextAlign.Center);
        }
    }

    private void StyleAxes(Ticks horizontal)
    {
        Plot plot = _panel.Plot;
        plot.RenderManager.RenderActions.RemoveAll(action => action is ClearCanvas); // it would wipe the panels drawn before
        plot.FigureBackground.Color = Colours.Paper;
        plot.DataBackground.Color = Colours.Paper;
        plot.Grid.MajorLineColor = Colours.Grid;
        plot.Grid.IsVisible = _panel.HasGrid;
        plot.Axes.SetLimits(horizontal.Low, horizontal.High, _vertical.Low, _vertical.High);
        plot.Axes.Bottom.TickGenerator = new NumericManual(horizontal.Positions, horizontal.Labels);
        plot.Axes.Left.TickGenerator = new NumericManual(_vertical.Positions, _vertical.Labels);
        plot.Axes.Top.IsVisible = plot.Axes.Right.IsVisible = false;
        foreach (IAxis axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.TickLabelStyle.FontName = Lettering.Family;
            axis.TickLabelStyle.FontSize = Lettering.Body;
            axis.TickLabelStyle.ForeColor = Colours.Ink;
            axis.FrameLineStyle.Color = axis.MajorTickStyle.Color = Colours.Quiet;
        }

        plot.Axes.Left.TickLabelStyle.OffsetY = 3;
        plot.Axes.Bottom.TickLabelStyle.OffsetY = 4;
        plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Axes.Left.MajorTickStyle.Length = 0;
    }

    private void DrawMarks(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map)
    {
        var together = new List<(float X, DatedMark Mark)>();
        foreach ((DatedMark mark, float x) in _panel.Marks.Select(m => (m, map(m.Middle, 0).X)).Where(m => m.X >= data.Left && m.X <= data.Right).OrderBy(m => m.X))
        {
            if (mark.To is { } to)
            {
                DrawSpan(canvas, map(mark.From, 0).X, map(to, 0).X, data.Top, mark.Color ?? Colours.Quiet);
            }
            else
            {
                Dashes.Draw(canvas, new SKPoint(x, data.Top), new SKPoint(x, data.Bottom), mark.Color ?? Colours.Quiet);
            }

            if (together.Count > 0 && x - together[^1].X >= MarkWidth)
            {
                Write();
            }

            together.Add((x, mark));
        }

        Write();

        foreach ((Coordinates from, Coordinates to) in _panel.Guides)
        {
            Dashes.Draw(canvas, map(from.X, from.Y), map(to.X, to.Y), Colours.Ink);
        }

        // Lines too close for a number each share one label, so that 1 and 2 do not read as 12.
        void Write()
        {
            // The number of a window stands in its middle, behind that of a line where it begins; read they are in order.
            string label = string.Join(", ", together.OrderBy(m => m.Mark.From).ThenBy(m => m.Mark.Text.Length).ThenBy(m => m.Mark.Text, StringComparer.Ordinal).Select(m => m.Mark.Text));
            float middle = together.Select(m => m.X).DefaultIfEmpty(0).Average();
            Color color = together.Select(m => m.Mark.Color).Distinct().ToArray() is [{ } only] ? only : Colours.Quiet;
            Lettering.Draw(canvas, label, middle, data.Top - 6, color, Lettering.Body, true, SKTextAlign.Center);
            together.Clear();
        }
    }

    /// <summary>A bar on top of a shaded window, which shows one of a month as well.</summary>
    private static void DrawSpan(SKCanvas canvas, float left, float right, float top, Color color)
    {
        using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
        canvas.DrawRect(left, top - SpanHeight, Math.Max(SpanHeight, right - left), SpanHeight, paint);
    }

    /// <summary>Names at the right end of their paths, pushed apart so that none covers another.</summary>
    private void DrawNames(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map)
    {
        var ends = _panel.Named
            .Select(n => (n.Color, n.Name, Last: Array.FindLastIndex(n.Ys, double.IsFinite), n.Ys))
            .Select(n => (n.Color, n.Name, Y: n.Last < 0 ? data.Bottom : Math.Clamp(map(0, n.Ys[n.Last]).Y, data.Top, data.Bottom)))
            .OrderBy(n => n.Y).ToArray();
        float[] places = Spread(ends.Select(e => e.Y).ToArray(), data.Top + 6, data.Bottom - 6);
        for (int i = 0; i < ends.Length; i++)
        {
            using var paint = new SKPaint { Color = ends[i].Color.ToSKColor(), StrokeWidth = 4, IsAntialias = true };
            canvas.DrawLine(data.Right + 5, places[i], data.Right + 19, places[i], paint);
            Lettering.Draw(canvas, ends[i].Name, data.Right + 23, places[i] + 5, Colours.Ink);
        }
    }

    private static float[] Spread(float[] wanted, float top, float bottom)
    {
        float[] places = wanted.ToArray();
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = Math.Max(places[i], i == 0 ? top : places[i - 1] + LineHeight);
        }

        for (int i = places.Length - 1; i >= 0; i--)
        {
            places[i] = Math.Min(places[i], i == places.Length - 1 ? bottom : places[i + 1] - LineHeight);
        }

        return places;
    }
}
