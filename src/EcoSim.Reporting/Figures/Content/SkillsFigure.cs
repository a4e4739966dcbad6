using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>Four skills of founders against the anchor's staff.</summary>
internal static class SkillsFigure
{
    public static readonly Figure Declaration = new(
        "skills", "Skills of founders and of the anchor’s staff",
        "Do those who found start-ups know more, and more broadly, than the staff whom the anchor trains?", Needs.Nothing, Draw);

    private static readonly string[] Skills = ["technical", "marketing", "operations", "finance"];

    /// <summary>The axes show at least these indices, so that skills and runs can be compared by eye.</summary>
    private const double UsualLow = 0.5;
    private const double UsualHigh = 1.5;

    /// <summary>Steps by which the axes are widened where a run leaves them.</summary>
    private const double Step = 0.5;

    private static Page Draw(FigureInput input)
    {
        var bands = Skills.Select(skill => (Skill: skill, Founders: input.Band($"founder_skill_{skill}"), Staff: input.Band($"anchor_skill_{skill}"))).ToArray();
        double[] ends = [.. bands.SelectMany(band => band.Founders.Low.Concat(band.Founders.High).Concat(band.Staff.Low).Concat(band.Staff.High)).Where(double.IsFinite)];
        double low = Math.Min(UsualLow, Step * Math.Floor(ends.DefaultIfEmpty(UsualLow).Min() / Step));
        double high = Math.Max(UsualHigh, Step * Math.Ceiling(ends.DefaultIfEmpty(UsualHigh).Max() / Step));
        Panel[] panels = bands.Select(band =>
        {
            Panel panel = input.TimePanel($"{char.ToUpperInvariant(band.Skill[0])}{band.Skill[1..]} skill", "index");
            panel.Y = Ticks.Linear(low, high, 5);
            panel.Band(input.Times, band.Founders, Colours.Vermillion);
            panel.Band(input.Times, band.Staff, Colours.Blue);
            return panel;
        }).ToArray();
        return new Page
        {
            Legend = [(Colours.Vermillion, "founders of living start-ups, when they founded"), (Colours.Blue, "present staff of the anchor")],
            Note = input.BandNote + " Index: 1 is the frontier of an ordinary firm; all axes run from 0.5 to 1.5, wider only where a run leaves that.",
        }.With(2, panels);
    }
}
