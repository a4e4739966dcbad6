using EcoSim.Cli;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Scenarios;

/// <summary>Every scenario in the folder <c>scenarios</c> runs, at a small size, and keeps the conservation laws every month.</summary>
public sealed class ShippedScenarioTests
{
    private const int FewestMonths = 36;
    private const string SmallRegion = "population.workers=5000";

    public static TheoryData<string> All => [.. Directory.EnumerateFiles(Folder, "*.json")
        .Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => name != "scenario.schema").Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "scenarios");

    [Theory]
    [MemberData(nameof(All))]
    public void It_runs_with_the_laws_checked(string name)
    {
        using var root = new TemporaryFolder();
        string file = Path.Combine(Folder, name + ".json");
        CommandLineRun run = CommandLineRun.Of(
            "run", file, "--set", SmallRegion, "--set", "run.warmupMonths=24", "--months", $"{Months(file)}", "--replicates", "1",
            "--check", "--no-plots", "--quiet", "--out", root["out"]);

        // A headcount given for a whole city cannot fit into a few thousand workers, and the program says so.
        bool tooSmall = name == "hangzhou";
        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal(tooSmall, run.Error.StartsWith($"{name}: anchor.targetHeadcount by its series asks for up to ", StringComparison.Ordinal));
        Assert.Equal(tooSmall ? 1 : 0, run.Error.Count(sign => sign == '\n'));
        Assert.Contains("ecosystem_value", run.Output);
        string series = File.ReadAllText(Path.Combine(root["out"], name, SeriesCsv.Name));
        Assert.DoesNotContain("Infinity", series);
        Assert.DoesNotContain("∞", series);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_states_its_question_and_is_part_of_the_program(string name)
    {
        Scenario onDisk = ScenarioFolder.Valid(ScenarioReader.Read(Path.Combine(Folder, name + ".json"), []));
        Assert.Equal(name, onDisk.Name);
        Assert.EndsWith("?", onDisk.Question);
        Assert.Contains(name, ShippedScenarios.Names);
    }

    /// <summary>Long enough that every dated change of the scenario takes place and shows.</summary>
    private static int Months(string file)
    {
        Plan plan = ScenarioFolder.Valid(ScenarioReader.Read(file, [])).Plan;
        int lastChange = plan.Shocks.Select(shock => Math.Max(shock.Month, shock.Until ?? 0)).DefaultIfEmpty(0).Max();
        return Math.Min(plan.Parameters.Run.Months, Math.Max(FewestMonths, lastChange + 12));
    }
}
