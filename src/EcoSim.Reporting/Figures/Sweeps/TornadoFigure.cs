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
    private const double NarrowHalfBar = 0.2;
    private const float ValueSize = 11;
    private const float ValueGap = 8;
    private const int RowHeight = 28;

    /// <param name="table">The sweep.</param>
    /// <param name="context">Line below the title.</param>
    /// <param name="narrow">For a telephone: names and values above their rows.</param>
    public static Page Draw(SweepTable table, string context, bool narrow = false)
    {
        Panel[] panels = [.. Enumerable.Range(0, Math.Min(MostOutcomes, table.Outcomes.Count)).Select(outcome => PanelOf(table, outcome, narrow))];
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
                + $" Whiskers: 95 % confidence interval of the difference to the line, {EffectInterval.Basis(table)}; where it reaches over the line, {(table.IsBalanced ? "luck" : "chance")} and effect cannot be told apart. Beside each row its lowest and highest values.",
            Legend = [(Colours.Vermillion, "at the lowest value"), (Colours.Blue, "at the highest value")],
        }.With(columns, panels);
    }

    private static Panel PanelOf(SweepTable table, int outcome, bool narrow)
    {
        OutcomeMeasure measure = table.Outcomes[outcome];
        MainEffect[] effects = [.. MainEffect.Ranked(table, outcome).Where(effect => effect.Ranges.Count > 1).Take(MostRows).Reverse()];
        double[] outcomes = [.. table.Outcome(outcome).Where(double.IsFinite)];
        double centre = table.Design == DesignKind.OneAtATime ? table.Means[0][outcome] : outcomes.DefaultIfEmpty(double.NaN).Average();
        double[] ends = [.. effects.SelectMany(effect => Ends(effect.Ranges[0]).Concat(Ends(effect.Ranges[^1]))), centre];
        double low = ends.Min(), high = ends.Max(), room = Ticks.Room(low, high, 0.04);
        UnitScale scale = UnitScale.For(measure.Unit, Math.Max(Math.Abs(low), Math.Abs(high)));
        (string Low, string High)[] values = [.. effects.Select(effect => (Value(table, effect, effect.Ranges[0]), Value(table, effect, effect.Ranges[^1])))];
        string[] names = [.. effects.Select(effect => table.Points.Parameters[effect.Column].Path + (narrow ? $": {Ends(table, effect)}" : ""))];
        float widest = values.SelectMany(value => new[] { value.Low, value.High }).Select(value => Lettering.Width(value, ValueSize)).DefaultIfEmpty(0).Max();
        var panel = new Panel($"{SweptOutcome.Of(measure)} ({scale.Name})", "")
        {
            XLabel = "",
            LeftWidth = RowNames.LeftWidth(names, narrow),
            RightWidth = narrow ? 0 : widest + 2 * ValueGap,
            NarrowHeight = 84 + RowNames.RowHeight(RowHeight, narrow) * Math.Max(2, effects.Length),
            X = intervals => Ticks.Linear(low - room, high + room, intervals, scale.Size),
            Y = new Ticks(-0.6, Math.Max(1, effects.Length) - 0.4, [], []),
            Overlay = (canvas, data, map) =>
            {
                Whiskers(canvas, data, map, effects, centre, narrow);
                if (!table.Varies(outcome))
                {
                    Lettering.Draw(canvas, "does not vary", data.Left + data.Width / 4, (data.Top + data.Bottom) / 2, Colours.Quiet, 16, align: SKTextAlign.Center);
                }

                for (int row = 0; row < effects.Length; row++)
                {
                    float y = map(0, row).Y;
                    RowNames.Draw(canvas, data, y, names[row], narrow);
                    if (!narrow)
                    {
                        Lettering.Draw(canvas, values[row].High, data.Right + ValueGap, y - 2, Colours.Blue, ValueSize);
                        Lettering.Draw(canvas, values[row].Low, data.Right + ValueGap, y + 10, Colours.Vermillion, ValueSize);
                    }
                }
            },
        };
        panel.Track(0, Math.Max(1, effects.Length));
        for (int row = 0; row < effects.Length; row++)
        {
            Bar(panel, row, centre, effects[row].Ranges[0].Outcome, Colours.Vermillion, narrow);
            Bar(panel, row, centre, effects[row].Ranges[^1].Outcome, Colours.Blue, narrow);
        }

        return panel;
    }

    /// <summary>Where a bar and its whiskers end.</summary>
    private static IEnumerable<double> Ends(EffectRange range)
    {
        double half = Half(range);
        return [range.Outcome - half, range.Outcome + half];
    }

    private static double Half(EffectRange range) => double.IsNaN(range.HalfWidth) ? 0 : range.HalfWidth;

    private static string Value(SweepTable table, MainEffect effect, EffectRange range) => ParameterAxis.Text(table.Points.Parameters[effect.Column], range.From, range.To);

    private static string Ends(SweepTable table, MainEffect effect)
    {
        ParameterDeclaration parameter = table.Points.Parameters[effect.Column];
        return $"{ParameterAxis.Text(parameter, effect.Ranges[0].From)} to {ParameterAxis.Text(parameter, effect.Ranges[^1].To)}";
    }

    /// <summary>Two bars to the same side lie over each other, so they share the height.</summary>
    private static void Bar(Panel panel, int row, double centre, double end, Color color, bool narrow)
    {
        bool upper = color == Colours.Blue;
        double height = HalfBarOf(narrow);
        panel.Bar(Math.Min(centre, end), Math.Max(centre, end), row - (upper ? 0 : height), row + (upper ? height : 0), color);
    }

    private static void Whiskers(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, MainEffect[] effects, double centre, bool narrow)
    {
        using var line = new SKPaint { Color = Colours.Ink.ToSKColor(), StrokeWidth = 1.2f, IsAntialias = true };
        canvas.DrawLine(map(centre, 0).X, data.Top, map(centre, 0).X, data.Bottom, line);
        for (int row = 0; row < effects.Length; row++)
        {
            Whisker(effects[row].Ranges[0], row - HalfBarOf(narrow) / 2);
            Whisker(effects[row].Ranges[^1], row + HalfBarOf(narrow) / 2);
        }

        void Whisker(EffectRange range, double at) => canvas.DrawLine(map(range.Outcome - Half(range), at), map(range.Outcome + Half(range), at), line);
    }

    /// <summary>Lower where the name stands above.</summary>
    private static double HalfBarOf(bool narrow) => narrow ? NarrowHalfBar : HalfBar;
}
