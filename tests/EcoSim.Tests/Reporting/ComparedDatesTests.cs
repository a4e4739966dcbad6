using EcoSim.Experiments.Comparison;
using EcoSim.Model;
using EcoSim.Reporting;
using EcoSim.Reporting.Style;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Reporting;

/// <summary>Dated changes of several worlds: in whose colour they are drawn, and how the caption lists them.</summary>
public sealed class ComparedDatesTests
{
    private static readonly Shock Winter = new("winter", 4, 10, []), Layoff = new("layoff", 12, null, []), Boom = new("boom", 12, null, []), Late = new("late", 90, null, []);

    [Fact]
    public void A_date_of_one_world_has_its_colour_and_one_of_several_the_usual()
    {
        var dates = new ComparedDates(Compared([], [Winter], [Winter, Layoff]));
        Assert.Equal([("1", null), ("2", (ScottPlot.Color?)ComparedTimes.Of(1))], dates.Marks.Select(mark => (mark.Text, mark.Color)));
        Assert.Equal(
            "Dated changes: “world 1” 1\u00A0winter (2005-05 to 2005-10, shaded); “world 2” 1\u00A0winter (2005-05 to 2005-10, shaded), 2\u00A0layoff (2006-01, dashed). In a world’s colour: it alone has a change then.",
            dates.Note);
    }

    [Fact]
    public void Other_changes_of_one_date_share_a_mark()
    {
        DatedMark mark = Assert.Single(new ComparedDates(Compared([], [Layoff], [Boom])).Marks);
        Assert.Equal(("1, 2", null), (mark.Text, mark.Color));
    }

    [Fact]
    public void Changes_of_one_name_and_date_that_set_something_else_are_others()
    {
        Shock mild = Layoff with { Settings = [("anchor.demandFactor", 0.7)] }, harsh = Layoff with { Settings = [("anchor.demandFactor", 0.4)] };
        var dates = new ComparedDates(Compared([], [mild], [harsh]));
        Assert.Equal("1, 2", Assert.Single(dates.Marks).Text);
        Assert.Equal("Dated changes: “world 1” 1\u00A0layoff (2006-01, dashed); “world 2” 2\u00A0layoff (2006-01, dashed).", dates.Note);
    }

    [Fact]
    public void What_all_worlds_have_is_listed_once_and_what_comes_too_late_is_not_drawn()
    {
        var dates = new ComparedDates(Compared([Winter, Late], [Winter, Late], [Winter, Late]));
        Assert.Equal("1", Assert.Single(dates.Marks).Text);
        Assert.StartsWith("Dated changes: 1\u00A0winter (2005-05 to 2005-10, shaded), 2\u00A0late (", dates.Note);
        Assert.Equal("", new ComparedDates(Compared([], [], [])).Note);
    }

    [Fact]
    public void One_other_world_is_drawn_as_in_its_own_figures()
    {
        var dates = new ComparedDates(Compared([], [Winter, Layoff]));
        Assert.Equal([("1", null), ("2", (ScottPlot.Color?)null)], dates.Marks.Select(mark => (mark.Text, mark.Color)));
        Assert.Equal("Dated changes: 1\u00A0winter (2005-05 to 2005-10, shaded), 2\u00A0layoff (2006-01, dashed).", dates.Note);
    }

    [Fact]
    public void The_marks_are_on_the_panels() =>
        Assert.True(DifferenceFigure.Draw(Compared([], [Winter], [Layoff])).HasMarks && BandsFigure.Draw(Compared([], [Winter], [Layoff])).HasMarks);

    private static PairedComparison[] Compared(Shock[] baseline, params Shock[][] others)
    {
        ComparedWorld first = World("base", baseline);
        return [.. others.Select((shocks, place) => PairedComparison.Of(first, World($"world {place + 1}", shocks)))];
    }

    private static ComparedWorld World(string label, Shock[] shocks)
    {
        var scenario = PlainRuns.Scenario(2, months: 24);
        return new ComparedWorld(
            label, "made up", scenario with { Plan = scenario.Plan with { Shocks = shocks } }, [.. Enumerable.Range(0, 2).Select(replicate => PlainRuns.Simulate(scenario.Plan, replicate, default, _ => { }, default))], "", "");
    }
}
