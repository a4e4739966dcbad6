using EcoSim.Experiments.Headline;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>What was fostered, a row for each source of uncertainty: amounts on the left, shares on the right.</summary>
internal static class HeadlineFigure
{
    private const float RowHeight = 27, NarrowRowHeight = 24, Around = 240, AroundPanel = 100, NameWidth = 176, BareNameWidth = 16, Dot = 5.5f, DrawDot = 3;
    private const double Percent = 100;

    /// <param name="result">What to draw.</param>
    /// <param name="context">Line below the title.</param>
    /// <param name="narrow">For a telephone: both panels have names, since they stand one below the other.</param>
    public static Page Draw(HeadlineResult result, string context, bool narrow = false)
    {
        Line[] rows = [.. Lines(result).Reverse()];
        return new Page(1200, (int)(Around + RowHeight * rows.Length))
        {
            Title = "What the anchor fostered, and how sure that is",
            Context = context,
            Question = "How much of the start-ups’ value exists because of the anchor, and what does the answer rest on?",
            Note = $"{(result.Replicates > 1 ? "Lines: Monte Carlo 95 % confidence interval of the mean (Student’s t), luck alone; the grey stripe continues that of the scenario as it is." : "One replicate, so luck is not shown.")} {PosteriorNote(result)} "
                + "Contested: one disputed link at nothing in both worlds. Counterfactuals: against no anchor at all (firm), average terms in every channel (premium), or in one channel.",
            Legend =
            [
                .. result.Posterior is null ? (List<(Color, string)>)[] : [(Colours.Purple, "posterior" + Ends(result.Posterior))],
                (Colours.Ink, "replicates" + Ends(result.AsItIs)), (Colours.Blue, "contested link at nothing" + Ends(result.NoContested)), (Colours.Green, "counterfactual" + Ends(result.Counterfactuals[0])),
            ],
        }.With(
            2, PanelOf("Fostered value", "million RMB", rows, result, row => row.Fostered, draw => draw.Fostered, 1, NameWidth),
            PanelOf("Fostered share of the value with the anchor", "%", rows, result, row => row.Share, draw => draw.Share, Percent, narrow ? NameWidth : BareNameWidth));
    }

    /// <summary>What the bar of the posterior is, which few draws have no quantiles for.</summary>
    internal static string PosteriorNote(HeadlineResult result)
    {
        string bar = result.Posterior switch { { HasQuantiles: true } => "median and 5–95 % of ", { Count: > 1 } => "median, least and most of ", _ => "" };
        return result.Posterior is null
            ? "No posterior sample was given, so doubt about parameters is missing."
            : $"Posterior: {bar}{Amount.Count(result.Draws.Count, "draw", "draws")}, each a small dot with one replicate, so parameters and luck together.";
    }

    /// <summary>": 90 % of draws", or nothing where there is no interval.</summary>
    private static string Ends(HeadlineRow row) => row.IntervalName.Length == 0 ? "" : ": " + row.IntervalName;

    private static IEnumerable<Line> Lines(HeadlineResult result)
    {
        if (result.Posterior is { } posterior)
        {
            yield return new Line(posterior, "posterior" + (posterior.Fostered.HasInterval && posterior.HasQuantiles ? ", 90 %" : ""), Colours.Purple, Bold: true);
        }

        yield return new Line(result.AsItIs, "as it is" + (result.AsItIs.Fostered.HasInterval ? ", 95 %" : ""), Colours.Ink);
        yield return new Line(null, "Contested links", Colours.Blue);
        foreach (HeadlineRow row in result.Contested)
        {
            yield return new Line(row, row.Name, Colours.Blue);
        }

        yield return new Line(result.NoContested, result.NoContested.Name, Colours.Blue, Bold: true);
        yield return new Line(null, "Counterfactuals", Colours.Green);
        foreach (HeadlineRow row in result.Counterfactuals)
        {
            bool channel = row.Name is not (HeadlineDesign.Firm or HeadlineDesign.Premium);
            yield return new Line(row, channel ? row.Name : $"{row.Name}: {row.Meaning.Replace("anchor absent", "no anchor").Replace("every channel off", "all off")}", Colours.Green, Bold: !channel);
        }
    }

    private static Panel PanelOf(
        string label, string unit, Line[] rows, HeadlineResult result, Func<HeadlineRow, Ranged> of, Func<HeadlineDraw, double> ofDraw, double factor, float nameWidth)
    {
        double[] ends =
        [
            .. new[] { 0.0 }.Concat(rows.Where(row => row.Row is not null).Select(row => of(row.Row!)).SelectMany(range => (double[])[range.Value, range.Low, range.High]))
                .Concat(result.Draws.Select(ofDraw)).Where(double.IsFinite),
        ];
        UnitScale scale = UnitScale.For(unit, factor * ends.Max(Math.Abs));
        double size = factor / scale.Size, low = size * ends.Min(), high = size * ends.Max(), margin = Math.Max(0.05 * (high - low), 1e-9);
        var panel = new Panel(label, scale.Name)
        {
            XLabel = scale.Name,
            LeftWidth = nameWidth,
            NarrowHeight = AroundPanel + NarrowRowHeight * rows.Length,
            X = intervals => Ticks.Linear(low < 0 ? low - margin : 0, high + margin, Math.Min(intervals, 6)),
            Y = new Ticks(-0.6, rows.Length - 0.4, [], []),
            Overlay = (canvas, data, map) =>
            {
                DrawHeadline(canvas, data, map, of(result.AsItIs), size);
                for (int i = 0; i < rows.Length; i++)
                {
                    DrawRow(canvas, data, map, rows[i], i, result.Draws, of, ofDraw, size, nameWidth > BareNameWidth);
                }
            },
        };
        panel.Track(0, rows.Length);
        return panel;
    }

    /// <summary>The headline's own interval through all rows, and nothing fostered as a line.</summary>
    private static void DrawHeadline(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, Ranged headline, double size)
    {
        using var zero = new SKPaint { Color = Colours.Quiet.ToSKColor(), StrokeWidth = 1, IsAntialias = true };
        using var stripe = new SKPaint { Color = Colours.Quiet.WithAlpha(0.13).ToSKColor(), IsAntialias = true };
        using var middle = new SKPaint { Color = Colours.Quiet.WithAlpha(0.5).ToSKColor(), StrokeWidth = 1, IsAntialias = true };
        canvas.DrawLine(map(0, 0).X, data.Top, map(0, 0).X, data.Bottom, zero);
        float at = map(size * headline.Value, 0).X;
        canvas.DrawLine(at, data.Top, at, data.Bottom, middle);
        if (headline.HasInterval)
        {
            float left = map(size * headline.Low, 0).X, right = map(size * headline.High, 0).X;
            canvas.DrawRect(left, data.Top, right - left, data.Bottom - data.Top, stripe);
        }
    }

    private static void DrawRow(
        SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, Line line, int place, IReadOnlyList<HeadlineDraw> draws, Func<HeadlineRow, Ranged> of, Func<HeadlineDraw, double> ofDraw,
        double size, bool named)
    {
        float y = map(0, place).Y;
        if (named)
        {
            Lettering.Draw(canvas, Lettering.Fit(line.Name, NameWidth - 14), data.Left - 10, y + 5, line.Row is null ? line.Colour : Colours.Ink, bold: line.Bold || line.Row is null, align: SKTextAlign.Right);
        }

        if (line.Row is not { } row || !double.IsFinite(of(row).Value))
        {
            return;
        }

        Ranged range = of(row);
        using var paint = new SKPaint { Color = line.Colour.ToSKColor(), StrokeWidth = 2.2f, IsAntialias = true };
        if (row.Part == HeadlinePart.Posterior)
        {
            using var faint = new SKPaint { Color = line.Colour.WithAlpha(0.45).ToSKColor(), IsAntialias = true };
            foreach (double value in draws.Select(ofDraw).Where(double.IsFinite))
            {
                canvas.DrawCircle(map(size * value, place - 0.28), DrawDot, faint);
            }
        }

        if (range.HasInterval)
        {
            canvas.DrawLine(map(size * range.Low, place), map(size * range.High, place), paint);
        }

        canvas.DrawCircle(map(size * range.Value, place), Dot, paint);
    }

    /// <summary>A row of the figure; without a result it is a heading.</summary>
    private sealed record Line(HeadlineRow? Row, string Name, Color Colour, bool Bold = false);
}
