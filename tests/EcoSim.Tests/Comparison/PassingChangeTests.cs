using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;
using EcoSim.Reporting;
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
        PassingChange passing = Only(Compare(month => month is >= 4 and < 7 ? -5 : month is >= 7 and < 19 ? -2 : 0, new Shock("winter", 4, 7, [])));
        Assert.Equal(("winter", 4, 6), (Assert.Single(passing.Names), passing.During.First, passing.During.Last));
        Assert.Equal((7, 18), (passing.After!.First, passing.After.Last));
        Assert.Equal((-5.0, -2.0), (passing.During.Effect.Paired.Difference, passing.After.Effect.Paired.Difference));
    }

    [Fact]
    public void Each_passes_in_its_own_months_in_whichever_world_it_is()
    {
        // Nothing is in force from 7 to before 10, so no sentence may speak of "while" there.
        Shock winter = new("winter", 4, 7, []), thaw = new("thaw", 10, 13, []);
        IReadOnlyList<PassingChange> told = PairedComparison.Of(World(_ => 0, winter), World(month => month, thaw)).Passing.Told;
        Assert.Equal([("winter", 4, 6), ("thaw", 10, 12)], told.Select(passing => (Assert.Single(passing.Names), passing.During.First, passing.During.Last)));
        Assert.Equal([(7, 9), (13, 23)], told.Select(passing => (passing.After!.First, passing.After.Last)));
        Assert.Equal([5.0, 11.0], told.Select(passing => passing.During.Effect.Paired.Difference));
        Assert.Empty(told[0].Earlier);
        Assert.Equal(["winter"], told[1].Earlier);
    }

    [Fact]
    public void Those_that_overlap_are_told_together_over_months_without_a_gap()
    {
        PassingChange passing = Only(Compare(_ => 1, new Shock("winter", 4, 9, []), new Shock("cut", 7, 12, [])));
        Assert.Equal(["winter", "cut"], passing.Names);
        Assert.Equal((4, 11), (passing.During.First, passing.During.Last));
    }

    [Fact]
    public void What_lasts_to_the_end_has_no_afterwards_and_what_is_past_half_of_it()
    {
        Assert.Null(Only(Compare(_ => 1, new Shock("late", 18, 30, []))).After);
        PassingEffect after = Only(Compare(_ => 1, new Shock("long", 2, 19, []))).After!;
        Assert.Equal((19, 23), (after.First, after.Last));
    }

    [Fact]
    public void Where_something_differs_for_good_or_both_worlds_have_it_nothing_passes()
    {
        Assert.Empty(Compare(_ => 1, new Shock("good", 4, null, [])).Passing.Told);
        PassingChanges passing = Compare(_ => 1, new Shock("blow", 4, 5, []), new Shock("good", 4, null, [])).Passing;
        Assert.Empty(passing.Told);
        Assert.Equal(("blow", "good"), (Assert.Single(passing.Untold), Assert.Single(passing.Beside)));
        Shock shared = new("shared", 4, 7, []);
        passing = PairedComparison.Of(World(_ => 0, shared), World(_ => 1, shared)).Passing;
        Assert.Equal((0, 0), (passing.Told.Count, passing.Untold.Count));
    }

    [Fact]
    public void What_begins_later_for_good_ends_what_is_called_afterwards()
    {
        PassingChange passing = Only(Compare(_ => 1, new Shock("blow", 4, 7, []), new Shock("good", 9, null, [])));
        Assert.Equal((4, 6, 7, 8), (passing.During.First, passing.During.Last, passing.After!.First, passing.After.Last));
    }

    [Fact]
    public void A_sentence_each_and_one_for_what_cannot_be_told()
    {
        Shock winter = new("winter", 4, 7, []), cut = new("cut", 10, 13, []);
        string[] said = [.. PassingText.Of(Compare(_ => -1, winter, cut))];
        Assert.Equal(2, said.Length);
        Assert.StartsWith("While “winter” lasted (", said[0]);
        Assert.StartsWith("While “cut” lasted (", said[1]);
        Assert.EndsWith("What “winter” left behind is in these numbers too.", said[1]);

        ComparedWorld standing = World(_ => -1, winter, cut);
        Parameters parameters = Catalogue.Copy(standing.Scenario.Plan.Parameters);
        parameters.Capital.AffiliatedFundSize *= 2;
        standing = standing with { Scenario = standing.Scenario with { Plan = standing.Scenario.Plan with { Parameters = parameters } } };
        Assert.Equal(
            "What “winter” and “cut” did while they lasted is not told: in the same months the worlds also differ in capital.affiliatedFundSize, which does not end.",
            Assert.Single(PassingText.Of(PairedComparison.Of(World(_ => 0), standing))));
    }

    private static PassingChange Only(PairedComparison comparison) => Assert.Single(comparison.Passing.Told);

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
