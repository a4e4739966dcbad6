using EcoSim.Experiments.Scenarios;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Scenarios;

/// <summary>The files that decide what a scenario says are found, right or wrong, there or not.</summary>
public sealed class SourceFilesTests
{
    [Fact]
    public void Scenario_parents_and_series()
    {
        using var root = new TemporaryFolder();
        string parent = root.Write("parent.json", """{"series": {"channels.cloud": "cloud.csv"} }""");
        string file = root.Write("one.json", """{"extends": "parent", "series": {"channels.hub": "missing.csv"} }""");
        string series = root.Write("cloud.csv", "date,value\n2005-01,1\n");
        Assert.Equal([file, root["missing.csv"], parent, series], SourceFiles.Of(file).Order(Comparer<string>.Create((a, b) => Rank(a).CompareTo(Rank(b)))));

        int Rank(string path) => Array.IndexOf([file, root["missing.csv"], parent, series], path);
    }

    [Fact]
    public void A_missing_parent_is_looked_for_where_it_would_be()
    {
        using var root = new TemporaryFolder();
        string file = root.Write("one.json", """{"extends": "gone.json"}""");
        Assert.Equal([file, root["gone.json"]], SourceFiles.Of(file));
    }

    [Fact]
    public void A_broken_file_is_still_a_source()
    {
        using var root = new TemporaryFolder();
        string file = root.Write("one.json", "{ \"extends\": ");
        Assert.Equal([file], SourceFiles.Of(file));
        Assert.Equal([root["none.json"]], SourceFiles.Of(root["none.json"]));
        Assert.Equal([], SourceFiles.Of(""));
    }
}
