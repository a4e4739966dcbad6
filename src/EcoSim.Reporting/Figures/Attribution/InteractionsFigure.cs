using System.Globalization;
using EcoSim.Experiments.Attribution;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>How much two channels do together beyond what they do apart.</summary>
internal static class InteractionsFigure
{
    /// <summary>Opacity of the largest cell, at which numbers stay readable on light and dark paper.</summary>
    private const double Strongest = 0.75;

    public static Page Draw(IReadOnlyList<OutcomeAttribution> outcomes, int replicates, string context)
    {
        string chance = replicates == 1
            ? "One replicate, so chance cannot be told from effect."
            : $"Bold: told from 0, with p below 5 % (Student t, {replicates} replicates) after Holm’s correction for the {Channels.Pairs.Count} pairs of its panel.";
        return new Page(1200, 1320)
        {
            Title = "Which channels need each other, and which stand in for each other",
            Context = context,
            Question = "Does a channel do more, or less, where another one works too?",
            Note = $"Cells: Shapley interaction index of two channels as a percentage of the whole effect’s size (or in the outcome’s unit where that is 0). {chance}",
            Legend = [(Colours.Blue, "more together than apart"), (Colours.Vermillion, "one stands in for the other")],
        }.With(2, [.. outcomes.Select(PanelOf)]);
    }

    private static Panel PanelOf(OutcomeAttribution outcome)
    {
        int n = outcome.Values.Count;
        double scale = outcome.Total.Mean == 0 ? 1 : 100 / Math.Abs(outcome.Total.Mean);
        double largest = Channels.Pairs.Max(pair => Math.Abs(outcome.Interactions[pair.One, pair.Other].Mean));
        double[] places = [.. Enumerable.Range(0, n).Select(i => (double)i)];
        var panel = new Panel(OutcomeWords.Of(outcome.Outcome), outcome.Total.Mean == 0 ? outcome.Unit : "% of the whole effect")
        {
            XLabel = "",
            HasGrid = false,
            X = _ => new Ticks(-0.5, n - 0.5, places, [.. Channels.Names]),
            Y = new Ticks(-0.5, n - 0.5, places, [.. Channels.Names.Reverse()]),
            Overlay = (canvas, _, map) => DrawNumbers(canvas, map, outcome, scale),
        };
        panel.Track(0, n);
        foreach ((int one, int other) in Channels.Pairs)
        {
            double share = largest > 0 ? outcome.Interactions[one, other].Mean / largest : 0;
            Color color = (share < 0 ? Colours.Vermillion : Colours.Blue).WithAlpha(Strongest * Math.Abs(share));
            Cell(panel, one, n - 1 - other, color);
            Cell(panel, other, n - 1 - one, color);
        }

        return panel;
    }

    private static void Cell(Panel panel, int column, int row, Color color) => panel.Bar(column - 0.48, column + 0.48, row - 0.48, row + 0.48, color);

    private static void DrawNumbers(SKCanvas canvas, Func<double, double, SKPoint> map, OutcomeAttribution outcome, double scale)
    {
        int n = outcome.Values.Count;
        for (int pair = 0; pair < Channels.Pairs.Count; pair++)
        {
            (int one, int other) = Channels.Pairs[pair];
            bool clear = outcome.TellsInteraction(pair);
            string text = Number(outcome.InteractionOf(pair).Mean * scale);
            foreach ((int column, int row) in new[] { (one, n - 1 - other), (other, n - 1 - one) })
            {
                SKPoint at = map(column, row);
                Lettering.Draw(canvas, text, at.X, at.Y + 5, Colours.Ink, Lettering.Body, clear, SKTextAlign.Center);
            }
        }
    }

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 10 ? "+#,0;-#,0" : "+0.0;-0.0;0", CultureInfo.InvariantCulture);
}
