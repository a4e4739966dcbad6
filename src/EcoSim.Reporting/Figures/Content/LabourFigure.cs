using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The hub's labour market: who changes place, what start-ups offer, and whom they get.</summary>
internal static class LabourFigure
{
    private const string Yearly = "people a year";

    public static readonly Figure Declaration = new(
        "labour", "The hub's labour market",
        "Do start-ups find the people they want, and where do those come from?", Needs.Year, Draw);

    private static Page Draw(FigureInput input)
    {
        Panel market = input.TimePanel("Places offered and taken, last 12 months", Yearly);
        market.Band(input.Times, input.BandOverYear("job_seekers"), Colours.Blue);
        market.Band(input.Times, input.BandOverYear("startup_vacancies"), Colours.Vermillion);
        market.Band(input.Times, input.BandOverYear("startup_hires"), Colours.Green);
        Panel leaving = input.TimePanel("Leaving a job, last 12 months", Yearly);
        leaving.Band(input.Times, input.BandOverYear("quits"), Colours.Orange);
        leaving.Band(input.Times, input.BandOverYear("layoffs"), Colours.Purple);
        return new Page
        {
            Legend =
            [
                (Colours.Blue, "changed employer or found work"), (Colours.Vermillion, "places that start-ups offered"), (Colours.Green, "taken on by start-ups"),
                (Colours.Orange, "quit for another employer"), (Colours.Purple, "dismissed"),
            ],
            Note = input.BandNote + " A place that stays open is offered, and counted, again each month.",
        }.With(2, market, leaving, input.PanelOf("Without a job", "unemployed", Colours.Quiet), input.PanelOf("Working at living start-ups", "startup_jobs", Colours.Vermillion));
    }
}
