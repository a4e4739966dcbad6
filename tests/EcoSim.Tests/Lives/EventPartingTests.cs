using EcoSim.Experiments.Lives;

namespace EcoSim.Tests.Lives;

/// <summary>An event that differs has its own month in each world.</summary>
public sealed class EventPartingTests
{
    private static readonly LifeField[] Fields =
        [new("stage", "", true), new("milestones", "", true), new("last try", LifeField.Month, true), new("cash", "million RMB"), new("founders", "", true)];

    /// <summary>Month, step, then a value of each field.</summary>
    private static FollowedLife Life(params (int Month, int Step, string Stage, double Milestones, double Tried, double Cash, string Founders)[] seen) =>
        new("s1", Fields, [.. seen.Select(one => new Sighting(one.Month, one.Step, [one.Stage, one.Milestones, one.Tried, one.Cash, one.Founders]))]);

    private static (string, string, int?, int?)[] Of(FollowedLife first, FollowedLife second) =>
        [.. EventParting.Of(first, second).Select(parting => (parting.Field.Name, parting.Value.Word ?? $"{parting.Value.Number}", parting.First, parting.Second))];

    [Fact]
    public void What_comes_later_has_its_month_and_what_never_comes_has_none()
    {
        FollowedLife one = Life((0, 1, "none", 0, 0, 1, "p1"), (5, 2, "seed", 0, 0, 1, "p1"), (8, 2, "seed", 1, 8, 1, "p1"));
        FollowedLife other = Life((0, 1, "none", 0, 0, 1, "p1"), (9, 2, "seed", 0, 0, 2, "p1"), (12, 2, "series A", 0, 12, 2, "p1"));
        Assert.Equal([("stage", "seed", 5, 9), ("milestones", "1", 8, null), ("last try", "8", 8, 12), ("stage", "series A", null, 12)], Of(one, other));
        Assert.Equal([("stage", "seed", 9, 5), ("milestones", "1", null, 8), ("last try", "8", 12, 8), ("stage", "series A", 12, null)], Of(other, one));
    }

    [Fact]
    public void Each_stage_and_each_milestone_that_differs_is_told()
    {
        FollowedLife one = Life((0, 1, "none", 0, 0, 1, "p1"), (5, 2, "seed", 1, 5, 1, "p1"), (8, 2, "A", 2, 8, 1, "p1"), (11, 2, "B", 3, 11, 1, "p1"));
        FollowedLife other = Life((0, 1, "none", 0, 0, 1, "p1"), (5, 2, "seed", 1, 5, 1, "p1"), (9, 2, "A", 2, 9, 1, "p1"), (12, 2, "B", 5, 12, 1, "p1"));
        (string, string, int?, int?)[] all =
        [
            ("stage", "A", 8, 9), ("milestones", "2", 8, 9), ("last try", "8", 8, 9), ("stage", "B", 11, 12), ("milestones", "3", 11, 12),
            ("milestones", "4", null, 12), ("milestones", "5", null, 12),
        ];
        Assert.Equal(all, Of(one, other));

        // Where there is no room for all, each kind has its first and last.
        string[] few = [.. EventParting.Choose(EventParting.Of(one, other), 5).Select(parting => $"{parting.Field.Name} {Text(parting)}")];
        Assert.Equal(["stage A", "milestones 2", "last try 8", "stage B", "milestones 5"], few);
        Assert.Equal(["stage A", "milestones 2"], EventParting.Choose(EventParting.Of(one, other), 2).Select(parting => $"{parting.Field.Name} {Text(parting)}"));
    }

    [Fact]
    public void The_same_at_the_same_time_for_another_amount_is_a_difference()
    {
        FollowedLife one = With(new Deed(4, 3, Round, new(10, "A")), new Deed(9, 3, Round, new(20, "E")), new Deed(12, 3, Round, new(30, "E")));
        FollowedLife other = With(new Deed(4, 3, Round, new(10, "A")), new Deed(9, 3, Round, new(21, "E")), new Deed(14, 3, Round, new(30, "E")));
        EventParting[] found = [.. EventParting.Of(one, other)];
        Assert.Equal([("E", 9, 9, 20, 21), ("E", 12, 14, 30, 30)], found.Select(parting => (parting.Value.Word, parting.First, parting.Second, parting.FirstAmount, parting.SecondAmount)));
        Assert.Empty(EventParting.Of(one, one));

        // The same of an exit, whose amount stands beside its word.
        FollowedLife sold = Ended(100), dear = Ended(130);
        Assert.Equal([(7, 7, 100, 130)], EventParting.Of(sold, dear).Select(parting => (parting.First, parting.Second, parting.FirstAmount, parting.SecondAmount)));
    }

    private static readonly LifeField Round = new("round", "", true) { ByDeeds = true };

    private static FollowedLife With(params Deed[] deeds) => Life((0, 1, "none", 0, 0, 1, "p1")) with { Deeds = deeds };

    private static FollowedLife Ended(double price) =>
        new("s1", [Fields[0]], [new Sighting(0, 1, ["operating"]), new Sighting(7, 1, [new LifeValue(price, "sold")])]);

    private static string Text(EventParting parting) => parting.Value.Word ?? $"{parting.Value.Number}";

    [Fact]
    public void Where_both_change_at_once_each_value_is_an_event()
    {
        FollowedLife one = Life((0, 1, "none", 0, 0, 1, "p1"), (5, 2, "sold", 1, 5, 1, "p1"));
        FollowedLife other = Life((0, 1, "none", 0, 0, 1, "p1"), (5, 2, "listed", 2, 5, 1, "p1"), (7, 0, "sold", 2, 5, 1, "p1"));
        Assert.Equal([("stage", "sold", 5, 7), ("stage", "listed", null, 5), ("milestones", "2", null, 5)], Of(one, other));
    }

    [Fact]
    public void What_differs_from_the_first_has_two_beginnings()
    {
        FollowedLife one = Life((3, 6, "none", 0, 0, 1, "p1")), other = Life((3, 6, "none", 0, 0, 1, "p2"));
        Assert.Equal([("founders", "p1", 3, null), ("founders", "p2", null, 3)], Of(one, other));
        Assert.Empty(EventParting.Of(one, one));
    }

    [Fact]
    public void What_was_before_they_parted_is_no_event_of_the_other_world()
    {
        FollowedLife one = Life((0, 1, "a", 0, 0, 1, "p1"), (2, 1, "b", 0, 0, 1, "p1"), (4, 1, "a", 0, 0, 1, "p1"));
        FollowedLife other = Life((0, 1, "a", 0, 0, 1, "p1"), (2, 1, "b", 0, 0, 1, "p1"), (9, 1, "a", 0, 0, 1, "p1"));
        Assert.Equal([("stage", "a", 4, 9)], Of(one, other));
        Assert.True(EventParting.Of(one, other).Single().Again);
    }
}
