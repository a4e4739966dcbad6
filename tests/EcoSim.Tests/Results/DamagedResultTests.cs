using EcoSim.Cli;
using EcoSim.Experiments.Results;
using EcoSim.Tests.Cli;

namespace EcoSim.Tests.Results;

/// <summary>A folder of results that lost a file is named and left as it is, whoever writes to it.</summary>
public sealed class DamagedResultTests
{
    private static readonly string[] Small = ["--set", "population.workers=2000", "--no-plots", "--quiet"];

    [Theory]
    [InlineData("run", "tiny", "series.csv", "missing")]
    [InlineData("run", "tiny", "summary.csv", "cut")]
    [InlineData("run", "tiny", "ledger/organizations.csv", "missing")]
    [InlineData("run", "tiny", "manifest.json", "cut")]
    [InlineData("compare", "compare-tiny-tiny-2", "effects.csv", "cut")]
    [InlineData("compare", "compare-tiny-tiny-2", "manifest.json", "missing")]
    [InlineData("attribute", "attribute-tiny", "cells.csv", "cut")]
    public void Named_and_left_alone_unless_forced(string command, string folder, string name, string damage)
    {
        using var root = new TemporaryFolder();
        string scenario = CommandLineRun.TinyScenario(root);
        string[] line = [command, .. command == "compare" ? [scenario, scenario] : (string[])[scenario], .. Small, "--replicates", "1", "--months", "2", "--out", root["out"]];
        Assert.Equal(ExitStatus.Done, CommandLineRun.Of(line).Status);
        string file = Path.Combine(root["out"], folder, name);
        if (damage == "cut")
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^5]);
        }
        else
        {
            File.Delete(file);
        }

        Dictionary<string, byte[]> before = Content(Path.Combine(root["out"], folder));
        CommandLineRun again = CommandLineRun.Of(line);
        Assert.Equal(ExitStatus.Invalid, again.Status);
        Assert.Contains(Path.GetFileName(name), again.Error);
        Assert.Single(again.Error.TrimEnd().Split('\n'));
        Assert.Equal(before, Content(Path.Combine(root["out"], folder)));
        if (name != Manifest.FileName)
        {
            Assert.Equal(ExitStatus.Done, CommandLineRun.Of([.. line, "--force"]).Status);
            Assert.Equal((ExitStatus.Done, ""), (CommandLineRun.Of(line).Status, CommandLineRun.Of(line).Error));
        }
    }

    private static Dictionary<string, byte[]> Content(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllBytes);
}
