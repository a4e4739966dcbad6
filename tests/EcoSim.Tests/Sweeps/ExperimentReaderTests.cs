using EcoSim.Cli;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Experiments.Sweeps.Reading;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Scenarios;

namespace EcoSim.Tests.Sweeps;

/// <summary>Experiments say what is wrong with them as scenarios do: all at once, with place, path, remedy and nearest name.</summary>
public sealed class ExperimentReaderTests : IDisposable
{
    private const string Frame = """{ "name": "e", "run": { "months": 12 }, "design": "grid", "parameters": { "channels.talent": [0, 1] }""";

    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_problems_come_at_once()
    {
        ExperimentReading reading = Read(
            """
            { "paramters": {}, "replicates": 0, "points": 1.5, "design": "gird",
              "parameters": { "channels.tallent": [0, 2], "channels.cloud": { "from": 0, "to": 3, "steps": 1 }, "run.seed": [1, 2],
                "channels.hub": { "distribution": "normall" }, "channels.signal": { "from": 0 }, "channels.spillover": 5, "anchor.present": [true, true] },
              "outcomes": ["ecosystem_valu"], "sensitivity": { "trajectory": 4 }, "population": { "workers": 10 } }
            """);
        Assert.Null(reading.Experiment);
        string[] paths = [.. reading.Problems.Select(problem => problem.Path)];
        string[] expected =
        [
            "paramters", "replicates", "points", "design", "parameters.channels.tallent", "parameters.channels.cloud.to", "parameters.channels.cloud.steps",
            "parameters.run.seed", "parameters.channels.hub.distribution", "parameters.channels.signal", "parameters.channels.spillover",
            "parameters.anchor.present", "outcomes", "sensitivity.trajectory", "population.workers",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), paths.Order(StringComparer.Ordinal));
        Assert.All(reading.Problems, problem => Assert.True(problem.Line > 0 && problem.Allowed.Length > 0));
        string[] meant = ["parameters", "grid", "channels.talent", "normal", "ecosystem_value", "trajectories"];
        Assert.Equal(meant.Order(StringComparer.Ordinal), reading.Problems.Select(problem => problem.Suggestion).OfType<string>().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "design": "sobol", "parameters": { "channels.talent": { "distribution": "uniform" } } }""", "design", "--points N")]
    [InlineData("""{ "design": "grid", "points": 3, "parameters": { "channels.talent": [0, 1] } }""", "design", "change the levels")]
    [InlineData("""{ "design": "grid", "parameters": { "channels.talent": { "distribution": "uniform" } } }""", "parameters.channels.talent", "steps")]
    [InlineData("""{ "design": "grid" }""", "parameters", "at least one")]
    [InlineData("""{ "design": { "csv": "nowhere.csv" } }""", "design.csv", "relative to this file")]
    [InlineData("""{ "parameters": { "channels.talent": [0, 1] } }""", "design", "latin-hypercube")]
    [InlineData("""{ "design": "grid", "parameters": { "channels.talent": [0, 1] }, "outcomes": ["rent:mean:0-900"] }""", "outcomes", "run.months")]
    [InlineData("""{ "design": "grid", "parameters": { "talent": { "list": 3 } } }""", "parameters.talent.list", "path of a parameter")]
    [InlineData("""{ "design": "grid", "parameters": { "anchor.researchIntensity": { "distribution": "loguniform", "steps": 3 } } }""", "parameters.anchor.researchIntensity", "above 0")]
    [InlineData("""{ "design": "grid", "parameters": { "channels.talent": { "distribution": "normal", "steps": 3 } } }""", "parameters.channels.talent", "sd")]
    public void Each_mistake_names_its_remedy(string text, string path, string remedy)
    {
        Problem problem = Assert.Single(Read(text).Problems);
        Assert.Equal(path, problem.Path);
        Assert.Contains(remedy, problem.Allowed);
    }

    [Theory]
    [InlineData("""{ "shocks.cut.set.compute.listPriceFactor": [0.5, 1] }""", "part of a shock")]
    [InlineData("""{ "shocks": { "cut": { "set": { "compute.listPriceFactor": [0.5, 1] } } } }""", "part of a shock")]
    [InlineData("""{ "shocks": { "cut": { "set": { "compute.listPriceFactor": { "from": 0.5, "to": 1, "steps": 3 } } } } }""", "part of a shock")]
    [InlineData("""{ "series.anchor.targetHeadcount": [1, 2] }""", "part of a series")]
    public void What_is_dated_does_not_vary_and_the_way_round_is_told(string parameters, string said)
    {
        Problem problem = Assert.Single(Read($$"""{ "extends": "price-cut.json", "design": "grid", "parameters": {{parameters}} }""").Problems);
        Assert.Contains(said, problem.Found);
        Assert.Contains("a scenario for each of its values, and pair them: ecosim compare", problem.Allowed);
        Assert.Null(problem.Suggestion);
    }

    [Fact]
    public void What_was_typed_is_never_suggested()
    {
        Assert.Null(Assert.Single(Read("""{ "design": "grid", "parameters": { "extends": [1, 2] } }""").Problems).Suggestion);
        _folder.Write("points.csv", "shocks.cut.month\n3\n");
        Problem column = Assert.Single(Read("""{ "design": { "csv": "points.csv" } }""").Problems);
        Assert.Contains("part of a shock", column.Found);
        Assert.Null(column.Suggestion);
    }

    [Fact]
    public void It_extends_scenarios_and_experiments_and_the_last_word_wins()
    {
        _folder.Write("region.json", """{ "population": { "workers": 5000 } }""");
        _folder.Write("parent.json", """{ "extends": "region.json", "design": "grid", "replicates": 4, "parameters": { "channels": { "talent": [0, 1] }, "channels.cloud": [0, 1], "channels.hub": [0, 1] } }""");
        ExperimentReading reading = Read("""{ "extends": "parent.json", "design": "one-at-a-time", "parameters": { "channels.talent": { "from": 0, "to": 1, "steps": 5 }, "channels.hub": null } }""");
        Experiment experiment = Valid(reading);
        Assert.Equal((DesignKind.OneAtATime, 4, 5000), (experiment.Design, experiment.Replicates, experiment.Scenario.Plan.Parameters.Population.Workers));
        Assert.Equal(["channels.talent", "channels.cloud"], experiment.Variations.Select(variation => variation.Parameter.Path));
        Assert.False(experiment.Scenario.Plan.Parameters.Run.Counterfactual);

        // The scenario itself, four other levels of talent, one other of cloud.
        Assert.Equal(6, DesignTable.Of(experiment, 0).Rows.Count);
        Assert.Equal(7, ExperimentReader.Read(_folder.PathOf("tried.json"), ["run.replicates=7"], new ExperimentUse(true)).Experiment!.Replicates);
    }

    [Fact]
    public void Points_made_elsewhere_are_read_and_checked()
    {
        _folder.Write("points.csv", "point,channels.talent,anchor.present\n0,0.5,true\n1,1,false\n");
        Experiment experiment = Valid(Read("""{ "design": { "csv": "points.csv" } }"""));
        Assert.Equal([[0.5, 1], [1, 0]], DesignTable.Of(experiment, 0).Rows);

        _folder.Write("points.csv", "channels.tallent,channels.cloud\n0.5,2\n1\n");
        ExperimentReading reading = Read("""{ "design": { "csv": "points.csv" } }""");
        Assert.Equal(3, reading.Problems.Count);
        Assert.Contains(reading.Problems, problem => problem.Suggestion == "channels.talent");
        Assert.Contains(reading.Problems, problem => problem is { Line: 2, Path: "channels.cloud" });
    }

    [Fact]
    public void A_parameter_that_follows_a_series_cannot_vary()
    {
        _folder.Write("price.csv", "date,value\n2005-01,1\n");
        Problem problem = Assert.Single(Read(
            """{ "design": "grid", "parameters": { "compute.listPrice": [1, 2] }, "series": { "compute.listPrice": "price.csv" } }""".Replace("compute.listPrice", Driven)).Problems);
        Assert.Contains("follows a series", problem.Found);
    }

    [Fact]
    public void The_command_line_is_refused_as_a_file_is()
    {
        string file = _folder.Write("tried.json", Frame + "}");
        foreach (string[] wrong in new[] { new[] { "--points", "0" }, ["--budget", "soon"], ["--shard", "4/3"], ["--budget", "1m", "--points", "5"] })
        {
            CommandLineRun run = CommandLineRun.Of(["sweep", file, .. wrong]);
            Assert.Equal(ExitStatus.Invalid, run.Status);
            Assert.Contains(wrong[0], run.Error);
        }

        CommandLineRun missing = CommandLineRun.Of("sweep", "frist-try");
        Assert.Equal(ExitStatus.Invalid, missing.Status);
        Assert.Contains("did you mean \"first-try\"", missing.Error);
    }

    private const string Driven = "anchor.targetHeadcount";

    private ExperimentReading Read(string text) => ExperimentReader.Read(_folder.Write("tried.json", text), [], new ExperimentUse(true));

    private static Experiment Valid(ExperimentReading reading)
    {
        Assert.True(reading.Experiment is not null, ProblemText.Write(reading.Problems));
        return reading.Experiment;
    }
}
