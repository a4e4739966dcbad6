using EcoSim.Cli;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Reading;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Sweeps;

/// <summary>Every experiment in the folder <c>scenarios/sweeps</c> is valid, states its question and runs.</summary>
public sealed class ShippedExperimentTests
{
    public static TheoryData<string> All => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "scenarios", "sweeps");

    [Theory]
    [MemberData(nameof(All))]
    public void It_states_its_question_and_is_part_of_the_program(string name)
    {
        ExperimentReading reading = ExperimentReader.Read(Path.Combine(Folder, name + ".json"), [], new ExperimentUse(true));
        Experiment experiment = reading.Experiment ?? throw new InvalidOperationException(ProblemText.Write(reading.Problems));
        Assert.Equal(name, experiment.Name);
        Assert.EndsWith("?", experiment.Scenario.Question);
        Assert.Contains(name, ShippedScenarios.Experiments);
        Assert.NotNull(ExperimentReader.Read(name, [], new ExperimentUse(true)).Experiment);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_runs_small_with_the_laws_checked(string name)
    {
        using var root = new TemporaryFolder();
        CommandLineRun run = CommandLineRun.Of(
            "sweep", name, "--set", "population.workers=1500", "--months", "12", "--set", "run.warmupMonths=6", "--replicates", "1",
            "--check", "--no-plots", "--quiet", "--shard", "1/9", "--out", root["out"]);
        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
    }

    [Fact]
    public void There_are_three_at_least() => Assert.True(ShippedScenarios.Experiments.Count >= 3);
}
