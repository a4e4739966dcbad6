using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Comparison;

/// <summary>What a dated change did while it lasted and after it.</summary>
public sealed class PassingChangeTests
{
    private const int Months = 24;

    [Fact]
    public void A_blow_that_passes_is_seen_where_it_fell()
    {
        // 5 less in each month from 4 to before 7, 2 less in the rest of the year after, nothing before and at the end.
        PassingChange passing = Compare(month => month is >= 4 and < 7 ? -5 : month is >= 7 and < 19 ? -2 : 0, new Shock("winter", 4, 7, [])).Passing!;
        Assert.Equal(("winter", 4, 6), (Assert.Single(passing.Names), passing.During.First, passing.During.Last));
        Assert.Equal((7, 18), (passing.After!.First, passing.After.Last));
        Assert.Equal((-5.0, -2.0), (passing.During.Effect.Paired.Difference, passing.After.Effect.Paired.Difference));
    }

    [Fact]
    public void It_passes_in_whichever_world_it_is()
    {
        Shock winter = new("winter", 4, 7, []), thaw = new("thaw", 10, 13, []);
        PassingChange passing = PairedComparison.Of(World(_ => 0, winter), World(_ => 1, thaw)).Passing!;
        Assert.Equal(["winter", "thaw"], passing.Names);
        Assert.Equal((4, 12), (passing.During.First, passing.During.Last));
    }

    [Fact]
    public void What_lasts_to_the_end_has_no_afterwards_and_what_is_past_half_of_it()
    {
        Assert.Null(Compare(_ => 1, new Shock("late", 18, 30, [])).Passing!.After);
        PassingEffect after = Compare(_ => 1, new Shock("long", 2, 19, [])).Passing!.After!;
        Assert.Equal((19, 23), (after.First, after.Last));
    }

    [Fact]
    public void Where_something_differs_for_good_or_both_worlds_have_it_nothing_passes()
    {
        Assert.Null(Compare(_ => 1, new Shock("good", 4, null, [])).Passing);
        Assert.Null(Compare(_ => 1, new Shock("blow", 4, 5, []), new Shock("good", 4, null, [])).Passing);
        Shock shared = new("shared", 4, 7, []);
        Assert.Null(PairedComparison.Of(World(_ => 0, shared), World(_ => 1, shared)).Passing);
    }

    private static PairedComparison Compare(Func<int, double> shift, params Shock[] shocks) => PairedComparison.Of(World(_ => 0), World(shift, shocks));

    private static ComparedWorld World(Func<int, double> shift, params Shock[] shocks)
    {
        Scenario plain = PlainRuns.Scenario(2, Months);
        var scenario = plain with { Plan = new Plan(plain.Plan.Parameters) { Shocks = shocks } };
        RunResult[] runs = [.. Enumerable.Range(0, 2).Select(replicate => PlainRuns.Simulate(plain.Plan, replicate, default, _ => { }, default))];
        foreach (SeriesTable series in runs.Select(run => run.Series))
        {
            for (int month = 0; month < Months; month++)
            {
                series.Row(month)[Observables.IndexOf("ecosystem_value")] += shift(month);
            }
        }

        return new ComparedWorld("world", "made up", scenario, runs, "", "");
    }
}
