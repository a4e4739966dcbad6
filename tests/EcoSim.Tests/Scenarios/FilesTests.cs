using EcoSim.Experiments.Scenarios;
using Xunit;

namespace EcoSim.Tests.Scenarios;

/// <summary>Files that are missing, circular or no scenario at all.</summary>
public sealed class FilesTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AMissingScenarioNamesTheNearestOnesAndWhereAllAreListed()
    {
        Problem problem = ScenarioFolder.Only(ScenarioReader.Read("basline", []));
        Assert.Equal("baseline", problem.Suggestion);
        Assert.Equal("a path to a scenario file, or the name of a shipped one; `ecosim describe scenarios` lists them", problem.Allowed);

        // Names with a word in common, those with the most of them first; "no" is too short to tell anything.
        Assert.Equal(["no-capital", "capital-winter"], NearestName.Related("no_capitals", ["baseline", "no-capital", "no-hub", "capital-winter"]));
        Assert.Equal(["capital-winter", "no-capital"], NearestName.Related("winter-capital", ["baseline", "no-capital", "capital-winter"]));
    }

    [Fact]
    public void EveryShippedScenarioIsValidAndAsksAQuestion()
    {
        foreach (string name in ShippedScenarios.Names)
        {
            Scenario scenario = ScenarioFolder.Valid(ScenarioReader.Read(name, []));
            Assert.Equal(name, scenario.Name);
            Assert.EndsWith("?", scenario.Question);
        }
    }

    [Fact]
    public void ACircleIsShown()
    {
        _folder.Write("a.json", """{"extends": "b.json"}""");
        _folder.Write("b.json", """{"extends": "./a.json"}""");
        Problem problem = ScenarioFolder.Only(_folder.Read("a.json"));
        Assert.Contains("circle", problem.Found);
        Assert.EndsWith("b.json", problem.File);
        Assert.Equal((1, 13), (problem.Line, problem.Column));

        Assert.Contains("circle", ScenarioFolder.Only(_folder.Try("""{"extends": "tried.json"}""")).Found);
    }

    [Fact]
    public void AnEndlessChainIsCut()
    {
        for (int i = 0; i < 40; i++)
        {
            _folder.Write($"s{i}.json", $$"""{"extends": "s{{i + 1}}.json"}""");
        }

        Assert.Contains("more than", ScenarioFolder.Only(_folder.Read("s0.json")).Found);
    }

    [Theory]
    [InlineData("basline", "baseline")]
    [InlineData("hangzou.json", "hangzhou.json")]
    [InlineData("my-parnt", "my-parent")]
    [InlineData("sub/otehr.json", "sub/other.json")]
    [InlineData("nowhere/basline", "baseline")]
    [InlineData("tride", null)]
    public void TheNearestParentIsSuggestedAsItWouldBeWritten(string typed, string? meant)
    {
        _folder.Write("my-parent.json", "{}");
        _folder.Write("sub/other.json", "{}");
        Assert.Equal(meant, ScenarioFolder.Only(_folder.Try($$"""{"extends": "{{typed}}"}""")).Suggestion);
    }

    [Theory]
    [InlineData("""{"design": "grid", "parameters": {"channels.talent": [0, 1]}, "outcomes": ["rent"], "replicates": 2}""", "an experiment", "ecosim sweep ")]
    [InlineData("""{"parameters": {"channels.talent": [0, 1]}, "naem": 3}""", "an experiment", "ecosim sweep ")]
    [InlineData("""{"parameters": {"channels.talent": {"distribution": "uniform"}}, "calibration": {"points": 8}}""", "a calibration", "ecosim calibrate ")]
    public void AFileForAnotherCommandIsSaidToBeOneOnce(string text, string kind, string command)
    {
        Problem problem = ScenarioFolder.Only(_folder.Try(text));
        Assert.StartsWith(kind, problem.Found);
        Assert.EndsWith(command + _folder.PathOf("tried.json"), problem.Allowed);
        _folder.Write("child.json", """{"extends": "tried.json"}""");
        Assert.EndsWith(command + _folder.PathOf("child.json"), ScenarioFolder.Only(_folder.Read("child.json")).Allowed);
    }

    [Fact]
    public void AMissingParentIsReportedWhereItIsNamed()
    {
        Problem problem = ScenarioFolder.Only(_folder.Try("{\n  \"extends\": \"baselin.json\"\n}"));
        Assert.Equal(("extends", 2, 14), (problem.Path, problem.Line, problem.Column));
        Assert.Equal("baseline.json", problem.Suggestion);
        Assert.Contains("an empty file name", ScenarioFolder.Only(_folder.Try("""{"extends": ""}""")).Found);
        Assert.Contains("the folder", ScenarioFolder.Only(_folder.Try("""{"extends": "."}""")).Found);
    }

    [Fact]
    public void AFolderIsNoScenario() => Assert.Contains("the folder", ScenarioFolder.Only(ScenarioReader.Read(_folder.PathOf(""), [])).Found);

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("no/such/file.json")]
    [InlineData("///")]
    [InlineData("a\nb")]
    public void ImpossiblePathsAreMissingFiles(string path) => Assert.Single(ScenarioReader.Read(path, []).Problems);

    [Fact]
    public void AnUnreadableFileIsReported()
    {
        string path = _folder.Write("locked.json", "{}");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        // The superuser reads everything; anyone else is refused, and neither may throw.
        ScenarioReading reading = _folder.Read("locked.json");
        Assert.Equal(reading.Scenario is null, reading.Problems.Count == 1);
    }

    [Fact]
    public void AnEndlessOrHugeFileIsRefused()
    {
        _folder.Write("huge.json", new byte[(16 << 20) + 1]);
        Assert.Contains("16 MB", ScenarioFolder.Only(_folder.Read("huge.json")).Found);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData(" \n\t ", 1, 1)]
    [InlineData("{\"run\": {\"months\": NaN}}", 1, 20)]
    [InlineData("{\"run\":\n {\"months\": 12\n", 3, 1)]
    [InlineData("{\"run\": {}} {}", 1, 13)]
    [InlineData("[1, 2]", 1, 1)]
    [InlineData("\"text\"", 1, 1)]
    [InlineData("null", 1, 1)]
    [InlineData("{'run': 1}", 1, 2)]
    [InlineData("{\"a\" 1}", 1, 6)]
    public void SyntaxErrorsHaveAPlace(string text, int line, int column)
    {
        Problem problem = ScenarioFolder.Only(_folder.Try(text));
        Assert.Equal("", problem.Path);
        Assert.EndsWith("tried.json", problem.File);
        if (!string.IsNullOrWhiteSpace(text))
        {
            Assert.Equal((line, column), (problem.Line, problem.Column));
        }

        Assert.DoesNotContain("LineNumber", problem.Found);
    }
}
