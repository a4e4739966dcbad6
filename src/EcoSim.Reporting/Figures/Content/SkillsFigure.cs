using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>Four skills of founders against the anchor's staff.</summary>
internal static class SkillsFigure
{
    public static readonly Figure Declaration = new(
        "skills", "Skills of founders and of the anchor’s staff",
        "Do those who found start-ups know more, and more broadly, than the staff whom the anchor trains?", Needs.Nothing, Draw);

    private static Page Draw(FigureInput input)
    {
        Panel[] panels = new[] { "technical", "marketing", "operations", "finance" }.Select(skill =>
        {
            string staff = $"anchor_skill_{skill}";
            Panel panel = input.TimePanel($"{char.ToUpperInvariant(skill[0])}{skill[1..]} skill", FigureInput.Observable(staff).Unit, fromZero: false);
            panel.Band(input.Times, input.Band($"founder_skill_{skill}"), Colours.Vermillion);
            panel.Band(input.Times, input.Band(staff), Colours.Blue);
            return panel;
        }).ToArray();
        return new Page
        {
            Legend = [(Colours.Vermillion, "founders of living start-ups, when they founded"), (Colours.Blue, "present staff of the anchor")],
            Note = input.BandNote + " Index: 1 is the frontier of an ordinary firm.",
        }.With(2, panels);
    }
}
