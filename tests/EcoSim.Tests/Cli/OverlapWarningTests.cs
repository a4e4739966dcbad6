using EcoSim.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Cli;

/// <summary>Which of two dated changes wins where they meet is said on the terminal and on the page of every command that runs the scenario.</summary>
public sealed class OverlapWarningTests
{
    private const string Told = "wins over";

    private const string Overlapping = """
        "run": { "months": 6, "warmupMonths": 2, "replicates": 2 }, "population": { "workers": 1000 },
        "shocks": { "a": { "month": 1, "set": { "channels.hub": 0 } }, "b": { "month": 2, "set": { "channels.hub": 0.5 } } }
        """;

    [Theory]
    [InlineData("run")]
    [InlineData("validate")]
    [InlineData("validate", "--contested")]
    [InlineData("headline")]
    public void A_scenario_tells_it(string command, params string[] options)
    {
        using var root = new TemporaryFolder();
        string scenario = root.Write("meeting.json", $$"""{ "name": "meeting", {{Overlapping}} }""");
        Tells(root, [command, scenario, "--replicates", "2", .. options]);
    }

    [Fact]
    public void An_experiment_tells_it()
    {
        using var root = new TemporaryFolder();
        string experiment = root.Write("meeting.json", $$"""{ "name": "meeting", {{Overlapping}}, "parameters": { "channels.cloud": [0, 1] }, "design": "grid" }""");
        Tells(root, ["sweep", experiment]);
    }

    private static void Tells(TemporaryFolder root, string[] line)
    {
        CommandLineRun run = CommandLineRun.Of([.. line, "--store", "none", "--quiet", "--out", root["results"]]);
        Assert.True(run.Status == ExitStatus.Done, run.Error);
        Assert.Contains(Told, run.Error);
        string page = Assert.Single(Directory.GetFiles(root["results"], "report.html", SearchOption.AllDirectories));
        Assert.Contains(Told, File.ReadAllText(page));
    }
}
