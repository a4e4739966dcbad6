using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting.Style;

/// <summary>A node of an alluvial diagram.</summary>
/// <param name="Column">Column from the left, from 0.</param>
/// <param name="Name">Its name, beside it.</param>
/// <param name="Detail">What is written after or below the name, such as an amount.</param>
/// <param name="Color">Colour of the node and of the streams that leave it.</param>
/// <param name="Bold">True for a name in bold letters.</param>
internal sealed record Station(int Column, string Name, string Detail, Color Color, bool Bold = false);

/// <summary>Something that goes from a node to one further right.</summary>
internal readonly record struct Strand(int From, int To, double Amount);

/// <summary>Streams between columns of nodes, as wide as what flows; nodes stand in the given order.</summary>
internal sealed class Alluvium
{
    private const float NodeWidth = 14;
    private const float Gap = 5;

    /// <summary>Height of a line of letters.</summary>
    private const float Line = 17;

    private const float LeastStream = 0.6f;
    private const double StreamOpacity = 0.42;

    private readonly IReadOnlyList<Station> _stations;
    private readonly IReadOnlyList<Strand> _streams;
    private readonly double[] _through;
    private readonly int _columns;
    private readonly bool _stacked;

    /// <param name="stations">Nodes, in their order from the top.</param>
    /// <param name="streams">What flows between them.</param>
    /// <param name="stacked">True for details below the names, where there is no room beside them.</param>
    public Alluvium(IReadOnlyList<Station> stations, IReadOnlyList<Strand> streams, bool stacked = false)
    {
        _stacked = stacked;
        _stations = stations;
        _streams = [.. streams.Where(stream => stream.Amount > 0)];
        _columns = stations.Count == 0 ? 0 : stations.Max(station => station.Column) + 1;
        _through = [.. stations.Select((_, i) => Math.Max(_streams.Where(s => s.From == i).Sum(s => s.Amount), _streams.Where(s => s.To == i).Sum(s => s.Amount)))];
    }

    /// <summary>Pixels of height at which the names of the fullest column have room.</summary>
    public float LeastHeight => _stations.GroupBy(station => station.Column).Max(column => column.Count()) * (LeastPlace + Gap);

    /// <summary>Least height of a node's place, so that names do not touch.</summary>
    private float LeastPlace => _stacked ? 2 * Line : Line;

    /// <summary>Draws the diagram; names of the outer columns stand outside the rectangle.</summary>
    public void Draw(SKCanvas canvas, PixelRect room)
    {
        float scale = Scale(room.Height);
        SKRect[] nodes = Places(room, scale);
        float[] left = [.. nodes.Select(node => node.Top)], right = [.. left];

        // At either end streams leave in the order of where they go, so that they cross no more than they must.
        var ends = new (float From, float To)[_streams.Count];
        foreach (int i in Enumerable.Range(0, _streams.Count).OrderBy(i => nodes[_streams[i].To].Top))
        {
            ends[i].From = right[_streams[i].From];
            right[_streams[i].From] += (float)_streams[i].Amount * scale;
        }

        foreach (int i in Enumerable.Range(0, _streams.Count).OrderBy(i => nodes[_streams[i].From].Top))
        {
            ends[i].To = left[_streams[i].To];
            left[_streams[i].To] += (float)_streams[i].Amount * scale;
        }

        foreach (int i in Enumerable.Range(0, _streams.Count).OrderByDescending(i => _streams[i].Amount))
        {
            Strand stream = _streams[i];
            float height = Math.Max(LeastStream, (float)stream.Amount * scale);
            DrawStream(canvas, nodes[stream.From].Right, ends[i].From, nodes[stream.To].Left, ends[i].To, height, _stations[stream.From].Color);
        }

        for (int i = 0; i < nodes.Length; i++)
        {
            using var fill = new SKPaint { Color = _stations[i].Color.ToSKColor(), IsAntialias = true };
            canvas.DrawRect(nodes[i], fill);
            DrawName(canvas, _stations[i], nodes[i]);
        }
    }

    /// <summary>Pixels per unit, the largest at which every column fits.</summary>
    private float Scale(float height)
    {
        double low = 0, high = height / Math.Max(1e-12, _through.Max());
        for (int i = 0; i < 40; i++)
        {
            double middle = (low + high) / 2;
            bool fits = Enumerable.Range(0, _columns).All(column => Height(column, middle) <= height);
            (low, high) = fits ? (middle, high) : (low, middle);
        }

        return (float)low;
    }

    private double Height(int column, double scale) => Nodes(column).Sum(i => Math.Max(LeastPlace, _through[i] * scale) + Gap) - Gap;

    private IEnumerable<int> Nodes(int column) => Enumerable.Range(0, _stations.Count).Where(i => _stations[i].Column == column);

    private SKRect[] Places(PixelRect room, float scale)
    {
        var places = new SKRect[_stations.Count];
        for (int column = 0; column < _columns; column++)
        {
            float x = room.Left + (room.Width - NodeWidth) * (_columns == 1 ? 0 : column / (_columns - 1f));
            float y = room.Top + (room.Height - (float)Height(column, scale)) / 2;
            foreach (int i in Nodes(column))
            {
                float height = (float)(_through[i] * scale), place = Math.Max(LeastPlace, height);
                float top = y + (place - height) / 2;
                places[i] = new SKRect(x, top, x + NodeWidth, top + Math.Max(1, height));
                y += place + Gap;
            }
        }

        return places;
    }

    private static void DrawStream(SKCanvas canvas, float x1, float y1, float x2, float y2, float height, Color color)
    {
        float middle = (x1 + x2) / 2;
        using var path = new SKPath();
        path.MoveTo(x1, y1);
        path.CubicTo(middle, y1, middle, y2, x2, y2);
        path.LineTo(x2, y2 + height);
        path.CubicTo(middle, y2 + height, middle, y1 + height, x1, y1 + height);
        path.Close();
        using var fill = new SKPaint { Color = color.WithAlpha(StreamOpacity).ToSKColor(), IsAntialias = true };
        canvas.DrawPath(path, fill);
    }

    private void DrawName(SKCanvas canvas, Station station, SKRect node)
    {
        string[] lines = station.Detail.Length == 0 ? [station.Name] : _stacked ? [station.Name, station.Detail] : [$"{station.Name}  {station.Detail}"];
        for (int i = 0; i < lines.Length; i++)
        {
            float y = node.MidY + 5 + (i - (lines.Length - 1) / 2f) * Line;
            if (station.Column > 0 && station.Column < _columns - 1)
            {
                Lettering.DrawOver(canvas, lines[i], node.MidX, y, Colours.Ink);
                continue;
            }

            bool first = station.Column == 0;
            Lettering.Draw(
                canvas, lines[i], first ? node.Left - 8 : node.Right + 8, y, i == 0 ? Colours.Ink : Colours.Quiet, Lettering.Body, station.Bold && i == 0, first ? SKTextAlign.Right : SKTextAlign.Left);
        }
    }
}
