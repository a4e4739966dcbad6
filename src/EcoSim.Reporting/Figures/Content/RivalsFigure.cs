using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The hub against its rivals together: people, firms, rents, value.</summary>
internal static class RivalsFigure
{
    private static readonly (string Label, string Home, string Rival, bool FromZero)[] Measures =
    [
        ("Workforce", "workforce", "rival_workforce", true),
        ("Start-ups alive", "startups_alive", "rival_startups_alive", true),
        ("Rent", "rent", "rival_rent", false),
        ("Ecosystem value", "ecosystem_value", "rival_ecosystem_value", true),
    ];

    public static readonly Figure Declaration = new(
        "rivals", "The hub and its rivals: people, firms, rents and value",
        "What the hub gains, do the rivals lose?", Needs.Nothing, Draw);

    private static Page Draw(FigureInput input)
    {
        Panel[] panels = Measures.Select(measure =>
        {
            Panel panel = input.TimePanel(measure.Label, FigureInput.Observable(measure.Home).Unit, measure.FromZero);
            panel.Band(input.Times, input.Band(measure.Home), Colours.Vermillion);
            panel.Band(input.Times, input.Band(measure.Rival), Colours.Blue);
            return panel;
        }).ToArray();
        return new Page
        {
            Legend = [(Colours.Vermillion, "the hub"), (Colours.Blue, "all rival hubs together (rent: weighted by people)")],
            Note = input.BandNote + " Rent: 1 is where the model starts.",
        }.With(2, panels);
    }
}
