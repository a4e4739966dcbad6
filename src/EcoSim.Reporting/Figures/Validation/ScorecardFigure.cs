using System.Globalization;
using EcoSim.Experiments.Validation;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>A row for each published figure: its band, its value, and the dot that the simulated data make.</summary>
internal static class ScorecardFigure
{
    private const float RowHeight = 30, Around = 100, ValueWidth = 290, HalfBand = 8, Dot = 5.5f, Naive = 5;

    /// <summary>Room on either side of the bands, in widths of a band; what lies beyond is an arrow.</summary>
    private const double Beside = 0.6;

    /// <summary>Standard errors on either side of a dot.</summary>
    private const double ErrorsShown = 2;

    /// <param name="scorecard">What to draw.</param>
    /// <param name="context">Line below the title.</param>
    /// <param name="narrow">For a telephone: names above their rows and no numbers, which the table beside it has.</param>
    public static Page Draw(Scorecard scorecard, string context, bool narrow = false)
    {
        // Emergent figures on top: they are what is tested.
        ScorecardRow[] rows = [.. scorecard.Rows.OrderBy(row => row.Target.IsInput).Reverse()];
        string[] names = [.. rows.Select(row => $"{row.Target.Id}  {OutcomeWords.Of(row.Target.Measure)}{(row.Target.IsInput ? ", input" : "")}")];
        var panel = new Panel("Published figure", "")
        {
            XLabel = narrow ? "each row on its own scale" : "each row on a scale of its own: the band from its lower to its upper end",
            LeftWidth = RowNames.LeftWidth(names, narrow),
            RightWidth = narrow ? 0 : ValueWidth,
            NarrowHeight = Around + RowNames.RowHeight(RowHeight, narrow) * rows.Length,
            X = _ => new Ticks(-Beside, 1 + Beside, [0, 1], ["low", "high"]),
            Y = new Ticks(-0.6, rows.Length - 0.4, [], []),
            Overlay = (canvas, data, map) => DrawRows(canvas, data, map, rows, names, narrow),
        };
        panel.Track(0, Math.Max(1, rows.Length));
        IReadOnlyList<string> near = ScorecardText.NearEdge(scorecard);
        string edge = near.Count == 0 ? "" : $" Outcomes so near an edge of the band (twice the error) that chance may decide: {string.Join(", ", near)}.";
        string errors = scorecard.Replicates > 1 ? " with twice its Monte Carlo standard error" : "";
        return new Page(1200, (int)(250 + RowHeight * Math.Max(4, rows.Length)))
        {
            Title = ScorecardText.Title(scorecard),
            Context = context,
            Question = "Do simulated data, measured as published figures were, agree with them?",
            Note = $"Bar: the published band; tick: the published value. Dot: the simulated value{errors}; an arrow beyond the scale. "
                + $"Diamond: a naive rival (Gibrat growth with entry, constant hazards, fitted to the same figures). Outcomes come out of the model; an input is set from its source, so that agreement is no test.{edge}",
            WideNote = "Right: simulated value; published value with band.",
            Legend = [(Colours.Blue, "in band"), (Colours.Vermillion, "out of band"), (Colours.Orange, "naive rival")],
        }.With(1, panel);
    }

    private static void DrawRows(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, ScorecardRow[] rows, string[] names, bool narrow)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            ScorecardRow row = rows[i];
            float y = map(0, i).Y;
            DrawBand(canvas, map, row, i);
            DrawNaive(canvas, map, row, i);
            DrawValue(canvas, map, row, i);
            RowNames.Draw(canvas, data, y, names[i], narrow);
            if (narrow)
            {
                continue;
            }

            Color color = ColourOf(row);
            Lettering.Draw(canvas, row.Verdict == Verdict.NotMeasurable ? "not measurable" : Number(row.Estimate.Value), data.Right + 12, y + 5, color, bold: true);
            string published = $"{Number(row.Target.Value)} ({Number(row.Target.Low)} to {Number(row.Target.High)}) {row.Measure.ReadableUnit}";
            Lettering.Draw(canvas, row.Verdict == Verdict.NotMeasurable ? "" : published, data.Right + 68, y + 5, Colours.Quiet);
        }
    }

    private static void DrawBand(SKCanvas canvas, Func<double, double, SKPoint> map, ScorecardRow row, int place)
    {
        using var band = new SKPaint { Color = Colours.Grid.ToSKColor(), IsAntialias = true };
        using var tick = new SKPaint { Color = Colours.Ink.ToSKColor(), StrokeWidth = 2, IsAntialias = true };
        SKPoint low = map(0, place), high = map(1, place), target = map(Position(row, row.Target.Value), place);
        canvas.DrawRect(low.X, low.Y - HalfBand, high.X - low.X, 2 * HalfBand, band);
        canvas.DrawLine(target.X, target.Y - HalfBand, target.X, target.Y + HalfBand, tick);
    }

    private static void DrawValue(SKCanvas canvas, Func<double, double, SKPoint> map, ScorecardRow row, int place)
    {
        if (row.Verdict == Verdict.NotMeasurable)
        {
            return;
        }

        using var paint = new SKPaint { Color = ColourOf(row).ToSKColor(), StrokeWidth = 2.5f, IsAntialias = true };
        double middle = Position(row, row.Estimate.Value), half = ErrorsShown * row.Estimate.StandardError / Width(row);
        if (half > 0)
        {
            canvas.DrawLine(map(Within(middle - half), place), map(Within(middle + half), place), paint);
        }

        DrawMark(canvas, map(Within(middle), place), middle, paint, () => canvas.DrawCircle(map(middle, place), Dot, paint));
    }

    private static void DrawNaive(SKCanvas canvas, Func<double, double, SKPoint> map, ScorecardRow row, int place)
    {
        if (double.IsNaN(row.Naive))
        {
            return;
        }

        using var paint = new SKPaint { Color = Colours.Orange.ToSKColor(), StrokeWidth = 2.2f, IsStroke = true, IsAntialias = true };
        double at = Position(row, row.Naive);
        DrawMark(canvas, map(Within(at), place), at, paint, () => Diamond(canvas, map(at, place), paint));
    }

    /// <summary>The mark itself within the scale, an arrow at its end beyond it.</summary>
    private static void DrawMark(SKCanvas canvas, SKPoint at, double position, SKPaint paint, Action draw)
    {
        if (Within(position) == position)
        {
            draw();
            return;
        }

        float back = position < 0 ? 10 : -10;
        Shape(canvas, paint, at, new SKPoint(at.X + back, at.Y - 6), new SKPoint(at.X + back, at.Y + 6));
    }

    private static void Diamond(SKCanvas canvas, SKPoint at, SKPaint paint) => Shape(
        canvas, paint, new SKPoint(at.X - Naive, at.Y), new SKPoint(at.X, at.Y - Naive), new SKPoint(at.X + Naive, at.Y), new SKPoint(at.X, at.Y + Naive));

    private static void Shape(SKCanvas canvas, SKPaint paint, params ReadOnlySpan<SKPoint> corners)
    {
        using var path = new SKPath();
        path.AddPoly(corners.ToArray());
        canvas.DrawPath(path, paint);
    }

    /// <summary>0 at the lower end of the band, 1 at the upper; in the middle of a band without width.</summary>
    private static double Position(ScorecardRow row, double value) => (value - row.Target.Low) / Width(row) + (row.Target.High > row.Target.Low ? 0 : 0.5);

    private static double Width(ScorecardRow row) =>
        row.Target.High > row.Target.Low ? row.Target.High - row.Target.Low : Math.Max(Math.Abs(row.Target.Value), 1e-9);

    private static double Within(double position) => Math.Clamp(position, -Beside, 1 + Beside);

    private static Color ColourOf(ScorecardRow row) => row.Verdict switch
    {
        Verdict.InBand => Colours.Blue,
        Verdict.OutOfBand => Colours.Vermillion,
        _ => Colours.Quiet,
    };

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 10 ? "0.0" : Math.Abs(value) >= 1 ? "0.00" : "0.000", CultureInfo.InvariantCulture);
}
