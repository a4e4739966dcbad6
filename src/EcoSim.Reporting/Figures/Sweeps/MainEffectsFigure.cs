using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>How an outcome goes with each parameter, the others averaged over.</summary>
internal static class MainEffectsFigure
{
    public const int MostPanels = 12;

    private const int Columns = 3;
    private const int RowHeight = 290;
    private const int PageRoom = 200;
    private const float DotRadius = 2.2f;
    private const double DotOpacity = 0.28;
    private const double Room = 0.05;
    private const int Intervals = 5;

    public static Page Draw(SweepTable table, int outcome, string context)
    {
        OutcomeMeasure measure = table.Outcomes[outcome];
        MainEffect[] effects = [.. MainEffect.Ranked(table, outcome).Where(effect => effect.Ranges.Count > 0)];
        MainEffect[] shown = [.. effects.Take(MostPanels)];
        int columns = Math.Min(Columns, shown.Length), rows = (shown.Length + columns - 1) / columns;
        double[] all =
        [
            .. table.Outcome(outcome).Where(double.IsFinite),
            .. shown.SelectMany(effect => effect.Ranges).SelectMany(range => new[] { range.Outcome - range.HalfWidth, range.Outcome + range.HalfWidth }).Where(double.IsFinite),
        ];
        UnitScale scale = UnitScale.For(measure.Unit, all.Select(Math.Abs).Max());
        string others = table.Design == DesignKind.OneAtATime ? "the others as in the scenario" : "averaged over the other parameters";
        string left = effects.Length > shown.Length ? $" The {shown.Length} parameters that move it most; {effects.Length - shown.Length} more are left out." : "";
        string often = FirstTimeText.Of(table, outcome) is { } times ? $" The first time {times}." : "";
        return new Page(1200, PageRoom + RowHeight * rows)
        {
            Title = $"{SweptOutcome.Of(measure)}{(scale.Name is "1" or "" ? "" : $" ({scale.Name})")} with each parameter",
            Context = context,
            Question = "Which parameter moves the outcome, which way, and does the effect bend?",
            Note = $"Line: mean over points with such a value, {others}. {Whiskers(table)} Grey: each point’s mean over its replicates.{often}{left}",
        }.With(columns, [.. shown.Select(effect => PanelOf(table, outcome, effect, all, scale))]);
    }

    /// <summary>What the upright lines are, and what of luck is not in them.</summary>
    private static string Whiskers(SweepTable table) => table.IsBalanced && table.Replicates < 2
        ? "No whiskers, since one replicate does not tell luck from effect."
        : $"Whiskers: 95 % confidence interval of its difference to {(table.Design == DesignKind.OneAtATime ? "the scenario" : "the mean over all points")}, {EffectInterval.Basis(table)}; luck that moves all points alike is not in them.";

    private static Panel PanelOf(SweepTable table, int outcome, MainEffect effect, double[] all, UnitScale scale)
    {
        double[] values = table.Parameter(effect.Column), outcomes = table.Outcome(outcome);
        var axis = new ParameterAxis(table.Points.Parameters[effect.Column], values);
        int[] points = [.. table.PointsFor(effect.Column).Where(point => double.IsFinite(outcomes[point]))];
        double low = all.Min(), high = all.Max(), room = Ticks.Room(low, high, Room);
        var panel = new Panel(table.Points.Parameters[effect.Column].Path, "")
        {
            XLabel = axis.Unit,
            Y = Ticks.Linear(low - room, high + room, Intervals, scale.Size),
            X = axis.TicksAtLevels,
            Overlay = (canvas, _, map) =>
            {
                foreach (int point in points)
                {
                    Dot(canvas, map(axis.At(values[point]), outcomes[point]), DotRadius, Colours.Quiet.WithAlpha(DotOpacity));
                }

                foreach (EffectRange range in effect.Ranges)
                {
                    Dot(canvas, map(axis.At(range.Middle), range.Outcome), 2 * DotRadius, Colours.Blue);
                }
            },
        };
        panel.Track(low, high);
        panel.Line([.. effect.Ranges.Select(range => axis.At(range.Middle))], [.. effect.Ranges.Select(range => range.Outcome)], Colours.Blue);
        foreach (EffectRange range in effect.Ranges.Where(range => range.HalfWidth > 0))
        {
            double x = axis.At(range.Middle);
            panel.Line([x, x], [range.Outcome - range.HalfWidth, range.Outcome + range.HalfWidth], Colours.Blue, width: 1.6f);
        }

        return panel;
    }

    internal static void Dot(SKCanvas canvas, SKPoint at, float radius, Color color)
    {
        using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
        canvas.DrawCircle(at, radius, paint);
    }
}
