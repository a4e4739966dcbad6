using EcoSim.Experiments.Attribution;
using EcoSim.Reporting.Style;
using ScottPlot;

namespace EcoSim.Reporting;

/// <summary>From the world in which no channel works to the scenario, channel by channel.</summary>
internal static class WaterfallFigure
{
    private const double HalfBar = 0.36;

    /// <param name="outcomes">What to draw.</param>
    /// <param name="replicates">Replicates that are done in every cell.</param>
    /// <param name="context">Line below the title.</param>
    /// <param name="narrow">For a telephone: every other name of a bar stands a line lower.</param>
    public static Page Draw(IReadOnlyList<OutcomeAttribution> outcomes, int replicates, string context, bool narrow = false)
    {
        string errors = replicates == 1
            ? "One replicate, so there are no error bars and chance is not shown."
            : $"Error bars: 95 % confidence interval of each step (Student t, {replicates} replicates).";
        return new Page(1200, 1240)
        {
            Title = "What each channel of the anchor contributes",
            Context = context,
            Question = "Through which channel does the anchor act, and how sure is that?",
            Note = $"Steps: Shapley values, the mean contribution of a channel over all orders of switching channels on; they sum to the whole effect. {errors} "
                + "None: the anchor is there, on average terms in every channel (premium counterfactual). No anchor: it never existed (firm counterfactual), beside it for comparison.",
            Legend =
            [
                (Colours.Grid, "the anchor never existed"), (Colours.Quiet, "no channel works, or those of the scenario do"), (Colours.Blue, "channel adds"), (Colours.Vermillion, "channel takes away"),
            ],
        }.With(2, [.. outcomes.Select(outcome => PanelOf(outcome, narrow))]);
    }

    private static Panel PanelOf(OutcomeAttribution outcome, bool narrow)
    {
        int bars = outcome.Values.Count + 3;
        IEnumerable<string> names = ["no anchor", "none", .. Channels.Names, "scenario"];
        string[] labels = [.. names.Select((name, i) => narrow && i % 2 == 1 ? "\n" + name : name)];
        var panel = new Panel(OutcomeWords.Of(outcome.Outcome), outcome.Unit)
        {
            XLabel = "",
            X = _ => new Ticks(-0.6, bars - 0.4, [.. Enumerable.Range(0, bars).Select(i => (double)i)], labels),
        };
        panel.Bar(-HalfBar, HalfBar, 0, outcome.Firm.Second, Colours.Grid);
        panel.Bar(1 - HalfBar, 1 + HalfBar, 0, outcome.None, Colours.Quiet);
        double level = outcome.None;
        for (int channel = 0; channel < outcome.Values.Count; channel++)
        {
            Estimate value = outcome.Values[channel];
            double x = channel + 2, next = level + value.Mean;
            panel.Line([x - 1 + HalfBar, x - HalfBar], [level, level], Colours.Quiet, width: 1);
            panel.Bar(x - HalfBar, x + HalfBar, Math.Min(level, next), Math.Max(level, next), value.Mean < 0 ? Colours.Vermillion : Colours.Blue);
            ErrorBar(panel, x, next, value.HalfWidth);
            level = next;
        }

        panel.Line([bars - 2 + HalfBar, bars - 1 - HalfBar], [level, level], Colours.Quiet, width: 1);
        panel.Bar(bars - 1 - HalfBar, bars - 1 + HalfBar, 0, outcome.All, Colours.Quiet);
        return panel;
    }

    private static void ErrorBar(Panel panel, double x, double at, double halfWidth)
    {
        if (halfWidth > 0)
        {
            panel.Line([x, x], [at - halfWidth, at + halfWidth], Colours.Ink, width: 1.6f);
        }
    }
}
