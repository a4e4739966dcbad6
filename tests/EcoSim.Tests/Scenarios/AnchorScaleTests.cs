using EcoSim.Experiments.Scenarios;
using EcoSim.Model;

namespace EcoSim.Tests.Scenarios;

/// <summary>A given headcount that outgrows its region is noticed; one that fits, or follows from the anchor's own rule, is not.</summary>
public sealed class AnchorScaleTests
{
    private static readonly string Hangzhou = Path.Combine(Repository.Root, "scenarios", "hangzhou.json");

    [Fact]
    public void The_region_that_a_series_belongs_to_holds_it() => Assert.Null(AnchorScale.Problem(Read(Hangzhou)));

    [Fact]
    public void A_region_of_half_its_size_is_named_with_both_numbers()
    {
        (string found, string remedy) = AnchorScale.Problem(Read(Hangzhou, "population.workers=200000"))!.Value;

        // 141,941 people in March 2022 by scenarios/data/anchor_headcount.csv.
        Assert.Contains("anchor.targetHeadcount by its series asks for up to 141,941 people in a region that begins with 200,000 workers", found);
        Assert.Contains("population.workers", remedy);
    }

    [Fact]
    public void Months_that_are_not_run_do_not_count()
    {
        Plan plan = Read(Hangzhou, "population.workers=200000");
        plan.Parameters.Run.Months = 60;
        Assert.Null(AnchorScale.Problem(plan));
    }

    [Fact]
    public void An_anchor_that_grows_by_its_own_rule_is_not_meant() =>
        Assert.Null(AnchorScale.Problem(Read(Hangzhou, "population.workers=20000", "anchor.historical=false")));

    [Fact]
    public void A_dated_change_counts()
    {
        var parameters = new Parameters();
        parameters.Anchor.Historical = true;
        var plan = new Plan(parameters, [new Shock("flood", 12, null, [("anchor.targetHeadcount", parameters.Population.Workers)])], []);
        Assert.Contains("by the dated change 'flood'", AnchorScale.Problem(plan)!.Value.Found);
    }

    /// <summary>The mode may change by date as well, and a second anchor be the larger one.</summary>
    [Fact]
    public void A_mode_that_begins_later_and_the_second_anchor_count()
    {
        var parameters = new Parameters();
        double all = parameters.Population.Workers;
        var later = new Plan(parameters, [new Shock("flood", 12, null, [("anchor.historical", 1), ("anchor.targetHeadcount", all)])], []);
        Assert.Contains("anchor.targetHeadcount by the dated change 'flood'", AnchorScale.Problem(later)!.Value.Found);

        parameters.SecondAnchor.Historical = true;
        parameters.SecondAnchor.TargetHeadcount = all;
        Assert.Null(AnchorScale.Problem(new Plan(parameters)));
        parameters.SecondAnchor.Present = true;
        Assert.StartsWith("secondAnchor.targetHeadcount as given", AnchorScale.Problem(new Plan(parameters))!.Value.Found);
    }

    private static Plan Read(string file, params string[] sets) => ScenarioFolder.Valid(ScenarioReader.Read(file, sets)).Plan;
}
