using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using Xunit;

namespace EcoSim.Tests.Scenarios;

/// <summary>Parameters that follow a file.</summary>
public sealed class SeriesTests : IDisposable
{
    private const string Driven = """{"run": {"start": "2010-01", "months": 8}, "series": {"channels.hub": "data/hub.csv"}}""";

    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ScenarioReading Try(string csv, params string[] sets)
    {
        _folder.Write("data/hub.csv", csv);
        return _folder.Try(Driven, sets);
    }

    [Fact]
    public void StraightLinesBetweenDatesAndConstantBefore()
    {
        Scenario scenario = ScenarioFolder.Valid(Try("\uFEFF# source: none\r\nnote,date,value\r\n\"a, \"\"b\"\"\",2010-03-31,0.25\r\n\r\n,2010-07,0.75\r\n"));
        DrivenSeries series = Assert.Single(scenario.Plan.Series);
        Assert.Equal("channels.hub", series.Path);
        Assert.Equal([0.25, 0.25, 0.25, 0.375, 0.5, 0.625, 0.75], series.Monthly);
        Assert.Equal("data/hub.csv", scenario.SeriesSources["channels.hub"]);
        Assert.EndsWith("hub.csv", scenario.SourceFiles[^1]);
    }

    [Fact]
    public void PointsBeforeAndAfterTheRunCount()
    {
        double[] monthly = SeriesReader.Interpolate([(-10, 0), (10, 20), (12, 20), (30, 2)], start: 0, whole: false);
        Assert.Equal(10, monthly[0]);
        Assert.Equal(20, monthly[11]);
        Assert.Equal(18, monthly[14]);
    }

    [Fact]
    public void WholeNumbersStayWhole() =>
        Assert.Equal([0, 1, 2, 3, 4], SeriesReader.Interpolate([(0, 0), (3, 3.4), (4, 4)], 0, whole: true).Select(v => (int)v));

    [Theory]
    [InlineData("", null, "empty file")]
    [InlineData("# only this\n", null, "empty file")]
    [InlineData("date,value\n", null, "without values")]
    [InlineData("day,value\n2010-01,1\n", 1, "header")]
    [InlineData("date,value\n2010-01-32,1\n", 2, "2010-01-32")]
    [InlineData("date,value\n2010-01\n", 2, "1 field")]
    [InlineData("date,value\n2010-01,\n", 2, "nothing")]
    [InlineData("date,value\n2010-01,many\n", 2, "many")]
    [InlineData("date,value\n2010-01,NaN\n", 2, "NaN")]
    [InlineData("date,value\n2010-01,1.5\n", 2, "too large")]
    [InlineData("date,value\n2010-02,1\n2010-01,1\n", 3, "behind")]
    [InlineData("date,value\n2010-01-05,1\n2010-01-25,1\n", 3, "second value")]
    [InlineData("date,value\n2010-01,\0\n", null, "no text")]
    public void BadFilesAreRefused(string csv, int? line, string found)
    {
        Problem problem = ScenarioFolder.Only(Try(csv));
        Assert.EndsWith("hub.csv", problem.File);
        Assert.Equal(line, problem.Line);
        Assert.Equal("series.channels.hub", problem.Path);
        Assert.Contains(found, problem.Found);
    }

    [Theory]
    [InlineData("""{"series": {"channels.hub": "none.csv"}}""", "series.channels.hub", "no file")]
    [InlineData("""{"series": {"channels.hub": ""}}""", "series.channels.hub", "the text \"\"")]
    [InlineData("""{"series": {"channels.hub": "."}}""", "series.channels.hub", "the folder")]
    [InlineData("""{"series": {"channels.hub": 5}}""", "series.channels.hub", "5")]
    [InlineData("""{"series": {"channels.hub": {"monthly": "0.5 2"}}}""", "series.channels.hub.monthly", "month 1")]
    [InlineData("""{"series": {"channels.hub": {"monthly": " "}}}""", "series.channels.hub.monthly", "no value")]
    [InlineData("""{"series": {"channels.hub": {"monthly": 0.5}}}""", "series.channels.hub.monthly", "0.5")]
    [InlineData("""{"series": {"channels.hub": {"yearly": "0.5"}}}""", "series.channels.hub.yearly", "unknown")]
    [InlineData("""{"series": {"run.months": "x.csv"}}""", "series.run.months", "shapes the start")]
    [InlineData("""{"series": {"channels.hubs": "x.csv"}}""", "series.channels.hubs", "unknown")]
    public void BadEntriesAreRefused(string text, string path, string found)
    {
        Problem problem = ScenarioFolder.Only(_folder.Try(text));
        Assert.Equal((path, 1), (problem.Path, problem.Line));
        Assert.Contains(found, problem.Found);
    }

    [Fact]
    public void ALaterValueHoldsADrivenParameterStill()
    {
        Scenario held = ScenarioFolder.Valid(Try("date,value\n2010-01,0.5\n", "channels.hub=0.25"));
        Assert.Empty(held.Plan.Series);
        Assert.Equal(0.25, held.Plan.Parameters.Channels.Hub);

        _folder.Write("child.json", """{"extends": "tried.json", "series": {"channels": {"hub": {"monthly": "1 0"}}}}""");
        Assert.Equal([1, 0], ScenarioFolder.Valid(_folder.Read("child.json")).Plan.Series[0].Monthly);
    }

    [Fact]
    public void AnUnusedSeriesOfAParentNeedNotExist()
    {
        _folder.Write("parent.json", """{"series": {"channels.hub": "gone.csv"}}""");
        Assert.Empty(ScenarioFolder.Valid(_folder.Try("""{"extends": "parent.json", "channels": {"hub": 0.5}}""")).Plan.Series);
    }
}
