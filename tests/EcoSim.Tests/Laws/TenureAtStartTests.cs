using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Randomness;
using EcoSim.Model.Rooms.Anchors;
using EcoSim.Model.Worlds;
using EcoSim.Tests.Randomness;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Laws;

/// <summary>Nobody has been on an anchor's staff for longer than the anchor is old, and an age that binds nobody changes nothing.</summary>
public sealed class TenureAtStartTests
{
    private const string First = "anchor.ageAtStart", Second = "secondAnchor.ageAtStart";

    /// <summary>Ages of the two anchors, years.</summary>
    private const int Young = 3, Older = 7;

    private const int MonthsPerYear = 12;
    private const double K = 5;

    private static readonly Draw Luck = new(99);
    private static readonly int[] Ages = [Young * MonthsPerYear, Older * MonthsPerYear];

    [Fact]
    public void Nobody_on_the_staff_at_the_start_has_been_there_for_longer_than_the_anchor()
    {
        World world = TwoAnchors((First, Young), (Second, Older)).World;
        foreach (int anchor in (int[])[0, 1])
        {
            int[] staff = Staff(world, anchor);
            Assert.NotEmpty(staff);
            Assert.All(staff, row => Assert.InRange(Tenure(world, row), 0, Ages[anchor]));
        }
    }

    /// <summary>Parts of a year count, and the least age is taken as it is: the longest tenure of some thousand people comes near it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    public void A_fraction_of_a_year_counts(double age)
    {
        World world = TwoAnchors((First, age)).World;
        int longest = Staff(world, 0).Max(row => Tenure(world, row));
        Assert.InRange(longest, age * MonthsPerYear - 2, age * MonthsPerYear);
    }

    /// <summary>Where the first anchor never existed, the second takes its place among the employers, with its own age.</summary>
    [Fact]
    public void An_anchor_alone_has_its_own_age()
    {
        World world = TwoAnchors(("anchor.present", 0), (First, 1), (Second, Young)).World;
        int longest = Staff(world, 0).Max(row => Tenure(world, row));
        Assert.InRange(longest, MonthsPerYear + 1, Young * MonthsPerYear);
    }

    [Fact]
    public void It_moves_only_those_whose_tenure_it_forbids()
    {
        World free = TwoAnchors().World, aged = TwoAnchors((First, Young), (Second, Older)).World;
        Assert.Equal(free.People.Count, aged.People.Count);
        int forbidden = 0;
        for (int row = 0; row < free.People.Count; row++)
        {
            Person before = free.People[row], now = aged.People[row];
            Assert.Equal((before.Key, before.State, before.Employer, before.Team, before.Ability), (now.Key, now.State, now.Employer, now.Team, now.Ability));
            if (before.State == State.Anchor && Tenure(free, row) >= Ages[before.Employer])
            {
                forbidden++;
                Assert.InRange(Tenure(aged, row), 0, Ages[before.Employer] - 1);
            }
            else
            {
                Assert.Equal((before.SpellStart, before.SkillMonth, before.Skill), (now.SpellStart, now.SkillMonth, now.Skill));
            }
        }

        Assert.NotEqual(0, forbidden);
    }

    /// <summary>Skills, vesting and the sum behind mean tenure all count from the month of joining.</summary>
    [Fact]
    public void All_that_hangs_on_tenure_agrees()
    {
        World world = TwoAnchors((First, Young), (Second, Older)).World;
        foreach (int anchor in (int[])[0, 1])
        {
            int[] staff = Staff(world, anchor);
            Assert.All(staff, row =>
            {
                ref Person person = ref world.People[row];
                Assert.Equal((person.SpellStart, person.SpellStart), (person.SkillMonth, world.People.EstateNow(person).VestMonth));
                Assert.True(Tenure(world, row) <= Careers.AtStart(world, person.Key));
                Assert.False(world.People.HasLeftAnchor(person));
            });
            Assert.Equal(staff.Sum(row => (long)world.People[row].SpellStart), world.Employers.JoinedSum[anchor]);
        }
    }

    [Fact]
    public void Tenure_below_the_age_is_exponential_known_to_be_below_it()
    {
        const double mean = 180, age = 72, career = 240;
        double[] tenures = [.. Enumerable.Range(0, 20_000).Select(i => AnchorsEquations.TenureAtStart(mean * Variate.Exponential(Luck.Uniform(Key.Any, (ulong)i, 0)), career, age))];
        Distribution.Follows(tenures, tenure => (1 - Math.Exp(-tenure / mean)) / (1 - Math.Exp(-age / mean)), K, "tenure in a firm of six years");
    }

    [Theory]
    [InlineData(50, 60, 72, 50)]
    [InlineData(90, 60, 72, 60)]
    [InlineData(50, 100, 72, 50)]
    [InlineData(90, 100, 72, 18)]
    [InlineData(90, 72, 72, 72)]
    [InlineData(90, 100, double.PositiveInfinity, 90)]
    public void Tenure_fits_into_career_and_age(double drawn, double career, double age, double expected) =>
        Assert.Equal(expected, AnchorsEquations.TenureAtStart(drawn, career, age));

    [Fact]
    public void The_default_is_no_younger_than_any_career() =>
        Assert.All((string[])[First, Second], path => Assert.True(Catalogue.Get(path).Default >= Catalogue.Get("population.longestCareer").Max));

    [Theory]
    [InlineData(25, 25)]
    [InlineData(40, 40)]
    [InlineData(40, 300)]
    public void An_age_no_shorter_than_the_longest_career_changes_no_byte(double longestCareer, double age)
    {
        (string, double)[] both = [("population.longestCareer", longestCareer), ("secondAnchor.present", 1)];
        Trial.SameBytes(Trial.Run(Trial.Plan(both)), Trial.Run(Trial.Plan([.. both, (First, age), (Second, age)])));
    }

    [Fact]
    public void Where_the_anchor_never_existed_its_age_changes_no_byte()
    {
        (string, double) absent = ("anchor.present", 0);
        Trial.SameBytes(Trial.Run(Trial.Plan(absent)), Trial.Run(Trial.Plan(absent, (First, 1))));
    }

    private static Simulation TwoAnchors(params (string Path, double Value)[] changes) =>
        new(Trial.Plan([("population.workers", 10_000), ("secondAnchor.present", 1), .. changes]), 0);

    private static int[] Staff(World world, int anchor) =>
        [.. Enumerable.Range(0, world.People.Count).Where(row => world.People[row].State == State.Anchor && world.People[row].Employer == anchor)];

    private static int Tenure(World world, int row) => -world.People[row].SpellStart;
}
