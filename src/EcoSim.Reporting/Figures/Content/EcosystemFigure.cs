using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>Value, revenue and jobs of the ecosystem.</summary>
internal static class EcosystemFigure
{
    public static readonly Figure Declaration = new(
        "ecosystem", "Ecosystem value, revenue and jobs of the hub",
        "How large is the ecosystem in money and in people?", Needs.Year, Draw);

    private static Page Draw(FigureInput input)
    {
        Panel revenue = input.TimePanel("Revenue of start-ups, last 12 months", "million RMB a year");
        revenue.Band(input.Times, input.BandOverYear("startup_revenue"), Colours.Green);
        return new Page { Note = input.BandNote + " Value: living start-ups plus what exits and payouts of profits have paid so far." }
            .Place(input.PanelOf("Ecosystem value", "ecosystem_value", Colours.Vermillion), 0, 0, 1, 0.5f)
            .Place(revenue, 0, 0.5f, 0.5f, 1)
            .Place(input.PanelOf("Jobs at start-ups, founders included", "startup_jobs", Colours.Blue), 0.5f, 0.5f, 1, 1);
    }
}
