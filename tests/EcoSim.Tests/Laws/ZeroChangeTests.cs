using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Tests.Laws;

/// <summary>A change of strength zero changes no byte, and a change in month m changes none before m.</summary>
public sealed class ZeroChangeTests
{
    private static IEnumerable<ParameterDeclaration> Changeable => Catalogue.All.Where(p => !p.AtStart);

    [Fact]
    public void A_shock_that_sets_every_parameter_to_what_it_is()
    {
        Plan plan = Trial.Plan();
        Shock still = new("still", 30, 50, [.. Changeable.Select(p => (p.Path, p.Get(plan.Parameters)))]);
        Trial.SameBytes(Trial.Run(plan), Trial.Run(plan with { Shocks = [still] }));
    }

    [Fact]
    public void Series_that_stay_at_the_default()
    {
        Plan plan = Trial.Plan();
        DrivenSeries[] flat = [.. Changeable.Select(p => new DrivenSeries(p.Path, [p.Get(plan.Parameters), p.Get(plan.Parameters)]))];
        Trial.SameBytes(Trial.Run(plan), Trial.Run(plan with { Series = flat }));
    }

    [Fact]
    public void A_shock_after_the_end()
    {
        Plan plan = Trial.Plan();
        Trial.SameBytes(Trial.Run(plan), Trial.Run(plan with { Shocks = [new Shock("late", Trial.Months, null, [("channels.talent", 0)])] }));
    }

    [Theory]
    [InlineData("channels.talent", 0)]
    [InlineData("channels.capital", 0)]
    [InlineData("channels.cloud", 0)]
    [InlineData("capital.ventureSupply", 0.2)]
    public void Before_a_shock_nothing_differs_and_after_it_something_does(string path, double value)
    {
        const int month = 40;
        Plan plan = Trial.Plan();
        RunResult calm = Trial.Run(plan), shocked = Trial.Run(plan with { Shocks = [new Shock("break", month, null, [(path, value)])] });
        Trial.SameBytes(calm, shocked, month);
        Assert.NotEqual(Trial.Bytes(calm), Trial.Bytes(shocked));
    }

    [Fact]
    public void A_shock_from_the_first_month_of_warm_up_is_not_needed_to_start_a_series()
    {
        // The first value of a series also holds during warm-up, so a constant series is the same as the setting.
        Plan set = Trial.Plan(("channels.talent", 0.5));
        Plan driven = Trial.Plan() with { Series = [new DrivenSeries("channels.talent", [0.5])] };
        Trial.SameBytes(Trial.Run(set), Trial.Run(driven));
    }

    [Fact]
    public void A_longer_run_begins_as_the_shorter_one()
    {
        RunResult full = Trial.Run(Trial.Plan()), half = Trial.Run(Trial.Plan(("run.months", Trial.Months / 2)));
        Trial.SameBytes(half, full, Trial.Months / 2);
    }

    [Fact]
    public void How_many_replicates_are_asked_for_is_no_cause() =>
        Trial.SameBytes(Trial.Run(Trial.Plan()), Trial.Run(Trial.Plan(("run.replicates", 77), ("run.counterfactual", 0))));
}
