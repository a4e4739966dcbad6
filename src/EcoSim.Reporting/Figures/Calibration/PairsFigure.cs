using System.Globalization;
using EcoSim.Experiments.Calibration;
using EcoSim.Reporting.Style;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>The pairs of parameters that the figures tie together most.</summary>
internal static class PairsFigure
{
    private const int Most = 6, Columns = 3, DotsShown = 600;

    public static Page Draw(CalibrationResult result, string context)
    {
        (int A, int B, double Correlation)[] pairs = [.. Pairs(result).OrderByDescending(pair => Math.Abs(pair.Correlation)).Take(Most)];
        return new Page(1200, 200 + 330 * ((pairs.Length + Columns - 1) / Columns))
        {
            Title = "Which parameters stand in for one another",
            Context = context,
            Question = "Which pairs do the figures fix together rather than each alone?",
            Note = "Dots: draws of the posterior. Panels: the pairs with the largest rank correlation; a thin ridge means that one may be traded for the other. Vermillion: the estimate.",
        }.With(Math.Min(Columns, pairs.Length), [.. pairs.Select(pair => PanelOf(result, pair.A, pair.B, pair.Correlation))]);
    }

    private static IEnumerable<(int A, int B, double Correlation)> Pairs(CalibrationResult result)
    {
        double[][] ranks = [.. Enumerable.Range(0, result.Parameters.Count).Select(parameter => Ranks([.. result.Shares.Select(draw => draw[parameter])]))];
        for (int a = 0; a < ranks.Length; a++)
        {
            for (int b = a + 1; b < ranks.Length; b++)
            {
                yield return (a, b, MathNet.Numerics.Statistics.Correlation.Pearson(ranks[a], ranks[b]));
            }
        }
    }

    private static double[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort((double[])values.Clone(), order);
        var ranks = new double[values.Length];
        for (int i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = i;
        }

        return ranks;
    }

    private static Panel PanelOf(CalibrationResult result, int a, int b, double correlation)
    {
        PriorAxis across = new(result.Task.Space.Variations[a]), up = new(result.Task.Space.Variations[b]);
        var panel = new Panel($"{up.Label}  ({correlation.ToString("+0.00;−0.00", CultureInfo.InvariantCulture)})", "")
        {
            XLabel = across.Label + (across.Unit.Length == 0 ? "" : $" ({across.Unit})"),
            X = across.Ticks,
            Y = up.Ticks(4),
            NarrowHeight = 320,
            Overlay = (canvas, data, map) =>
            {
                foreach (double[] draw in result.Shares.Take(DotsShown))
                {
                    MainEffectsFigure.Dot(canvas, At(draw), 1.8f, Colours.Blue.WithAlpha(0.5));
                }

                MainEffectsFigure.Dot(canvas, At(result.EstimateShares), 6, Colours.Vermillion);

                SKPoint At(double[] point) => map(across.At(result.Task.Space.Value(a, point[a])), up.At(result.Task.Space.Value(b, point[b])));
            },
        };
        panel.Track(up.Low, up.High);
        return panel;
    }
}
