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
        Assert.Equal([("stage", "seed", 5, 9), ("milestones", "1", 8, null), ("last try", "8", 8, 12)], Of(one, other));
        Assert.Equal([("stage", "seed", 9, 5), ("milestones", "1", null, 8), ("last try", "8", 12, 8)], Of(other, one));
    }

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
    }
}
