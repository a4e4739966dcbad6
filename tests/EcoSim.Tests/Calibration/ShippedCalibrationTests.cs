using EcoSim.Cli;
using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Scenarios;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Calibration;

/// <summary>Every calibration in the folder <c>scenarios/calibrations</c> is valid, states its question and runs.</summary>
public sealed class ShippedCalibrationTests
{
    public static TheoryData<string> All => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "scenarios", "calibrations");

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_part_of_the_program_and_holds_the_scenario_of_its_name(string name)
    {
        CalibrationReading reading = CalibrationReader.Read(Path.Combine(Folder, name + ".json"), [], null);
        CalibrationTask task = reading.Task ?? throw new InvalidOperationException(ProblemText.Write(reading.Problems));
        Assert.Equal(name, task.Name);
        Assert.EndsWith("?", task.Scenario.Question);
        Assert.InRange(task.Space.Size, 8, 12);
        Assert.True(task.Space.HoldsOwn);
        Assert.Contains(name, ShippedScenarios.Calibrated);
        Assert.NotNull(CalibrationReader.Read(name, [], null).Task);

        // The path of the scenario means its calibration, too.
        Assert.Equal(task.Space.Size, CalibrationReader.Read(Path.Combine(Repository.Root, "scenarios", name + ".json"), [], null).Task?.Space.Size ?? task.Space.Size);
    }

    [Fact]
    public void The_model_is_calibrated_small_with_the_laws_checked()
    {
        using var root = new TemporaryFolder();
        string targets = root.Write("figures.csv", "id,measure,value,low,high\nA,survival_share_age_1,79.6,75,98\nB,spin_out_share_of_new_firms,25,16.7,33.3\n");
        string file = root.Write("small.json",
            """
            { "extends": "baseline.json", "population": { "workers": 3000 }, "run": { "months": 36, "warmupMonths": 12 }, "replicates": 1,
              "parameters": { "spinOuts.founderSavings": { "distribution": "loguniform", "from": 0.1, "to": 1 } },
              "calibration": { "points": 8, "waves": 2, "wavePoints": 4, "confirm": 2, "steps": 1, "draws": 100 } }
            """);
        CommandLineRun run = CommandLineRun.Of("calibrate", file, "--targets", targets, "--check", "--no-plots", "--quiet", "--out", root["out"]);
        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
    }
}
