using EcoSim.Experiments.Statistics;
using EcoSim.Reporting.Style;
using ScottPlot;

namespace EcoSim.Reporting;

/// <summary>Survival of start-ups by origin, with the number at risk below.</summary>
internal static class SurvivalFigure
{
    private static readonly (string Origin, string Name, Color Color)[] Origins =
    [
        ("spin_out", "anchor spin-out", Colours.Vermillion),
        ("layoff_spin_out", "after layoff", Colours.Orange),
        ("university", "university", Colours.Green),
        ("serial", "serial founder", Colours.Purple),
        ("independent", "independent", Colours.Blue),
    ];

    public static readonly Figure Declaration = new(
        "survival", "Survival of start-ups of the hub by origin (Kaplan–Meier)",
        "Do firms that flew from the anchor live longer than others?", Needs.Ledger("organizations"), input => Draw(input, false), input => Draw(input, true));

    /// <summary>A curve ends where fewer firms than this are still followed, since one failure then looks like many.</summary>
    private const int LeastAtRisk = 5;

    private const float NameRoom = 158, NarrowNameRoom = 142;

    private static Page Draw(FigureInput input, bool narrow)
    {
        float names = narrow ? NarrowNameRoom : NameRoom;
        Organization[] firms = input.Tables("organizations").SelectMany(Organization.Read)
            .Where(o => o.IsStartUp && o.AtHome && o.FoundedMonth >= 0 && o.FoundedMonth < input.EndMonth).ToArray();
        double longest = Math.Max(1, firms.Select(f => Lifetime(f, input.EndMonth)).DefaultIfEmpty(1).Max()) / 12;
        var groups = Origins
            .Select(o => (o.Name, o.Color, Members: firms.Where(f => f.Origin == o.Origin).ToArray()))
            .Where(g => g.Members.Length > 0).ToArray();
        var panel = new Panel("Firms still alive", "share")
        {
            X = intervals => Ticks.Linear(0, longest, intervals), XLabel = "age (years)", Y = Ticks.Linear(0, 1.02, 5),
            BelowHeight = 26 + 20 * groups.Length, LeftWidth = names + 12, NarrowHeight = 420 + 20 * groups.Length,
        };
        panel.Track(0, 1);
        foreach (var (name, color, members) in groups)
        {
            SurvivalStep[] steps = KaplanMeier.Estimate(
                members.Select(f => Lifetime(f, input.EndMonth) / 12).ToArray(), members.Select(f => f.Status == "failed").ToArray());
            double followed = Followed(members, input.EndMonth);
            steps = [.. steps.TakeWhile(step => step.Time <= followed)];
            double[] times = Stairs([0, .. steps.Select(s => s.Time)])[1..];
            panel.Area(times, Stairs([1, .. steps.Select(s => s.Low)])[..^1], Stairs([1, .. steps.Select(s => s.High)])[..^1], color.WithAlpha(0.16));
            panel.Line(times, Stairs([1, .. steps.Select(s => s.Survival)])[..^1], color, narrow ? null : name);
        }

        panel.Overlay = (canvas, data, map) =>
        {
            float y = data.Bottom + 66;
            Lettering.Draw(canvas, "Firms at risk", data.Left - names, y, Colours.Ink, bold: true);
            foreach (var (name, _, members) in groups)
            {
                y += 20;
                Lettering.Draw(canvas, name, data.Left - names, y, Colours.Ink);
                foreach (double age in PanelFrame.Across(panel, data.Width).Positions)
                {
                    int atRisk = members.Count(f => Lifetime(f, input.EndMonth) / 12 >= age);
                    Lettering.Draw(canvas, atRisk.ToString("#,0"), map(age, 0).X, y, Colours.Ink, align: SkiaSharp.SKTextAlign.Center);
                }
            }
        };
        return new Page
        {
            Context = input.LedgerContext(),
            Legend = narrow ? [.. groups.Select(group => (group.Color, group.Name))] : [],
            Note = $"Line: estimate from {firms.Length:#,0} firms founded in the recorded months of {FigureInput.Count(input.Tables("organizations").Count)}; "
                + "band: pointwise 95 % confidence interval (Greenwood, log–log scale), taking firms as independent. "
                + "The event is failure; sold, listed and still living firms are censored. "
                + $"A line ends where fewer than {LeastAtRisk} firms are still followed.",
        }.With(1, panel);
    }

    /// <summary>Age in years up to which enough firms are followed.</summary>
    private static double Followed(Organization[] firms, int end) =>
        firms.Length < LeastAtRisk ? 0 : firms.Select(firm => Lifetime(firm, end)).OrderDescending().ElementAt(LeastAtRisk - 1) / 12;

    /// <summary>Months from founding to the end, or to the last sight of a firm that lives.</summary>
    private static double Lifetime(Organization firm, int end) =>
        Math.Max(0, (double.IsNaN(firm.ExitMonth) ? end : firm.ExitMonth) - firm.FoundedMonth);

    /// <summary>Each value twice, so that a line between shifted pairs is a staircase.</summary>
    private static double[] Stairs(double[] values) => values.SelectMany(v => new[] { v, v }).ToArray();
}
