using EcoSim.Model;

namespace EcoSim.Tests.Laws;

/// <summary>People, money, equity and compute are conserved in every month; a breach throws.</summary>
public sealed class ConservationTests
{
    private static readonly RunOptions Checked = new(Ledger: true, Check: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void By_default(int replicate) => Holds(Trial.Plan(), replicate);

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(30_000)]
    public void In_regions_of_all_sizes(int workers) => Holds(Trial.Plan(("population.workers", workers)));

    [Theory]
    [InlineData("talent")]
    [InlineData("capital")]
    [InlineData("signal")]
    [InlineData("cloud")]
    [InlineData("spillover")]
    [InlineData("hub")]
    public void With_a_channel_off(string channel) => Holds(Trial.Plan(($"channels.{channel}", 0)));

    [Fact]
    public void The_smallest_region_that_is_tried_is_the_smallest_allowed() =>
        Assert.Equal(1000, EcoSim.Model.Declaration.Catalogue.Get("population.workers").Min);

    [Fact]
    public void Without_the_anchor() => Holds(Trial.Plan(("anchor.present", 0)));

    [Fact]
    public void Under_a_shock_that_comes_and_goes()
    {
        Plan plan = Trial.Plan() with
        {
            Shocks = [new Shock("winter", 24, 60, [("capital.ventureSupply", 0.1)]), new Shock("blunt", 36, 48, [("channels.cloud", 0), ("channels.talent", 0.5)])],
        };
        Holds(plan);
    }

    private static void Holds(Plan plan, int replicate = 0)
    {
        RunResult result = Trial.Run(plan, replicate, Checked);
        Assert.Equal(plan.Parameters.Run.Months, result.Series.Months);
        Assert.NotEmpty(result.Ledger);
    }
}
