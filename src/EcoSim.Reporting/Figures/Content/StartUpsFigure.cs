using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>Start-ups and dragons alive, and the start-ups' births and ends.</summary>
internal static class StartUpsFigure
{
    public static readonly Figure Declaration = new(
        "start-ups", "Start-ups and little dragons alive in the hub",
        "How many young firms does the hub carry, how fast do they turn over, and how many become dragons?", Needs.Nothing, Draw);

    private static Page Draw(FigureInput input)
    {
        Panel turnover = input.TimePanel("Founded and gone, last 12 months", "firms a year");
        turnover.Band(input.Times, input.BandOverYear("startups_founded"), Colours.Blue, "founded");
        turnover.Band(input.Times, input.BandOverYear("startups_failed"), Colours.Vermillion, "failed");
        turnover.Band(input.Times, input.BandOverYear("startups_acquired"), Colours.Green, "acquired");
        turnover.Band(input.Times, input.BandOverYear("startups_public"), Colours.Orange, "listed");

        Panel dragons = input.TimePanel("Little dragons so far", "firms");
        dragons.Band(input.Times, input.Band("dragons_total"), Colours.Blue, "all");
        dragons.Band(input.Times, input.Band("dragons_alumni"), Colours.Vermillion, "alumni");

        return new Page { Note = input.BandNote + " Alumni: dragons with a founder who once worked at an anchor." }.With(
            2,
            input.PanelOf("Start-ups alive", "startups_alive", Colours.Blue),
            input.PanelOf("Little dragons alive", "dragons_alive", Colours.Blue),
            turnover, dragons);
    }
}
