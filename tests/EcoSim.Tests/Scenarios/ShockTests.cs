using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using Xunit;

namespace EcoSim.Tests.Scenarios;

/// <summary>Dated changes, and the ways to get them wrong.</summary>
public sealed class ShockTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ScenarioReading Try(string shock, params string[] sets) => _folder.Try(
        $$$"""{"run": {"start": "2010-03", "months": 24}, "shocks": {"cut": {{{shock}}}}}""", sets);

    [Theory]
    [InlineData("""{"month": 0, "set": {"channels.hub": 0}}""", 0, null)]
    [InlineData("""{"month": 23, "until": 500, "set": {"channels.hub": 0}}""", 23, 500)]
    [InlineData("""{"date": "2010-03", "set": {"channels": {"hub": 0}}}""", 0, null)]
    [InlineData("""{"date": "2011-01", "until": "2011-03", "set": {"channels.hub": 0}}""", 10, 12)]
    [InlineData("""{"month": 3, "until": "2010-07", "set": {"channels.hub": 0}}""", 3, 4)]
    public void MonthsAndDatesCountFromTheStart(string shock, int month, int? until)
    {
        Shock read = Assert.Single(ScenarioFolder.Valid(Try(shock)).Plan.Shocks);
        Assert.Equal(("cut", month, until), (read.Name, read.Month, read.Until));
        Assert.Equal([("channels.hub", 0.0)], read.Settings);
    }

    [Theory]
    [InlineData("""{"month": 24, "set": {"channels.hub": 0}}""", "shocks.cut.month", "after the run ends")]
    [InlineData("""{"month": -1, "set": {"channels.hub": 0}}""", "shocks.cut.month", "before the run begins")]
    [InlineData("""{"month": 1.5, "set": {"channels.hub": 0}}""", "shocks.cut.month", "1.5")]
    [InlineData("""{"month": "5", "set": {"channels.hub": 0}}""", "shocks.cut.month", "the text")]
    [InlineData("""{"date": "2010-02", "set": {"channels.hub": 0}}""", "shocks.cut.date", "before the run begins")]
    [InlineData("""{"date": "2012-03", "set": {"channels.hub": 0}}""", "shocks.cut.date", "after the run ends")]
    [InlineData("""{"date": "March", "set": {"channels.hub": 0}}""", "shocks.cut.date", "March")]
    [InlineData("""{"month": 5, "date": "2010-08", "set": {"channels.hub": 0}}""", "shocks.cut", "both month and date")]
    [InlineData("""{"month": 5, "until": 5, "set": {"channels.hub": 0}}""", "shocks.cut.until", "not after")]
    [InlineData("""{"month": 5, "until": "2010-01", "set": {"channels.hub": 0}}""", "shocks.cut.until", "not after")]
    [InlineData("""{"month": 5, "until": "later", "set": {"channels.hub": 0}}""", "shocks.cut.until", "later")]
    [InlineData("""{"set": {"channels.hub": 0}}""", "shocks.cut", "neither month nor date")]
    [InlineData("""{"month": 5}""", "shocks.cut", "no parameter")]
    [InlineData("""{"month": 5, "set": {}}""", "shocks.cut", "no parameter")]
    [InlineData("""{"month": 5, "set": {"channels.hub": 2}}""", "shocks.cut.set.channels.hub", "too large")]
    [InlineData("""{"month": 5, "set": {"channels.nonsense": 2}}""", "shocks.cut.set.channels.nonsense", "unknown")]
    [InlineData("""{"month": 5, "set": {"run.months": 2}}""", "shocks.cut.set.run.months", "shapes the start")]
    [InlineData("""{"month": 5, "set": {"channels.hub": 0, "channels": {"hub": 1}}}""", "shocks.cut.set.channels.hub", "a second time")]
    [InlineData("5", "shocks.cut", "5")]
    public void IsRefused(string shock, string path, string found)
    {
        Problem problem = ScenarioFolder.Only(Try(shock));
        Assert.Equal(path, problem.Path);
        Assert.Contains(found, problem.Found);
        Assert.Equal(1, problem.Line);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("a/b")]
    public void NamesAreWords(string name) => Assert.Contains(
        "a shock called", ScenarioFolder.Only(_folder.Try($$$$$"""{"shocks": {"{{{{{name}}}}}": {"month": 1, "set": {"channels.hub": 0}}}}""")).Found);

    [Fact]
    public void NamesThatDifferInCaseWouldBeMixedUp()
    {
        Problem problem = ScenarioFolder.Only(_folder.Try(
            """{"shocks": {"cut": {"month": 1, "set": {"channels.hub": 0}}, "Cut": {"month": 2, "set": {"channels.hub": 0}}}}"""));
        Assert.Equal("shocks.Cut", problem.Path);
    }

    [Fact]
    public void TheCommandLineReachesEveryPartOfAShock()
    {
        Shock shock = ScenarioFolder.Valid(Try(
            """{"month": 5, "set": {"channels.hub": 0}}""",
            "shocks.cut.month=6", "shocks.cut.until=2010-12", "shocks.cut.set.channels.hub=0.5")).Plan.Shocks[0];
        Assert.Equal((6, 9, 0.5), (shock.Month, shock.Until, shock.Settings[0].Value));
    }

    [Fact]
    public void AMistypedShockOnTheCommandLineIsUnderstood()
    {
        ScenarioReading reading = Try("""{"month": 5, "set": {"channels.hub": 0}}""", "shocks.cutt.month=6");
        Assert.Equal("shocks.cut", ScenarioFolder.Only(reading).Suggestion);
    }

    private const string Two = """{"run": {"start": "2010-03", "months": 24, "warmupMonths": 12}, "population": {"workers": 3000}, "shocks": {"slump": {"month": 2, "set": {"channels.hub": 0, "channels.cloud": 0}}, "relief": {"month": 4, "until": 7, "set": {"channels.hub": 0.5}}}}""";

    /// <summary>One change may be meant to interrupt another; the rule is told with both names and the months, and it is what the model does.</summary>
    [Fact]
    public void OfTwoThatMeetTheOneNamedLaterWinsAndIsNamed()
    {
        Plan plan = ScenarioFolder.Valid(_folder.Try(Two)).Plan;
        (string found, string remedy) = ShockOverlap.Problem(plan)!.Value;
        Assert.Equal("The dated changes 'slump' and 'relief' both set channels.hub in months 4 to 6 (2010-07 to 2010-09): 'relief' wins over 'slump' there, as it comes later in the order of changes.", found);
        Assert.Contains("\"until\"", remedy);

        // What the model does: as if the first had made room.
        Plan apart = plan with { Shocks = [new("a", 2, 4, Slump(0)), new("b", 4, 7, Slump(0.5)), new("c", 7, null, Slump(0))] };
        (RunResult one, RunResult other) = (Run(plan), Run(apart));
        Assert.All(Enumerable.Range(0, plan.Parameters.Run.Months), month => Assert.Equal(other.Series.Row(month).ToArray(), one.Series.Row(month).ToArray()));
        Assert.NotEqual(Run(plan with { Shocks = [plan.Shocks[0]] }).Series.Row(23).ToArray(), one.Series.Row(23).ToArray());

        static (string, double)[] Slump(double hub) => [("channels.hub", hub), ("channels.cloud", 0)];

        static RunResult Run(Plan plan) => new Simulation(plan, 0, new RunOptions()).Run(default);
    }

    [Fact]
    public void OfThreeThatMeetEachPairIsToldTruly()
    {
        string found = Found("""{"run": {"start": "2010-03", "months": 24}, "shocks": {"a": {"month": 2, "set": {"channels.hub": 0}}, "b": {"month": 4, "set": {"channels.hub": 0.5}}, "c": {"month": 23, "set": {"channels.hub": 0.2}}}}""");
        Assert.Equal(
            "The dated changes 'a' and 'b' both set channels.hub in months 4 to 23 (2010-07 to 2012-02): 'b' wins over 'a' there, as it comes later in the order of changes. "
            + "The dated changes 'a' and 'c' both set channels.hub in month 23 (2012-02): 'c' wins over 'a' there, as it comes later in the order of changes. "
            + "The dated changes 'b' and 'c' both set channels.hub in month 23 (2012-02): 'c' wins over 'b' there, as it comes later in the order of changes.", found);
    }

    [Fact]
    public void OfManyThatMeetTheRestAreCounted()
    {
        string shocks = string.Join(", ", Enumerable.Range(0, 4).Select(i => $$$"""{{{'"'}}}s{{{i}}}{{{'"'}}}: {"month": {{{i + 1}}}, "set": {"channels.hub": 0.{{{i}}}}}"""));
        Assert.EndsWith("So do 3 more pairs.", Found($$$"""{"run": {"months": 24}, "shocks": {{{{shocks}}}}}"""));
    }

    /// <summary>A change that a file names again keeps the place it has in the parent, as the remedy says.</summary>
    [Fact]
    public void OneNamedAgainKeepsItsParentsPlace()
    {
        _folder.Write("parent.json", """{"run": {"months": 24}, "shocks": {"a": {"month": 2, "set": {"channels.hub": 0}}}}""");
        Plan plan = ScenarioFolder.Valid(_folder.Try("""{"extends": "parent.json", "shocks": {"c": {"month": 3, "set": {"channels.hub": 0.5}}, "a": {"month": 4, "set": {"channels.hub": 0.1}}}}""")).Plan;
        Assert.Equal(["a", "c"], plan.Shocks.Select(shock => shock.Name));
        (string found, string remedy) = ShockOverlap.Problem(plan)!.Value;
        Assert.Contains("'c' wins over 'a' there", found);
        Assert.Contains("keeps its parent's place", remedy);
    }

    private string Found(string scenario) => ShockOverlap.Problem(ScenarioFolder.Valid(_folder.Try(scenario)).Plan)!.Value.Found;

    [Theory]
    [InlineData("shocks.relief.month=7", "shocks.relief.until=9", "shocks.slump.until=7")]
    [InlineData("shocks.relief.set.channels.hub=0")]
    public void ThoseThatDoNotMeetOrAgreeAreNotNamed(params string[] sets) => Assert.Null(ShockOverlap.Problem(ScenarioFolder.Valid(_folder.Try(Two, sets)).Plan));

    [Fact]
    public void NoShippedScenarioHasTwoThatMeet() =>
        Assert.All(ShippedScenarios.Names, name => Assert.Null(ShockOverlap.Problem(ScenarioReader.Read(name, []).Scenario!.Plan)));

    [Fact]
    public void AShorterRunTellsWhichShocksFallOutOfIt() =>
        Assert.Equal("shocks.cut.month", ScenarioFolder.Only(Try("""{"month": 20, "set": {"channels.hub": 0}}""", "run.months=12")).Path);
}
