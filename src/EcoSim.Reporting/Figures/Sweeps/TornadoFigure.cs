using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Model.Declaration;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>From the lowest to the highest value of each parameter, the widest bar on top.</summary>
internal static class TornadoFigure
{
    private const int MostOutcomes = 4;
    private const int MostRows = 15;
    private const double HalfBar = 0.36;
    private const float NameWidth = 214;
    private const int RowHeight = 26;

    public static Page Draw(SweepTable table, string context)
    {
        Panel[] panels = [.. Enumerable.Range(0, Math.Min(MostOutcomes, table.Outcomes.Count)).Select(outcome => PanelOf(table, outcome))];
        int columns = Math.Min(2, panels.Length), rows = (panels.Length + columns - 1) / columns;
        bool alone = table.Design == DesignKind.OneAtATime;
        int bars = Math.Min(MostRows, table.Points.Parameters.Count);
        return new Page(1200, 200 + rows * (110 + RowHeight * Math.Max(4, bars)))
        {
            Title = "From the lowest to the highest value of each parameter",
            Context = context,
            Question = "Which parameter moves the outcome most, and which way?",
            Note = (alone
                ? "Bars: mean at the lowest and the highest value of one parameter, the others as in the scenario, which is the line."
                : "Bars: mean over points with the lowest and the highest values of one parameter, the others averaged over; the line is the mean over all points.")
                + " Beside each bar the values. A bar to one side of the line only: both ends move the outcome the same way.",
            Legend = [(Colours.Vermillion, "at the lowest value"), (Colours.Blue, "at the highest value")],
        }.With(columns, panels);
    }

    private static Panel PanelOf(SweepTable table, int outcome)
    {
        OutcomeMeasure measure = table.Outcomes[outcome];
        MainEffect[] effects = [.. MainEffect.Ranked(table, outcome).Where(effect => effect.Ranges.Count > 1).Take(MostRows).Reverse()];
        double[] outcomes = [.. table.Outcome(outcome).Where(double.IsFinite)];
        double centre = table.Design == DesignKind.OneAtATime ? table.Means[0][outcome] : outcomes.DefaultIfEmpty(double.NaN).Average();
        double[] ends = [.. effects.SelectMany(effect => new[] { effect.Ranges[0].Outcome, effect.Ranges[^1].Outcome }), centre];
        double low = ends.Min(), high = ends.Max(), room = Math.Max(1e-9, 0.16 * (high - low));
        UnitScale scale = UnitScale.For(measure.Unit, Math.Max(Math.Abs(low), Math.Abs(high)));
        var panel = new Panel($"{SweptOutcome.Of(measure)} ({scale.Name})", "")
        {
            XLabel = "",
            LeftWidth = NameWidth,
            NarrowHeight = 110 + RowHeight * Math.Max(4, effects.Length),
            X = intervals => Ticks.Linear(low - room, high + room, intervals, scale.Size),
            Y = new Ticks(-0.6, Math.Max(1, effects.Length) - 0.4, [], []),
            Overlay = (canvas, data, map) => Names(canvas, data, map, table, effects, centre),
        };
        panel.Track(0, Math.Max(1, effects.Length));
        for (int row = 0; row < effects.Length; row++)
        {
            Bar(panel, row, centre, effects[row].Ranges[0].Outcome, Colours.Vermillion);
            Bar(panel, row, centre, effects[row].Ranges[^1].Outcome, Colours.Blue);
        }

        return panel;
    }

    /// <summary>Two bars to the same side lie over each other, so they share the height.</summary>
    private static void Bar(Panel panel, int row, double centre, double end, Color color)
    {
        bool upper = color == Colours.Blue;
        panel.Bar(Math.Min(centre, end), Math.Max(centre, end), row - (upper ? 0 : HalfBar), row + (upper ? HalfBar : 0), color);
    }

    private static void Names(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, SweepTable table, MainEffect[] effects, double centre)
    {
        using var line = new SKPaint { Color = Colours.Ink.ToSKColor(), StrokeWidth = 1.2f, IsAntialias = true };
        canvas.DrawLine(map(centre, 0).X, data.Top, map(centre, 0).X, data.Bottom, line);
        for (int row = 0; row < effects.Length; row++)
        {
            ParameterDeclaration parameter = table.Points.Parameters[effects[row].Column];
            float y = map(0, row).Y;
            Lettering.Draw(canvas, Lettering.Fit(parameter.Path, NameWidth - 14, 13), data.Left - 8, y + 5, Colours.Ink, 13, align: SKTextAlign.Right);
            EffectRange low = effects[row].Ranges[0], high = effects[row].Ranges[^1];
            Value(low, y + 11);
            Value(high, y - 1);

            void Value(EffectRange range, float at)
            {
                bool left = range.Outcome < centre;
                Lettering.Draw(
                    canvas, ParameterAxis.Text(parameter, range.From, range.To), map(range.Outcome, row).X + (left ? -5 : 5), at, Colours.Quiet, 11,
                    align: left ? SKTextAlign.Right : SKTextAlign.Left);
            }
        }
    }
}
