using EcoSim.Cli;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Comparison;

/// <summary>Results folders, whole and damaged, as sides of a comparison.</summary>
public sealed class WorldFolderTests
{
    private static readonly string[] Small = ["--set", "population.workers=2000", "--no-plots", "--quiet"];

    [Fact]
    public void Two_finished_runs_are_compared_as_their_scenarios_would_be()
    {
        using var root = new TemporaryFolder();
        string less = root.Write("less.json", """{"extends": "tiny.json", "name": "less", "channels": {"talent": 0}}""");
        string tiny = CommandLineRun.TinyScenario(root);
        Assert.Equal(ExitStatus.Done, CommandLineRun.Of(["run", tiny, less, .. Small, "--out", root["out"]]).Status);
        CommandLineRun folders = CommandLineRun.Of(
            "compare", Path.Combine(root["out"], "tiny"), Path.Combine(root["out"], "less"), "--no-plots", "--quiet", "--out", root["folders"]);
        CommandLineRun scenarios = CommandLineRun.Of(["compare", tiny, less, .. Small, "--out", root["scenarios"]]);
        Assert.Equal((ExitStatus.Done, ""), (folders.Status, folders.Error));
        Assert.Equal((ExitStatus.Done, ""), (scenarios.Status, scenarios.Error));
        foreach (string name in new[] { ComparisonCsv.EffectsName, ComparisonCsv.DifferenceName })
        {
            Assert.Equal(
                File.ReadAllText(Path.Combine(root["scenarios"], "compare-tiny-less", name)),
                File.ReadAllText(Path.Combine(root["folders"], "compare-tiny-less", name)));
        }
    }

    [Theory]
    [InlineData("series.csv", "missing")]
    [InlineData("series.csv", "cut")]
    [InlineData("series.csv", "letter")]
    [InlineData("scenario.resolved.json", "missing")]
    [InlineData("scenario.resolved.json", "letter")]
    [InlineData("manifest.json", "missing")]
    [InlineData("manifest.json", "cut")]
    public void A_damaged_file_is_named_and_nothing_is_written(string name, string damage)
    {
        using var root = new TemporaryFolder();
        Assert.Equal(ExitStatus.Done, CommandLineRun.Of(["run", CommandLineRun.TinyScenario(root), .. Small, "--out", root["out"]]).Status);
        string folder = Path.Combine(root["out"], "tiny");
        string file = Path.Combine(folder, name);
        Damage(file, damage);
        CommandLineRun run = CommandLineRun.Of("compare", folder, folder, "--no-plots", "--out", root["new"]);
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains(name, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(root["new"]));
    }

    [Fact]
    public void Another_build_of_the_model_is_refused()
    {
        using var root = new TemporaryFolder();
        Assert.Equal(ExitStatus.Done, CommandLineRun.Of(["run", CommandLineRun.TinyScenario(root), .. Small, "--out", root["out"]]).Status);
        string folder = Path.Combine(root["out"], "tiny");
        string copy = root["copy"];
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        string manifest = Path.Combine(copy, Manifest.FileName);
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(ProgramVersion.ModelBuild, Guid.Empty.ToString()));
        CommandLineRun run = CommandLineRun.Of("compare", folder, copy, "--no-plots", "--out", root["new"]);
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains("builds of the model", run.Error);
    }

    [Fact]
    public void Settings_do_not_change_a_finished_result()
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(root["some"]);
        CommandLineRun run = CommandLineRun.Of("compare", root["some"], root["some"], "--seed", "3");
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains("finished result", run.Error);
    }

    private static void Damage(string file, string how)
    {
        byte[] content = File.ReadAllBytes(file);
        switch (how)
        {
            case "missing":
                File.Delete(file);
                break;
            case "cut":
                File.WriteAllBytes(file, content[..(content.Length / 2)]);
                break;
            default:
                // A letter in the middle of the file keeps its length.
                content[content.Length / 2] = (byte)'x';
                File.WriteAllBytes(file, content);
                break;
        }
    }
}
