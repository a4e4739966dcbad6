using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The hub's labour market: who changes place, what start-ups offer, and whom they get.</summary>
internal static class LabourFigure
{
    private const string Yearly = "people a year";

    public static readonly Figure Declaration = new(
        "labour", "The hub's labour market",
        "Do start-ups find the people they want?", Needs.Year, Draw);

    private static Page Draw(FigureInput input)
    {
        Panel market = input.TimePanel("Who changes place, last 12 months", Yearly);
        market.Band(input.Times, input.BandOverYear("job_matches"), Colours.Blue);
        market.Band(input.Times, input.BandOverYear("startup_hires"), Colours.Green);
        Panel leaving = input.TimePanel("Leaving a job, last 12 months", Yearly);
        leaving.Band(input.Times, input.BandOverYear("quits"), Colours.Orange);
        leaving.Band(input.Times, input.BandOverYear("layoffs"), Colours.Purple);
        return new Page
        {
            Legend =
            [
                (Colours.Blue, "quit for another place, found work or took a first job"), (Colours.Green, "taken on by start-ups"),
                (Colours.Orange, "quit for another employer"), (Colours.Purple, "dismissed"),
            ],
            Note = input.BandNote + " Seekers and vacancies of start-ups meet by a matching function (mobility.matchingCurvature): not every seeker meets one, and what start-ups do not fill stays open.",
        }.With(
            2, market, input.PanelOf("Places that start-ups want to fill", "startup_vacancies", Colours.Vermillion), leaving, input.PanelOf("Looking for work", "unemployed", Colours.Quiet));
    }
}
