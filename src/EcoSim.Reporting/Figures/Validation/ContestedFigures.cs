using System.Globalization;
using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>The figure of a report on contested links, as PNG and SVG.</summary>
public static class ContestedFigures
{
    private const float RowHeight = 30, NarrowRowHeight = 24, Around = 100, NameWidth = 130, Dot = 5.5f;
    private const double Percent = 100;

    /// <summary>Writes <c>contested</c>.</summary>
    /// <param name="scenario">What was examined.</param>
    /// <param name="rows">The scenario as it is first, then a link at nothing each, all of them last.</param>
    /// <param name="folder">Folder to write to; made when absent.</param>
    /// <param name="threads">Figures drawn at a time; 0 means one for each processor.</param>
    public static DrawnFigures Write(Scenario scenario, IReadOnlyList<ContestedRow> rows, string folder, int threads = 0)
    {
        return new DrawnFigures(PageFile.WriteAll([new PageDrawing("contested", () => Draw(scenario, rows))], folder, threads), Lettering.Problem);
    }

    private static Page Draw(Scenario scenario, IReadOnlyList<ContestedRow> rows)
    {
        var run = scenario.Plan.Parameters.Run;
        int pairs = rows[0].Fostered.Pairs;
        ContestedRow[] upwards = [.. rows.Reverse()];
        double half(ContestedRow row) => Percent * StudentInterval.HalfWidth(row.Share.Replicates - 1) * row.Share.StandardError;
        Interval[] shares = [.. upwards.Select(row => new Interval(row.Name, Percent * row.Share.Value, half(row), row.Link is null ? Colours.Ink : Colours.Blue))];
        Interval[] changes =
        [
            .. upwards.Where(row => row.Link is not null).Select(row => new Interval(
                row.Name, row.FosteredChange.Difference, row.FosteredChange.High - row.FosteredChange.Difference, row.FosteredChange.Difference < 0 ? Colours.Vermillion : Colours.Blue, row.IsTold)),
            new Interval("as it is", 0, 0, Colours.Ink),
        ];
        string errors = pairs == 1 ? "One replicate, so there is no interval." : $"Lines: 95 % confidence interval over {ComparedTimes.Pairs(pairs)}, each by itself. Right, filled: below 5 % after Holm’s correction for all rows.";
        return new Page(1200, (int)(230 + RowHeight * rows.Count))
        {
            Title = "What the anchor fostered where a contested link does nothing",
            Context = string.Create(CultureInfo.InvariantCulture,
                $"Scenario “{scenario.Name}”  ·  {run.Months} months from {run.Start}  ·  {FigureInput.Count(pairs)} with the same luck in every world"),
            Question = "Does the headline rest on a link that the literature disputes?",
            Note = $"Each row puts one disputed link at nothing; the last one all of them. Left: fostered share of the value of the ecosystem in the last month. Right: fostered value less that of the scenario as it is. {errors}",
        }.With(2, PanelOf("Fostered share", "%", shares), PanelOf("Change of the fostered value", "million RMB", changes));
    }

    private static Panel PanelOf(string label, string unit, Interval[] rows)
    {
        double[] ends = [0, .. rows.Select(row => row.Middle - row.Reach), .. rows.Select(row => row.Middle + row.Reach)];
        double low = ends.Min(), high = ends.Max(), margin = Ticks.Room(low, high, 0.06);
        var panel = new Panel(label, unit)
        {
            XLabel = unit,
            LeftWidth = NameWidth,
            NarrowHeight = Around + NarrowRowHeight * rows.Length,
            X = intervals => Ticks.Linear(low < 0 ? low - margin : 0, high + margin, Math.Min(intervals, 5)),
            Y = new Ticks(-0.6, rows.Length - 0.4, [], []),
            Overlay = (canvas, data, map) => DrawRows(canvas, data, map, rows),
        };
        panel.Track(0, rows.Length);
        return panel;
    }

    private static void DrawRows(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, Interval[] rows)
    {
        using var zero = new SKPaint { Color = Colours.Quiet.ToSKColor(), StrokeWidth = 1, IsAntialias = true };
        canvas.DrawLine(map(0, 0).X, data.Top, map(0, 0).X, data.Bottom, zero);
        for (int i = 0; i < rows.Length; i++)
        {
            Interval row = rows[i];
            using var paint = new SKPaint { Color = row.Colour.ToSKColor(), StrokeWidth = 2.2f, IsAntialias = true };
            SKPoint at = map(row.Middle, i);
            canvas.DrawLine(map(row.Middle - row.Reach, i), map(row.Middle + row.Reach, i), paint);
            canvas.DrawCircle(at, Dot, paint);
            if (!row.Told)
            {
                using var hollow = new SKPaint { Color = SKColors.White, IsAntialias = true };
                canvas.DrawCircle(at, Dot - paint.StrokeWidth, hollow);
            }

            Lettering.Draw(canvas, row.Name, data.Left - 10, at.Y + 5, Colours.Ink, align: SKTextAlign.Right);
        }
    }

    /// <summary>A dot with half the width of its interval, which a single replicate does not have.</summary>
    /// <param name="Name">What stands to the left.</param>
    /// <param name="Middle">The value.</param>
    /// <param name="Half">Half the width of its interval.</param>
    /// <param name="Colour">Colour.</param>
    /// <param name="Told">False for a change that is not told from 0, whose dot is hollow.</param>
    private sealed record Interval(string Name, double Middle, double Half, Color Colour, bool Told = true)
    {
        public double Reach => Half > 0 ? Half : 0;
    }
}
