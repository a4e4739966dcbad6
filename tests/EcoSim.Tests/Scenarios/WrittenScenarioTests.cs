using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Declaration;
using EcoSim.Model;
using Xunit;

namespace EcoSim.Tests.Scenarios;

/// <summary>A resolved scenario reads back to the same plan, and writes the same text again.</summary>
public sealed class WrittenScenarioTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private void MustReadBack(Scenario scenario)
    {
        string written = ScenarioWriter.Write(scenario);
        Scenario again = ScenarioFolder.Valid(_folder.Try(written));

        Assert.Equal((scenario.Name, scenario.Question), (again.Name, again.Question));
        Assert.All(Catalogue.All, p => Assert.Equal(p.Get(scenario.Plan.Parameters), p.Get(again.Plan.Parameters)));
        Assert.Equal(scenario.Overrides, again.Overrides);
        Assert.Equal(scenario.Plan.Shocks.Select(s => (s.Name, s.Month, s.Until)), again.Plan.Shocks.Select(s => (s.Name, s.Month, s.Until)));
        Assert.Equal(scenario.Plan.Shocks.SelectMany(s => s.Settings), again.Plan.Shocks.SelectMany(s => s.Settings));
        Assert.Equal(scenario.Plan.Series.Select(s => s.Path), again.Plan.Series.Select(s => s.Path));
        Assert.Equal(scenario.Plan.Series.SelectMany(s => s.Monthly), again.Plan.Series.SelectMany(s => s.Monthly));
        Assert.Equal(scenario.SeriesSources, again.SeriesSources);
        Assert.Equal(written, ScenarioWriter.Write(again));
    }

    [Fact]
    public void ShippedScenariosReadBack()
    {
        Assert.NotEmpty(ShippedScenarios.Names);
        foreach (string name in ShippedScenarios.Names)
        {
            MustReadBack(ScenarioFolder.Valid(ScenarioReader.Read(name, [])));
        }
    }

    [Fact]
    public void ShocksSeriesAndOddNumbersReadBack()
    {
        _folder.Write("hub.csv", "date,value\n2005-02,0.1\n2006-03,0.7\n");
        MustReadBack(ScenarioFolder.Valid(_folder.Try(
            """
            {
              "name": "Größe 1", "question": "Is \"é\" < ö?",
              "run": {"seed": 9007199254740991, "start": "2005-01"},
              "channels": {"talent": 0.1, "capital": 4.9e-324, "hub": 0.3333333333333333},
              "shocks": {"z": {"date": "2006-01", "until": "2007-01", "set": {"channels.cloud": 1e-7}}, "a": {"month": 3, "set": {"channels.cloud": 0, "channels.hub": 1}}},
              "series": {"channels.hub": "hub.csv", "channels.signal": {"monthly": "0.1 0.2 0.30000000000000004"}}
            }
            """)));
    }

    /// <summary>Every parameter that can change without changing the memory needed, at a value other than its default.</summary>
    [Fact]
    public void EveryParameterIsWritten()
    {
        foreach (ParameterDeclaration parameter in Catalogue.All.Where(p => !p.Path.StartsWith("run.", StringComparison.Ordinal)))
        {
            double other = parameter.Default == parameter.Min ? parameter.Max : parameter.Min;
            Scenario start = ScenarioFolder.Valid(_folder.Try("{}"));
            var parameters = new Parameters();
            parameter.Set(parameters, other);
            string written = ScenarioWriter.Write(start with { Plan = new Plan(parameters) });
            ScenarioReading reading = _folder.Try(written);
            if (reading.Scenario is { } scenario)
            {
                Assert.Equal(other, parameter.Get(scenario.Plan.Parameters));
            }
            else
            {
                Assert.Contains("of memory", ScenarioFolder.Only(reading).Found);
            }
        }
    }
}
