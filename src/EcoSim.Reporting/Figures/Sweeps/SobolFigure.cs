using EcoSim.Experiments.Sensitivity;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>Shares of the variance: what each parameter explains by itself and with its interactions, against the noise floor of the replicates.</summary>
internal static class SobolFigure
{
    private const int MostOutcomes = 4;
    private const int RowHeight = 44;

    /// <summary>Height of a row with its name above it.</summary>
    private const int NarrowRowHeight = 66;

    /// <summary>How far the axis goes at most, since shares lie from 0 to 1; what an interval has beyond ends in an arrow.</summary>
    private const double Least = -0.5, Greatest = 1.6;

    private const float ArrowLength = 7;
    private const double BarHeight = 0.34;

    /// <summary>How far the mark of the noise floor reaches over the bar of the total.</summary>
    private const double FloorReach = 0.06;

    /// <param name="result">The analysis.</param>
    /// <param name="context">Line below the title.</param>
    /// <param name="narrow">For a telephone: names above their rows.</param>
    public static Page Draw(SensitivityResult result, string context, bool narrow = false)
    {
        OutcomeIndices[] outcomes = [.. result.Indices.Take(MostOutcomes)];
        int columns = Math.Min(2, outcomes.Length);
        string floor = result.Experiment.Replicates < 2
            ? "One replicate, so how much is luck is not known."
            : "Upright mark: noise floor, the part of the total that is luck of the replicates; more of them lower it.";
        string untold = !outcomes.SelectMany(outcome => outcome.Indices).Any(SobolText.Contradicts) ? ""
            : " Where the total is below the first order, which is a part of it, the sample is too small to tell interactions.";
        string left = result.Parameters.Count > result.Kept.Count ? $" {result.Parameters.Count - result.Kept.Count} parameters that the screening left out stay at the scenario’s values." : "";
        return new Page(1200, 220 + (120 + RowHeight * result.Kept.Count) * ((outcomes.Length + columns - 1) / columns))
        {
            Title = "What each parameter’s uncertainty contributes to the outcome’s",
            Context = context,
            Question = "Which parameter, if it were known, would make the outcome most certain?",
            Note = $"Sobol indices with 95 % confidence intervals over scrambles of the {result.BasePoints} base points, {SensitivityInterval.Luck(result)}; an arrow where one goes on beyond the axis. Where the total exceeds the first order by more than the floor, the parameter interacts with others.{untold} {floor}{left}",
            Legend = [(Colours.Blue, "first order: by itself"), (Colours.Sky, "total: with its interactions"), (Colours.Vermillion, "noise floor of the total")],
        }.With(columns, [.. outcomes.Select(outcome => PanelOf(result, outcome, narrow))]);
    }

    private static Panel PanelOf(SensitivityResult result, OutcomeIndices outcome, bool narrow)
    {
        SobolIndex[] rows = [.. outcome.Indices.OrderBy(index => index.Total.Value)];
        double[] ends = [.. rows.SelectMany(row => new[] { row.First.Low, row.First.High, row.Total.Low, row.Total.High }).Where(double.IsFinite), 0];
        double low = Math.Min(0, Math.Max(ends.Min(), Least)), high = Math.Max(1, Math.Min(ends.Max(), Greatest));
        string[] names = [.. rows.Select(row => result.Parameters[result.Kept[row.Parameter]].Path)];
        var panel = new Panel($"{SweptOutcome.Of(outcome.Outcome)} (share of its variance)", "")
        {
            XLabel = "",
            LeftWidth = RowNames.LeftWidth(names, narrow),
            NarrowHeight = 92 + NarrowRowHeight * rows.Length,
            X = intervals => Ticks.Linear(low, high, intervals),
            Y = new Ticks(-0.6, rows.Length - 0.4, [], []),
            Overlay = (canvas, data, map) => Intervals(canvas, data, map, rows, names, (low, high), narrow),
        };
        panel.Track(0, rows.Length);
        for (int row = 0; row < rows.Length; row++)
        {
            Bar(panel, rows[row].First.Value, row, row + BarHeight, Colours.Blue);
            Bar(panel, rows[row].Total.Value, row - BarHeight, row, Colours.Sky);
        }

        return panel;
    }

    private static void Bar(Panel panel, double value, double bottom, double top, Color color)
    {
        if (double.IsFinite(value))
        {
            panel.Bar(Math.Min(0, value), Math.Max(0, value), bottom, top, color);
        }
    }

    private static void Intervals(
        SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, SobolIndex[] rows, string[] names, (double Low, double High) axis, bool above)
    {
        using var line = new SKPaint { Color = Colours.Ink.ToSKColor(), StrokeWidth = 1.6f, IsAntialias = true };
        for (int row = 0; row < rows.Length; row++)
        {
            Whisker(rows[row].First, row + BarHeight / 2);
            Whisker(rows[row].Total, row - BarHeight / 2);
            // A name above stands clear of both bars.
            RowNames.Draw(canvas, data, above ? map(0, row + BarHeight).Y + 9 : map(0, row).Y, names[row], above);
        }

        canvas.DrawLine(map(0, 0).X, data.Top, map(0, 0).X, data.Bottom, line);
        if (rows.All(row => double.IsNaN(row.Total.Value)))
        {
            Lettering.Draw(canvas, "does not vary", (data.Left + data.Right) / 2, (data.Top + data.Bottom) / 2, Colours.Quiet, 16, align: SKTextAlign.Center);
        }

        using var mark = new SKPaint { Color = Colours.Vermillion.ToSKColor(), StrokeWidth = 3, IsAntialias = true };
        for (int row = 0; row < rows.Length; row++)
        {
            double floor = rows[row].Total.NoiseFloor;
            if (floor > 0 && floor < axis.High)
            {
                canvas.DrawLine(map(floor, row - BarHeight - FloorReach), map(floor, row + FloorReach), mark);
            }
        }

        void Arrow(SKPoint tip, bool beyond, float back)
        {
            if (beyond)
            {
                canvas.DrawLine(tip.X, tip.Y, tip.X + back, tip.Y - 4, line);
                canvas.DrawLine(tip.X, tip.Y, tip.X + back, tip.Y + 4, line);
            }
        }

        void Whisker(SensitivityIndex index, double at)
        {
            if (double.IsFinite(index.Low))
            {
                SKPoint from = map(Math.Max(axis.Low, index.Low), at), to = map(Math.Min(axis.High, index.High), at);
                canvas.DrawLine(from, to, line);
                Arrow(from, index.Low < axis.Low, ArrowLength);
                Arrow(to, index.High > axis.High, -ArrowLength);
            }
        }
    }
}
