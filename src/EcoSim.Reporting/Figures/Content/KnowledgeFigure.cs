using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>Knowledge stocks and the research that feeds them.</summary>
internal static class KnowledgeFigure
{
    public static readonly Figure Declaration = new(
        "knowledge", "Stocks of knowledge in the hub",
        "Does what the anchor learns leak out, and do start-ups take it up?", Needs.Year, Draw);

    private static Page Draw(FigureInput input)
    {
        Panel research = input.TimePanel("Research of the anchor, last 12 months", "million RMB a year");
        research.Band(input.Times, input.BandOverYear("anchor_research"), Colours.Orange);
        return new Page { Note = input.BandNote + " Index: 1 is where the model starts, for start-ups an ordinary firm then." }.With(
            2,
            research,
            input.PanelOf("AI knowledge of the anchor", "anchor_ai_knowledge", Colours.Blue),
            input.PanelOf("Published knowledge within reach of the hub", "public_knowledge", Colours.Green),
            input.PanelOf("Mean knowledge of living start-ups", "startup_knowledge", Colours.Vermillion));
    }
}
