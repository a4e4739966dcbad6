using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using Xunit;

namespace EcoSim.Tests.Scenarios;

/// <summary>Parent, file and command line: the last word on a path wins.</summary>
public sealed class LayeringTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LaterLayersWinPathByPath()
    {
        _folder.Write("grandparent.json", """{"run": {"months": 100, "seed": 5, "replicates": 3}, "channels": {"hub": 0.25}}""");
        _folder.Write("parent.json", """{"extends": "grandparent.json", "run": {"months": 110, "seed": 6}}""");
        _folder.Write("child.json", """{"extends": "parent.json", "run": {"months": 120}}""");

        Scenario scenario = ScenarioFolder.Valid(_folder.Read("child.json", "channels.cloud=0.5", "channels.cloud = 0.75"));

        Parameters parameters = scenario.Plan.Parameters;
        Assert.Equal((120, 6L, 3), (parameters.Run.Months, parameters.Run.Seed, parameters.Run.Replicates));
        Assert.Equal((0.25, 0.75, 1.0), (parameters.Channels.Hub, parameters.Channels.Cloud, parameters.Channels.Talent));
        Assert.Equal(["run.seed", "run.replicates", "run.months", "channels.cloud", "channels.hub"], scenario.Overrides);
        Assert.Equal(["child.json", "parent.json", "grandparent.json"], scenario.SourceFiles.Select(Path.GetFileName));
    }

    [Fact]
    public void NameAndQuestionBelongToTheFileItself()
    {
        _folder.Write("parent.json", """{"name": "elder", "question": "What was?"}""");
        _folder.Write("child.json", """{"extends": "parent.json"}""");

        Scenario child = ScenarioFolder.Valid(_folder.Read("child.json"));
        Assert.Equal(("child", ""), (child.Name, child.Question));
        Assert.Equal("2020", ScenarioFolder.Valid(_folder.Read("child.json", "name=2020")).Name);
        Assert.Equal("elder", ScenarioFolder.Valid(_folder.Read("parent.json")).Name);
    }

    [Fact]
    public void CommentsTrailingCommasByteOrderMarkAndWindowsLinesAreFine()
    {
        Scenario scenario = ScenarioFolder.Valid(_folder.Try("\uFEFF{ // why\r\n \"run\": {\"months\": 12,}, /* so */\r\n}\r\n"));
        Assert.Equal(12, scenario.Plan.Parameters.Run.Months);
    }

    [Fact]
    public void AParentIsFoundBesideItsChildAndElseAmongTheShippedOnes()
    {
        _folder.Write("sub/child.json", """{"extends": "../up.json"}""");
        _folder.Write("up.json", """{"run": {"months": 77}}""");
        Assert.Equal(77, ScenarioFolder.Valid(_folder.Read("sub/child.json")).Plan.Parameters.Run.Months);

        Scenario shipped = ScenarioFolder.Valid(_folder.Try("""{"extends": "baseline.json"}"""));
        Assert.Equal("baseline.json (shipped)", shipped.SourceFiles[1]);

        _folder.Write("baseline.json", """{"run": {"months": 33}}""");
        Assert.Equal(33, ScenarioFolder.Valid(_folder.Read("tried.json")).Plan.Parameters.Run.Months);
    }

    [Fact]
    public void AnEmptyScenarioIsTheDefault()
    {
        Scenario scenario = ScenarioFolder.Valid(_folder.Try("{}"));
        Assert.Empty(scenario.Overrides);
        Assert.Equal("tried", scenario.Name);
    }

    [Fact]
    public void AChildChangesOneKeyOfAShock()
    {
        _folder.Write("parent.json", """{"shocks": {"b": {"month": 5, "set": {"channels.hub": 0.5}}, "a": {"month": 5, "until": 9, "set": {"channels": {"hub": 0.6}}}}}""");
        _folder.Write("child.json", """{"extends": "parent.json", "shocks": {"a": {"set": {"channels.hub": 0.7, "channels.cloud": 0}}}}""");

        IReadOnlyList<Shock> shocks = ScenarioFolder.Valid(_folder.Read("child.json", "shocks.b.date=2005-08", "shocks.a.month=6")).Plan.Shocks;

        Assert.Equal(["b", "a"], shocks.Select(s => s.Name));
        Assert.Equal((7, null), (shocks[0].Month, shocks[0].Until));
        Assert.Equal((6, 9), (shocks[1].Month, shocks[1].Until));
        Assert.Equal([("channels.cloud", 0.0), ("channels.hub", 0.7)], shocks[1].Settings);
    }
}
