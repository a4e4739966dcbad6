using System.Globalization;
using EcoSim.Reporting.Style;
using ScottPlot;

namespace EcoSim.Reporting;

/// <summary>Spin-outs a year against the anchor's headcount.</summary>
internal static class SpinOutsFigure
{
    public static readonly Figure Declaration = new(
        "spin-outs", "Spin-outs a year against the headcount of the anchor",
        "Does the anchor spawn firms in proportion to its people, or do layoffs and booms move the rate?", Needs.Both(Needs.Year, Needs.Anchor), Draw);

    /// <summary>Intervals that leave room for labels such as 120,000.</summary>
    private const int WideLabels = 4;

    private static Page Draw(FigureInput input)
    {
        Panel spinOuts = input.TimePanel("Spin-outs, last 12 months", "firms a year");
        Band flow = input.BandOverYear("spin_outs_founded");
        spinOuts.Band(input.Times, flow, Colours.Vermillion);
        Panel headcount = input.PanelOf("Headcount of the anchor", "anchor_headcount", Colours.Blue);

        Panel against = Against(input, flow.Middle, input.Band("anchor_headcount").Middle);
        string note = " By headcount: one dot for each December (or last month), joined in order of time; dashed: equal rates per 1,000 staff.";
        return new Page { Note = input.BandNote + note }
            .Place(spinOuts, 0, 0, 0.5f, 0.5f).Place(headcount, 0, 0.5f, 0.5f, 1).Place(against, 0.5f, 0, 1, 1);
    }

    private static Panel Against(FigureInput input, double[] flow, double[] headcount)
    {
        int[] years = Enumerable.Range(11, input.Months - 11)
            .Where(t => t == input.Months - 1 || (int)input.Times[t] != (int)input.Times[t + 1]).ToArray();
        double[] xs = years.Select(t => headcount[t]).ToArray();
        double[] ys = years.Select(t => flow[t]).ToArray();
        double most = Math.Max(1, xs.Max() * 1.06);
        var panel = new Panel("Spin-outs a year by headcount", "firms a year")
        {
            X = intervals => Ticks.Linear(0, most, Math.Min(intervals, WideLabels)), XLabel = "headcount of the anchor (people)", RightWidth = 104,
        };
        panel.Line(xs, ys, Colours.Vermillion, width: 1.2f);
        if (!(xs.Max() > 0))
        {
            return panel;
        }

        panel.Plot.Add.ScatterPoints(xs, ys, Colours.Vermillion).MarkerSize = 9;
        double middleRate = Math.Max(ys.Sum() / Math.Max(1, xs.Sum()) * 1000, 0);
        double[] rates = [middleRate / 2, middleRate, middleRate * 2];
        panel.Track(middleRate * most / 1000);
        double top = panel.VerticalRange().High;
        foreach (double rate in rates)
        {
            double end = Math.Min(most, top / Math.Max(rate, 1e-12) * 1000);
            panel.Guide(new Coordinates(0, 0), new Coordinates(end, rate * end / 1000));
        }

        panel.Overlay = (canvas, data, map) =>
        {
            foreach (double rate in rates.Where(r => r > 0))
            {
                double end = Math.Min(most, top / rate * 1000);
                SkiaSharp.SKPoint at = map(end, rate * end / 1000);
                string text = rate.ToString(rate < 1 ? "0.##" : "0.#", CultureInfo.InvariantCulture) + " per 1,000";

                // A line that leaves at the top has its label on the left, away from the dots.
                bool steep = end < most;
                Lettering.Draw(
                    canvas, text, at.X + (steep ? -8 : 4), at.Y + (steep ? 14 : 5), Colours.Quiet,
                    align: steep ? SkiaSharp.SKTextAlign.Right : SkiaSharp.SKTextAlign.Left);
            }

            foreach (int i in new[] { 0, years.Length - 1 }.Distinct())
            {
                SkiaSharp.SKPoint at = map(xs[i], ys[i]);
                Lettering.DrawOver(canvas, ((int)input.Times[years[i]]).ToString(CultureInfo.InvariantCulture), at.X, at.Y - 10, Colours.Ink);
            }
        };
        return panel;
    }
}
