using EcoSim.Model.Rooms.Mobility;

namespace EcoSim.Tests.Laws;

/// <summary>The matching function of seekers and vacancies against what is known of it.</summary>
public sealed class MatchingTests
{
    private const double Published = 1.27;

    /// <summary>
    /// Den Haan, Ramey and Watson set 1.27 so that 45 % of workers and 71 % of vacancies are matched (from memory), in whole
    /// percent: at the least that rounds so the function gives as much or more, at the most as much or less.
    /// </summary>
    [Fact]
    public void The_published_curvature_gives_the_published_rates()
    {
        Assert.InRange(MobilityEquations.MatchingProbability(445, 705, Published), 0.445, 1);
        Assert.InRange(MobilityEquations.MatchingProbability(455, 715, Published), 0, 0.455);
        Assert.InRange(MobilityEquations.MatchingProbability(705, 445, Published), 0.705, 1);
        Assert.InRange(MobilityEquations.MatchingProbability(715, 455, Published), 0, 0.715);
    }

    [Theory]
    [InlineData(30, 100)]
    [InlineData(100, 100)]
    [InlineData(400, 100)]
    public void Twice_of_both_is_the_same_chance(double vacancies, double seekers) =>
        Assert.Equal(
            MobilityEquations.MatchingProbability(vacancies, seekers, Published),
            MobilityEquations.MatchingProbability(2 * vacancies, 2 * seekers, Published));

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(Published)]
    [InlineData(20)]
    public void Matches_are_fewer_than_either_side_and_the_same_seen_from_both(double curvature)
    {
        foreach ((double vacancies, double seekers) in new[] { (20.0, 100.0), (100.0, 100.0), (150.0, 100.0) })
        {
            double matches = seekers * MobilityEquations.MatchingProbability(vacancies, seekers, curvature);
            Assert.InRange(matches, 0, Math.Min(vacancies, seekers));
            Assert.Equal(matches, vacancies * MobilityEquations.MatchingProbability(seekers, vacancies, curvature), Rounding * matches);
        }
    }

    [Fact]
    public void Its_limits_are_random_meeting_and_the_shorter_side()
    {
        Assert.Equal(60.0 / 160, MobilityEquations.MatchingProbability(60, 100, 1), Rounding);
        Assert.Equal(0.6, MobilityEquations.MatchingProbability(60, 100, 200), Rounding);
        Assert.Equal(1, MobilityEquations.MatchingProbability(160, 100, 200), Rounding);
        Assert.Equal(0, MobilityEquations.MatchingProbability(0, 100, Published));
    }

    [Fact]
    public void Nobody_expected_to_seek_is_counted_as_one() =>
        Assert.Equal(MobilityEquations.MatchingProbability(5, 1, Published), MobilityEquations.MatchingProbability(5, 0, Published));

    /// <summary>A few units in the last place of a double.</summary>
    private const double Rounding = 1e-14;
}
