using System.Text;
using EcoSim.Experiments.Scenarios;
using Xunit;

namespace EcoSim.Tests.Scenarios;

/// <summary>A folder of scenario files that lives as long as a test.</summary>
public sealed class ScenarioFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecosim-scenarios-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>Reads a file that was written before.</summary>
    public ScenarioReading Read(string name, params string[] sets) => ScenarioReader.Read(PathOf(name), sets);

    /// <summary>Writes a scenario and reads it.</summary>
    public ScenarioReading Try(string text, params string[] sets)
    {
        Write("tried.json", text);
        return Read("tried.json", sets);
    }

    /// <summary>Reads a scenario that must be valid.</summary>
    public static Scenario Valid(ScenarioReading reading)
    {
        Assert.True(reading.Scenario is not null, ProblemText.Write(reading.Problems));
        Assert.Empty(reading.Problems);
        return reading.Scenario;
    }

    /// <summary>The only problem of a scenario that must have exactly one.</summary>
    public static Problem Only(ScenarioReading reading)
    {
        Assert.Null(reading.Scenario);
        Assert.True(reading.Problems.Count == 1, ProblemText.Write(reading.Problems));
        return reading.Problems[0];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
