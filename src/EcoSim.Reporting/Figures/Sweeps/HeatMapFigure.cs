using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Model.Declaration;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>Outcomes over two parameters together, as coloured cells with their numbers.</summary>
internal static class HeatMapFigure
{
    private const int MostOutcomes = 4;

    /// <summary>Share of cells that must hold a point, lest the picture be one of gaps.</summary>
    private const double LeastFilled = 0.5;

    /// <summary>Opacity of the lowest cell.</summary>
    private const double Faintest = 0.06;

    /// <summary>From this share of the range on the colour is so dark that numbers are white.</summary>
    private const double Dark = 0.75;

    /// <summary>The page; null where two parameters do not vary together, or no outcome varies.</summary>
    public static Page? Draw(SweepTable table, string context)
    {
        int[] outcomes = [.. Enumerable.Range(0, Math.Min(MostOutcomes, table.Outcomes.Count)).Where(table.Varies)];
        if (outcomes.Length == 0 || Pair(table, outcomes[0]) is not var (across, up))
        {
            return null;
        }

        ParameterDeclaration[] parameters = [table.Points.Parameters[across.Column], table.Points.Parameters[up.Column]];
        Panel[] panels = [.. outcomes.Select(outcome => PanelOf(table, outcome, across, up))];
        int columns = Math.Min(2, panels.Length);
        string rest = table.Points.Parameters.Count > 2 ? " These two move the first outcome shown most; the other parameters are averaged over." : "";
        bool continuum = across.Ranges.Concat(up.Ranges).Any(range => range.From != range.To);
        string ranges = continuum ? " Axes: mean value of equally many points." : "";
        return new Page(1200, 190 + 470 * ((panels.Length + columns - 1) / columns))
        {
            Title = $"{parameters[0].Path} and {parameters[1].Path} together",
            Context = context,
            Question = "Does the effect of one parameter depend on the other?",
            Note = $"Cells: mean over the points there and their replicates.{ranges}{rest} Strong colour: high.",
        }.With(columns, panels);
    }

    /// <summary>The two parameters that move an outcome most, when most of their combinations occur; the stronger one goes across.</summary>
    private static (MainEffect Across, MainEffect Up)? Pair(SweepTable table, int outcome)
    {
        MainEffect[] ranked = [.. MainEffect.Ranked(table, outcome).Where(effect => effect.Ranges.Count > 1).Take(2)];
        if (ranked.Length < 2)
        {
            return null;
        }

        double[,] cells = Cells(table, outcome, ranked[0], ranked[1]);
        int filled = cells.Cast<double>().Count(cell => !double.IsNaN(cell));
        return filled >= LeastFilled * cells.Length ? (ranked[0], ranked[1]) : null;
    }

    private static Panel PanelOf(SweepTable table, int outcome, MainEffect across, MainEffect up)
    {
        OutcomeMeasure measure = table.Outcomes[outcome];
        double[,] cells = Cells(table, outcome, across, up);
        double[] values = [.. cells.Cast<double>().Where(double.IsFinite)];
        double least = values.DefaultIfEmpty(0).Min(), greatest = values.DefaultIfEmpty(0).Max();
        UnitScale scale = UnitScale.For(measure.Unit, Math.Max(Math.Abs(least), Math.Abs(greatest)));
        ParameterDeclaration horizontal = table.Points.Parameters[across.Column], vertical = table.Points.Parameters[up.Column];
        var panel = new Panel($"{SweptOutcome.Of(measure)}{(scale.Name is "1" or "" ? "" : $" ({scale.Name})")}", "")
        {
            XLabel = $"across: {Named(horizontal)},  up: {Named(vertical)}",
            X = intervals => Names(across, horizontal).Staggered(intervals),
            Y = Names(up, vertical),
            NarrowHeight = 420,
            HasGrid = false,
            Overlay = (canvas, _, map) => Numbers(canvas, map, cells, least, greatest, scale),
        };
        panel.Track(0, up.Ranges.Count);
        for (int x = 0; x < across.Ranges.Count; x++)
        {
            for (int y = 0; y < up.Ranges.Count; y++)
            {
                panel.Bar(x - 0.49, x + 0.49, y - 0.49, y + 0.49, double.IsNaN(cells[x, y]) ? Colours.Paper : Shade(Height(cells[x, y], least, greatest)));
            }
        }

        return panel;
    }

    private static double[,] Cells(SweepTable table, int outcome, MainEffect across, MainEffect up)
    {
        double[] outcomes = table.Outcome(outcome);
        var sums = new double[across.Ranges.Count, up.Ranges.Count];
        var counts = new int[across.Ranges.Count, up.Ranges.Count];
        for (int point = 0; point < outcomes.Length; point++)
        {
            int x = RangeOf(across, table.Points.Rows[point][across.Column]), y = RangeOf(up, table.Points.Rows[point][up.Column]);
            if (x >= 0 && y >= 0 && double.IsFinite(outcomes[point]))
            {
                sums[x, y] += outcomes[point];
                counts[x, y]++;
            }
        }

        for (int x = 0; x < across.Ranges.Count; x++)
        {
            for (int y = 0; y < up.Ranges.Count; y++)
            {
                sums[x, y] = counts[x, y] == 0 ? double.NaN : sums[x, y] / counts[x, y];
            }
        }

        return sums;
    }

    private static int RangeOf(MainEffect effect, double value)
    {
        for (int range = 0; range < effect.Ranges.Count; range++)
        {
            if (value >= effect.Ranges[range].From && value <= effect.Ranges[range].To)
            {
                return range;
            }
        }

        return -1;
    }

    private static Ticks Names(MainEffect effect, ParameterDeclaration parameter) => new(
        -0.5, effect.Ranges.Count - 0.5, [.. Enumerable.Range(0, effect.Ranges.Count).Select(i => (double)i)],
        [.. effect.Ranges.Select(range => ParameterAxis.Text(parameter, range.From == range.To ? range.From : range.Middle))]);

    private static string Named(ParameterDeclaration parameter) => parameter.Path + (parameter.Unit is "1" or "switch" or "month" ? "" : $" ({parameter.Unit})");

    private static void Numbers(SKCanvas canvas, Func<double, double, SKPoint> map, double[,] cells, double least, double greatest, UnitScale scale)
    {
        for (int x = 0; x < cells.GetLength(0); x++)
        {
            for (int y = 0; y < cells.GetLength(1); y++)
            {
                SKPoint at = map(x, y);
                bool dark = Height(cells[x, y], least, greatest) > Dark;
                Lettering.Draw(canvas, ParameterAxis.Short(cells[x, y] / scale.Size), at.X, at.Y + 5, dark ? Colours.Paper : Colours.Ink, align: SKTextAlign.Center);
            }
        }
    }

    private static double Height(double value, double least, double greatest) => greatest > least ? (value - least) / (greatest - least) : 0;

    /// <summary>See-through, so that the paper below, light or dark, makes the pale end.</summary>
    private static Color Shade(double height) => Colours.Blue.WithAlpha(Faintest + height * (1 - Faintest));
}
