using EcoSim.Model.Randomness;
using EcoSim.Model.Rooms.Capital;
using Xunit;

namespace EcoSim.Tests.Engine;

public sealed class CircleTests
{
    private const int Investors = 200;
    private const int Meetings = 20_000;

    [Fact]
    public void One_investor_more_changes_only_the_meetings_with_that_investor()
    {
        Circle without = Of(Enumerable.Range(0, Investors));
        Circle with = Of(Enumerable.Range(0, Investors + 1));
        int moved = 0;
        for (int meeting = 0; meeting < Meetings; meeting++)
        {
            int now = with.Next(Point(meeting));
            if (now != without.Next(Point(meeting)))
            {
                Assert.Equal(Investors, now);
                moved++;
            }
        }

        // The newcomer's share has mean 1/(n + 1) and, from its points' arcs, a relative spread of about one over the root of their number.
        double expected = Meetings / (Investors + 1.0);
        Assert.InRange(moved, 1, expected * (1 + 4 / Math.Sqrt(Circle.Points)) + 4 * Math.Sqrt(expected));
    }

    [Fact]
    public void Order_and_time_of_arrival_do_not_matter()
    {
        Circle atOnce = Of(Enumerable.Range(0, Investors));
        var oneByOne = new Circle();
        for (int who = Investors - 1; who >= 0; who--)
        {
            oneByOne.Add(Key(who), who);
            oneByOne.Close();
        }

        for (int meeting = 0; meeting < Meetings; meeting++)
        {
            Assert.Equal(atOnce.Next(Point(meeting)), oneByOne.Next(Point(meeting)));
        }
    }

    [Fact]
    public void Everybody_is_met()
    {
        Circle circle = Of(Enumerable.Range(0, Investors));
        var met = new HashSet<int>();
        for (int meeting = 0; meeting < Meetings; meeting++)
        {
            met.Add(circle.Next(Point(meeting)));
        }

        Assert.Equal(Investors, met.Count);
        Assert.InRange(circle.Next(ulong.MaxValue), 0, Investors - 1);
    }

    private static Circle Of(IEnumerable<int> investors)
    {
        var circle = new Circle();
        foreach (int who in investors)
        {
            circle.Add(Key(who), who);
        }

        circle.Close();
        return circle;
    }

    private static ulong Key(int who) => Draw.Child(7, who);

    private static ulong Point(int meeting) => Draw.Child(11, meeting);
}
