using ScottPlot;
using SkiaSharp;
using Range = System.Range;

namespace EcoSim.Reporting.Style;

/// <summary>One plot of a page: what is drawn in it, and the range that its axes must show.</summary>
/// <param name="label">What the vertical axis shows; stands above the panel, where it needs no turned text.</param>
/// <param name="unit">Its unit; large or small money is shown in a fitting multiple.</param>
/// <param name="fromZero">False when the axis may begin above zero, as for an index.</param>
internal sealed class Panel(string label, string unit, bool fromZero = true)
{
    private readonly List<(double[] Xs, double[] Ys, Color Color, string Name)> _named = [];
    private readonly List<DatedMark> _marks = [];
    private readonly List<(Coordinates From, Coordinates To)> _guides = [];
    /// <summary>Opacity of the window of a dated change: seen beside bands, and no lines are lost in it.</summary>
    private const double WindowOpacity = 0.08;

    private double _least = double.PositiveInfinity;
    private double _greatest = double.NegativeInfinity;

    /// <summary>The ScottPlot plot, for marks that the panel has no word for; call <see cref="Track"/> for their range.</summary>
    public Plot Plot { get; } = new();

    public string Label { get; } = label;
    public string Unit { get; } = unit;

    /// <summary>Ticks of the horizontal axis for a width in intervals; set by the figure.</summary>
    public Func<int, Ticks> X { get; set; } = intervals => Ticks.Linear(0, 1, intervals);

    /// <summary>What the horizontal axis shows, with its unit.</summary>
    public string XLabel { get; set; } = "calendar year";

    /// <summary>Ticks of the vertical axis when the figure knows better than the data's range.</summary>
    public Ticks? Y { get; set; }

    /// <summary>Room in pixels below the axis for a table that the overlay draws.</summary>
    public float BelowHeight { get; init; }

    /// <summary>Room in pixels to the right for labels that the overlay draws.</summary>
    public float RightWidth { get; init; }

    /// <summary>Room in pixels to the left for labels that the overlay draws.</summary>
    public float LeftWidth { get; init; }

    /// <summary>True for a panel without axes, which the overlay alone fills.</summary>
    public bool IsBlank { get; init; }

    /// <summary>False for a panel of coloured cells, between which lines would only disturb.</summary>
    public bool HasGrid { get; init; } = true;

    /// <summary>Height in pixels where panels stand one below the other on a narrow page.</summary>
    public float NarrowHeight { get; init; } = 290;

    /// <summary>Draws over the finished panel; gets the canvas, the data rectangle and the map from data to pixels.</summary>
    public Action<SKCanvas, PixelRect, Func<double, double, SKPoint>>? Overlay { get; set; }

    /// <summary>Paths whose name is written at their right end.</summary>
    public IReadOnlyList<(double[] Xs, double[] Ys, Color Color, string Name)> Named => _named;

    /// <summary>Dated changes.</summary>
    public IReadOnlyList<DatedMark> Marks => _marks;

    /// <summary>Dashed straight lines for the eye.</summary>
    public IReadOnlyList<(Coordinates From, Coordinates To)> Guides => _guides;

    /// <summary>Widens the vertical range so that these values are shown.</summary>
    public void Track(params IEnumerable<double> values)
    {
        foreach (double value in values.Where(double.IsFinite))
        {
            _least = Math.Min(_least, value);
            _greatest = Math.Max(_greatest, value);
        }
    }

    /// <summary>Marks a dated change; called before anything is drawn, so that a window lies below it.</summary>
    public void Mark(DatedMark mark)
    {
        _marks.Add(mark);
        if (mark.To is { } to)
        {
            var window = Plot.Add.HorizontalSpan(mark.From, to, (mark.Color ?? Colours.Ink).WithAlpha(WindowOpacity));
            window.LineStyle.Width = 0;
        }
    }

    /// <summary>A dashed straight line for the eye, between two points within the axes.</summary>
    public void Guide(Coordinates from, Coordinates to)
    {
        Track(from.Y, to.Y);
        _guides.Add((from, to));
    }

    public void Line(double[] xs, double[] ys, Color color, string? name = null, float width = 2.5f)
    {
        Track(ys);
        foreach (Range run in FiniteRuns(ys))
        {
            var line = Plot.Add.ScatterLine(xs[run], ys[run], color);
            line.LineWidth = width;
        }

        if (name is not null)
        {
            _named.Add((xs, ys, color, name));
        }
    }

    /// <summary>Draws the median as a line over its band; a band without width (one replicate) is left out.</summary>
    public void Band(double[] xs, Band band, Color color, string? name = null)
    {
        if (!band.Low.AsSpan().SequenceEqual(band.High))
        {
            Area(xs, band.Low, band.High, color.WithAlpha(0.22));
        }

        Line(xs, band.Middle, color, name);
    }

    public void Area(double[] xs, double[] low, double[] high, Color color)
    {
        Track(low);
        Track(high);
        foreach (Range run in FiniteRuns(low.Zip(high, (l, h) => l + h).ToArray()))
        {
            IEnumerable<Coordinates> edge = xs[run].Zip(low[run], (x, y) => new Coordinates(x, y));
            IEnumerable<Coordinates> back = xs[run].Zip(high[run], (x, y) => new Coordinates(x, y)).Reverse();
            var area = Plot.Add.Polygon(edge.Concat(back).ToArray());
            area.FillColor = color;
            area.LineWidth = 0;
        }
    }

    /// <summary>A bar of the given colour between two heights.</summary>
    public void Bar(double left, double right, double bottom, double top, Color color)
    {
        Track(bottom, top);
        var bar = Plot.Add.Rectangle(left, right, bottom, top);
        bar.FillColor = color;
        bar.LineWidth = 0;
    }

    /// <summary>Range of the vertical axis, and a remark to print in an empty panel.</summary>
    public (double Low, double High, string? Remark) VerticalRange()
    {
        if (!(_greatest >= _least))
        {
            return (0, 1, "no values in this run");
        }

        if (_least == 0 && _greatest == 0)
        {
            return (0, 1, "zero throughout");
        }

        bool zoom = !fromZero && _least > 0.4 * _greatest;
        double low = zoom ? _least : Math.Min(0, _least);
        double high = zoom ? _greatest : Math.Max(0, _greatest);
        double margin = 0.06 * Math.Max(high - low, 1e-6 * Math.Max(Math.Abs(high), Math.Abs(low)));
        return (zoom || low < 0 ? low - margin : low, high > 0 ? high + margin : high, null);
    }

    private static IEnumerable<Range> FiniteRuns(double[] values)
    {
        for (int i = 0, end; i < values.Length; i = end + 1)
        {
            end = i;
            while (end < values.Length && double.IsFinite(values[end]))
            {
                end++;
            }

            if (end > i)
            {
                yield return i..end;
            }
        }
    }
}
