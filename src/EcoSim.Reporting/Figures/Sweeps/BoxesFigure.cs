using System.Globalization;
using EcoSim.Experiments.Discovery;
using EcoSim.Model.Declaration;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>Boxes of parameter space: the ranges that each takes of the parameters it limits, and the points over the two surest of them.</summary>
internal static class BoxesFigure
{
    private const float ValueWidth = 150;
    private const int RowHeight = 40;
    private const double HalfBar = 0.2;
    private const int SquareHeight = 430;

    /// <param name="result">What was found.</param>
    /// <param name="context">Line below the title.</param>
    /// <param name="narrow">For a telephone: names and ranges above the bars.</param>
    public static Page Draw(DiscoveryResult result, string context, bool narrow = false)
    {
        DiscoveredBox[] boxes = [.. result.Found.Boxes];
        float ranges = 130 + RowHeight * boxes.Max(box => box.Found.Limits.Count), height = ranges + SquareHeight;
        var page = new Page(1200, (int)(200 + height))
        {
            Title = $"Where “{result.Statement.Text}” holds",
            Context = context,
            Question = "In which part of parameter space does the statement hold?",
            Note = "Above: bars are the ranges within the box, the line is all that the sweep tried; beside it the range. Below: points over the two surest limits, the box as a frame; in a box with other limits, too, points of the frame may lie outside of it. "
                + $"p: share of {Discovery.Resamples} sweeps with shuffled outcomes in which as good a box is found.",
            Legend = [(Colours.Blue, "the statement holds"), (Colours.Orange, "it does not")],
        };
        for (int box = 0; box < boxes.Length; box++)
        {
            float left = box / (float)boxes.Length, right = (box + 1) / (float)boxes.Length;
            page.Place(RangesOf(result, box, beside: boxes.Length == 1 && !narrow), left, 0, right, ranges / height);
            page.Place(PointsOf(result, box), left, ranges / height, right, 1);
        }

        return page;
    }

    private static Panel RangesOf(DiscoveryResult result, int number, bool beside)
    {
        DiscoveredBox box = result.Found.Boxes[number];
        BoxLimit[] limits = [.. box.Found.Limits.Reverse()];
        BoxScore score = box.Found.Score;
        string title = string.Create(CultureInfo.InvariantCulture, $"Box {number + 1}: density {score.Density:0 %}, coverage {score.Coverage:0 %}, p ≤ {box.ChanceOfBalance:0.00}");
        string[] names = [.. limits.Select(limit => result.Table.Points.Parameters[limit.Parameter].Path)];
        var panel = new Panel(title, "")
        {
            XLabel = "share of the range tried (of its logarithm where that axis is logarithmic)",
            LeftWidth = beside ? RowNames.LeftWidth(names, above: false) : 24,
            RightWidth = beside ? ValueWidth : 24,
            NarrowHeight = 130 + RowHeight * limits.Length,
            X = intervals => Ticks.Linear(-0.02, 1.02, Math.Min(4, intervals)),
            Y = new Ticks(-0.7, Math.Max(1, limits.Length) - 0.3, [], []),
            Overlay = (canvas, data, map) => Names(canvas, data, map, result, limits, names, beside),
        };
        panel.Track(0, Math.Max(1, limits.Length));
        for (int row = 0; row < limits.Length; row++)
        {
            double[] values = result.Table.Parameter(limits[row].Parameter);
            var axis = new ParameterAxis(result.Table.Points.Parameters[limits[row].Parameter], values);
            double least = axis.At(values.Min()), span = Math.Max(1e-300, axis.At(values.Max()) - least);
            double low = double.IsInfinity(limits[row].Low) ? 0 : (axis.At(limits[row].Low) - least) / span;
            double high = double.IsInfinity(limits[row].High) ? 1 : (axis.At(limits[row].High) - least) / span;
            panel.Line([0, 1], [row, row], Colours.Quiet, width: 1);
            panel.Bar(Math.Max(0, low - 0.004), Math.Min(1, high + 0.004), row - HalfBar, row + HalfBar, Colours.Blue);
        }

        return panel;
    }

    private static void Names(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, DiscoveryResult result, BoxLimit[] limits, string[] names, bool beside)
    {
        for (int row = 0; row < limits.Length; row++)
        {
            ParameterDeclaration parameter = result.Table.Points.Parameters[limits[row].Parameter];
            string range = BoxWords.Range(parameter, limits[row].Low, limits[row].High);
            float y = map(0, row).Y;
            if (beside)
            {
                RowNames.Draw(canvas, data, y, names[row], above: false);
                Lettering.Draw(canvas, range, data.Right + 8, y + 5, Colours.Quiet, 13);
            }
            else
            {
                Lettering.Draw(canvas, Lettering.Fit($"{parameter.Path}: {range}", data.Width, 12), data.Left, y - 13, Colours.Ink, 12);
            }
        }
    }

    private static Panel PointsOf(DiscoveryResult result, int number)
    {
        FoundBox box = result.Found.Boxes[number].Found;
        int across = box.Limits[0].Parameter;
        int up = box.Limits.Count > 1 ? box.Limits[1].Parameter : Enumerable.Range(0, result.Table.Points.Parameters.Count).FirstOrDefault(parameter => parameter != across, across);
        var horizontal = new ParameterAxis(result.Table.Points.Parameters[across], result.Table.Parameter(across));
        var vertical = new ParameterAxis(result.Table.Points.Parameters[up], result.Table.Parameter(up));
        Ticks upwards = vertical.Ticks(6);
        var panel = new Panel(vertical.Label, "")
        {
            XLabel = horizontal.Label,
            NarrowHeight = 400,
            X = horizontal.Ticks,
            Y = upwards,
            Overlay = (canvas, data, map) =>
            {
                for (int i = 0; i < result.Points.Count; i++)
                {
                    double[] row = result.Table.Points.Rows[result.Points[i]];
                    MainEffectsFigure.Dot(canvas, map(horizontal.At(row[across]), vertical.At(row[up])), 3.6f, (result.Holds[i] ? Colours.Blue : Colours.Orange).WithAlpha(0.75));
                }

                SKPoint low = map(End(horizontal, box.Box.Low[across]), End(vertical, box.Box.Low[up])), high = map(End(horizontal, box.Box.High[across]), End(vertical, box.Box.High[up]));
                using var frame = new SKPaint { Color = Colours.Ink.ToSKColor(), StrokeWidth = 2, IsAntialias = true, Style = SKPaintStyle.Stroke };
                canvas.DrawRect(SKRect.Create(
                    Math.Max(data.Left, low.X), Math.Max(data.Top, high.Y), Math.Min(data.Right, high.X) - Math.Max(data.Left, low.X), Math.Min(data.Bottom, low.Y) - Math.Max(data.Top, high.Y)), frame);
            },
        };
        panel.Track(upwards.Low, upwards.High);
        return panel;
    }

    /// <summary>An end that is not there lies far outside.</summary>
    private static double End(ParameterAxis axis, double end) => double.IsInfinity(end) ? Math.Sign(end) * 1e9 : axis.At(end);
}
