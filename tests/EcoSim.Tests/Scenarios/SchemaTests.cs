using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Declaration;
using EcoSim.Tests.Golden;
using NJsonSchema;
using Newtonsoft.Json.Linq;
using Xunit;

namespace EcoSim.Tests.Scenarios;

/// <summary>The schema that editors use agrees with the reader and with the files of the repository.</summary>
public sealed class SchemaTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "scenarios");

    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static async Task<IReadOnlyList<string>> Faults(string scenario)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(ScenarioSchema.Write());
        JToken json = JToken.Parse(scenario, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore });
        return [.. schema.Validate(json).Select(e => e.ToString())];
    }

    [Fact]
    public void The_committed_schema_is_current() => GoldenFile.Matches("scenarios/scenario.schema.json", ScenarioSchema.Write());

    [Fact]
    public async Task Every_scenario_of_the_repository_agrees()
    {
        string[] files = [.. Directory.GetFiles(Folder, "*.json").Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal))];
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            IReadOnlyList<string> faults = await Faults(File.ReadAllText(file));
            Assert.True(faults.Count == 0, $"{Path.GetFileName(file)}: {string.Join("; ", faults)}");
        }
    }

    [Fact]
    public void Every_scenario_of_the_repository_is_shipped()
    {
        IEnumerable<string> files = Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => n != "scenario.schema");
        Assert.Equal(files.Order(StringComparer.Ordinal), ShippedScenarios.Names);
    }

    /// <summary>Each text is judged alike by the schema and by the reader.</summary>
    [Theory]
    [InlineData("""{"extends": "baseline.json", "name": "x", "question": "y?", "run": {"months": 12, "start": "2010-01", "counterfactual": false}}""", true)]
    [InlineData("""{"shocks": {"a": {"month": 1, "until": 5, "set": {"channels.hub": 0.5, "channels": {"cloud": 0}}}}}""", true)]
    [InlineData("""{"shocks": {"a": {"date": "2006-01", "until": "2006-05", "set": {"channels.hub": 0.5}}}}""", true)]
    [InlineData("""{"series": {"channels.hub": {"monthly": "0 1", "source": "x"}}}""", true)]
    [InlineData("""{"channels": {"hub": 2}}""", false)]
    [InlineData("""{"channels": {"hub": "0.5"}}""", false)]
    [InlineData("""{"channels": {"hubb": 0.5}}""", false)]
    [InlineData("""{"channels": 1}""", false)]
    [InlineData("""{"run": {"months": 1.5}}""", false)]
    [InlineData("""{"run": {"start": "2010-1"}}""", false)]
    [InlineData("""{"run": {"counterfactual": 1}}""", false)]
    [InlineData("""{"weather": {}}""", false)]
    [InlineData("""{"name": 1}""", false)]
    [InlineData("""{"shocks": {"a": {"month": -1, "set": {"channels.hub": 0.5}}}}""", false)]
    [InlineData("""{"shocks": {"a": {"month": 1, "set": {"run.months": 5}}}}""", false)]
    [InlineData("""{"shocks": {"a": {"month": 1, "until": "May", "set": {"channels.hub": 0.5}}}}""", false)]
    [InlineData("""{"shocks": {"a": {"month": 1, "set": {"channels.hub": 5}}}}""", false)]
    [InlineData("""{"series": {"run.months": "x.csv"}}""", false)]
    [InlineData("""{"series": {"channels.hub": {"yearly": "1"}}}""", false)]
    public async Task Schema_and_reader_agree(string scenario, bool valid)
    {
        Assert.Equal(valid, (await Faults(scenario)).Count == 0);
        Assert.Equal(valid, _folder.Try(scenario).Scenario is not null);
    }

    [Fact]
    public async Task A_resolved_scenario_agrees()
    {
        Scenario scenario = ScenarioFolder.Valid(_folder.Try(
            """{"shocks": {"a": {"month": 1, "set": {"channels.hub": 0}}}, "series": {"channels.cloud": {"monthly": "0 1"}}}"""));
        Assert.Empty(await Faults(ScenarioWriter.Write(scenario)));
    }

    [Fact]
    public void Every_parameter_is_described()
    {
        JToken definitions = JObject.Parse(ScenarioSchema.Write())["definitions"]!;
        Assert.All(Catalogue.All, p => Assert.StartsWith(p.Meaning, (string?)definitions[p.Path]!["description"]));
    }
}
