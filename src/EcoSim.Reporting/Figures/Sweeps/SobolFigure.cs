using EcoSim.Experiments.Sensitivity;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>Shares of the variance: what each parameter explains by itself and with its interactions, against the noise floor of the replicates.</summary>
internal static class SobolFigure
{
    private const int MostOutcomes = 4;
    private const float NameWidth = 214;
    private const int RowHeight = 44;
    private const double BarHeight = 0.34;

    public static Page Draw(SensitivityResult result, string context)
    {
        OutcomeIndices[] outcomes = [.. result.Indices.Take(MostOutcomes)];
        int columns = Math.Min(2, outcomes.Length);
        string floor = result.Experiment.Replicates < 2
            ? "One replicate, so how much is luck is not known."
            : "Dashed: noise floor, the share that is luck of the replicates, part of every total; more replicates lower it.";
        string left = result.Parameters.Count > result.Kept.Count ? $" {result.Parameters.Count - result.Kept.Count} parameters that the screening left out stay at the scenario’s values." : "";
        return new Page(1200, 220 + (120 + RowHeight * result.Kept.Count) * ((outcomes.Length + columns - 1) / columns))
        {
            Title = "What each parameter’s uncertainty contributes to the outcome’s",
            Context = context,
            Question = "Which parameter, if it were known, would make the outcome most certain?",
            Note = $"Sobol indices with 95 % confidence intervals ({result.BasePoints} base points). Where total exceeds first order by more than the floor, the parameter interacts. {floor}{left}",
            Legend = [(Colours.Blue, "first order: by itself"), (Colours.Sky, "total: with its interactions")],
        }.With(columns, [.. outcomes.Select(outcome => PanelOf(result, outcome))]);
    }

    private static Panel PanelOf(SensitivityResult result, OutcomeIndices outcome)
    {
        SobolIndex[] rows = [.. outcome.Indices.OrderBy(index => index.Total.Value)];
        double[] ends = [.. rows.SelectMany(row => new[] { row.First.Low, row.First.High, row.Total.Low, row.Total.High }).Where(double.IsFinite), 0];
        double low = Math.Min(0, Math.Max(ends.Min(), -0.3)), high = Math.Max(1, Math.Min(ends.Max(), 1.6));
        var panel = new Panel($"{SweptOutcome.Of(outcome.Outcome)} (share of its variance)", "")
        {
            XLabel = "",
            LeftWidth = NameWidth,
            NarrowHeight = 120 + RowHeight * rows.Length,
            X = intervals => Ticks.Linear(low, high, intervals),
            Y = new Ticks(-0.6, rows.Length - 0.4, [], []),
            Overlay = (canvas, data, map) => Intervals(canvas, data, map, result, rows, (low, high)),
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
        SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, SensitivityResult result, SobolIndex[] rows, (double Low, double High) axis)
    {
        using var line = new SKPaint { Color = Colours.Ink.ToSKColor(), StrokeWidth = 1.6f, IsAntialias = true };
        for (int row = 0; row < rows.Length; row++)
        {
            Whisker(rows[row].First, row + BarHeight / 2);
            Whisker(rows[row].Total, row - BarHeight / 2);
            string name = result.Parameters[result.Kept[rows[row].Parameter]].Path;
            Lettering.Draw(canvas, Lettering.Fit(name, NameWidth - 14, 13), data.Left - 8, map(0, row).Y + 5, Colours.Ink, 13, align: SKTextAlign.Right);
        }

        canvas.DrawLine(map(0, 0).X, data.Top, map(0, 0).X, data.Bottom, line);
        double floor = rows.Length == 0 ? double.NaN : rows[0].Total.NoiseFloor;
        if (floor > 0)
        {
            Dashes.Draw(canvas, new SKPoint(map(floor, 0).X, data.Top), new SKPoint(map(floor, 0).X, data.Bottom), Colours.Vermillion);
        }

        void Whisker(SensitivityIndex index, double at)
        {
            if (double.IsFinite(index.Low))
            {
                SKPoint from = map(Math.Max(axis.Low, index.Low), at), to = map(Math.Min(axis.High, index.High), at);
                canvas.DrawLine(from, to, line);
            }
        }
    }
}
