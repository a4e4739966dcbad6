using System.Globalization;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Declaration;
using Xunit;

namespace EcoSim.Tests.Scenarios;

/// <summary>Values that no scenario may hold, each refused with its place.</summary>
public sealed class RefusedValuesTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"run": {"months": "12"}}""", "run.months", "the text \"12\"")]
    [InlineData("""{"run": {"months": 12.5}}""", "run.months", "not whole")]
    [InlineData("""{"run": {"months": 0}}""", "run.months", "too small")]
    [InlineData("""{"run": {"months": 1e12}}""", "run.months", "too large")]
    [InlineData("""{"run": {"months": 1e999}}""", "run.months", "no finite number")]
    [InlineData("""{"run": {"months": null}}""", "run.months", "null")]
    [InlineData("""{"run": {"months": [12]}}""", "run.months", "an array")]
    [InlineData("""{"run": {"months": {"value": 12}}}""", "run.months", "an object")]
    [InlineData("""{"run": {"months": true}}""", "run.months", "true")]
    [InlineData("""{"run": 12}""", "run", "12")]
    [InlineData("""{"run": [1, 2]}""", "run", "an array")]
    [InlineData("""{"run": null}""", "run", "null")]
    [InlineData("""{"run": {"start": "2010-13"}}""", "run.start", "2010-13")]
    [InlineData("""{"run": {"start": "2010-01-15"}}""", "run.start", "2010-01-15")]
    [InlineData("""{"run": {"start": 2010}}""", "run.start", "2010")]
    [InlineData("""{"run": {"counterfactual": "yes"}}""", "run.counterfactual", "yes")]
    [InlineData("""{"run": {"counterfactual": 1}}""", "run.counterfactual", "1")]
    [InlineData("""{"run": {"seed": 9007199254740993}}""", "run.seed", "too large")]
    [InlineData("""{"channels": {"hub": -0.01}}""", "channels.hub", "too small")]
    [InlineData("""{"channels": {"hub": "NaN"}}""", "channels.hub", "NaN")]
    [InlineData("""{"name": 5}""", "name", "5")]
    [InlineData("""{"extends": ["a.json"]}""", "extends", "an array")]
    [InlineData("""{"shocks": []}""", "shocks", "an array")]
    [InlineData("""{"run.months": 5}""", "run.months", "with a dot")]
    [InlineData("""{"run": {"months": 5, "months": 6}}""", "run.months", "a second time")]
    [InlineData("""{"run": {}, "run": {}}""", "run", "a second time")]
    [InlineData("""{"": 5}""", "", "unknown key")]
    public void IsRefused(string text, string path, string found)
    {
        Problem problem = ScenarioFolder.Only(_folder.Try(text));
        Assert.Equal(path, problem.Path);
        Assert.Contains(found, problem.Found);
        Assert.Equal(1, problem.Line);
        Assert.True(problem.Column > 1);
        Assert.EndsWith("tried.json", problem.File);
        Assert.NotEqual("", problem.Allowed);
    }

    [Theory]
    [InlineData("run.months=NaN", "run.months", "no finite number")]
    [InlineData("channels.hub=Infinity", "channels.hub", "no finite number")]
    [InlineData("channels.hub=1,5", "channels.hub", "1,5")]
    [InlineData("channels.hub=", "channels.hub", "nothing")]
    [InlineData("channels.hub", "channels.hub", "without \"=\"")]
    [InlineData("=5", "", "without a path")]
    [InlineData("channels=1", "channels", "1")]
    [InlineData("extends=other.json", "extends", "on the command line")]
    [InlineData("run.start=soon", "run.start", "soon")]
    public void IsRefusedOnTheCommandLine(string set, string path, string found)
    {
        Problem problem = ScenarioFolder.Only(_folder.Try("{}", set));
        Assert.Equal(("--set", path), (problem.File, problem.Path));
        Assert.Contains(found, problem.Found);
        Assert.Null(problem.Line);
    }

    [Fact]
    public void AMistypedSwitchIsUnderstood() =>
        Assert.Equal("false", ScenarioFolder.Only(_folder.Try("{}", "run.counterfactual=flase")).Suggestion);

    [Fact]
    public void AllProblemsOfAllFilesAreReportedAtOnce()
    {
        _folder.Write("parent.json", """{"channels": {"hub": 7, "cluod": 1}}""");
        _folder.Write("child.json", "{\n \"extends\": \"parent.json\",\n \"naem\": 1,\n \"run\": {\"months\": -1},\n \"shocks\": {\"x\": {\"month\": 3}}\n}");

        ScenarioReading reading = _folder.Read("child.json", "channels.talent=2");

        Assert.Null(reading.Scenario);
        Assert.Equal(
            ["channels.hub", "channels.cluod", "naem", "run.months", "channels.talent", "shocks.x"], reading.Problems.Select(p => p.Path));
        Assert.Equal([1, 1, 3, 4, null, 5], reading.Problems.Select(p => p.Line));
        Assert.Equal(10, reading.Problems.Single(p => p.Path == "shocks.x").Column - 3);
    }

    [Fact]
    public void ColumnsCountCharactersNotBytes()
    {
        Problem problem = ScenarioFolder.Only(_folder.Try("""{"question": "où?", "run": {"months": -3}}"""));
        Assert.Equal("""{"question": "où?", "run": {"months": """.Length + 1, problem.Column);
    }

    /// <summary>Each parameter takes its bounds and refuses what lies just beyond them.</summary>
    [Fact]
    public void EveryParameterKeepsItsRange()
    {
        foreach (ParameterDeclaration parameter in Catalogue.All.Where(p => p.Kind is ParameterKind.Number or ParameterKind.Integer))
        {
            foreach (double bound in new[] { parameter.Min, parameter.Max })
            {
                bool whole = parameter.Kind == ParameterKind.Integer;
                double outward = bound == parameter.Max ? 1 : -1;
                double beyond = whole ? bound + outward : outward > 0 ? Math.BitIncrement(bound) : Math.BitDecrement(bound);
                ScenarioReading at = _folder.Try("{}", parameter.Path + "=" + bound.ToString("R", CultureInfo.InvariantCulture));
                Assert.DoesNotContain(at.Problems, p => p.Path == parameter.Path);
                ScenarioReading past = _folder.Try("{}", parameter.Path + "=" + beyond.ToString("R", CultureInfo.InvariantCulture));
                Assert.Contains(past.Problems, p => p.Path == parameter.Path);
            }
        }
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("a\\b")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("con")]
    [InlineData("LPT1.txt")]
    [InlineData("-x")]
    [InlineData(".hidden")]
    [InlineData("ends.")]
    [InlineData("a\u0007b")]
    [InlineData("a:b")]
    public void NamesThatAreNoFolderAreRefused(string name)
    {
        Problem problem = ScenarioFolder.Only(_folder.Try($$"""{"name": {{System.Text.Json.JsonSerializer.Serialize(name)}}}"""));
        Assert.Equal(("name", 1), (problem.Path, problem.Line));
        Assert.Equal("name", ScenarioFolder.Only(_folder.Try("{}", "name=" + name)).Path);
    }
}
