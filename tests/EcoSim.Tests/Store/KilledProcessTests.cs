using System.Diagnostics;
using EcoSim.Cli;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Results;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Store;

/// <summary>A real process, killed without warning and started again.</summary>
public sealed class KilledProcessTests
{
    private static readonly string[] Small =
        ["--set", "population.workers=4000", "--months", "36", "--replicates", "40", "--no-plots", "--quiet", "--ledger", "none", "--threads", "2"];

    [Fact]
    public void Killed_at_any_moment_it_loses_only_the_running_replicates_and_ends_with_the_same_bytes()
    {
        using var root = new TemporaryFolder();
        string scenario = CommandLineRun.TinyScenario(root);
        Assert.Equal(ExitStatus.Done, CommandLineRun.Of(["run", scenario, .. Small, "--out", root["whole"], "--store", OpenStore.Off]).Status);
        int kept = 0;
        foreach (int milliseconds in new[] { 350, 500, 420, 610 })
        {
            Kill(milliseconds, ["run", scenario, .. Small, "--out", root["out"]]);
            int now = Entries(root["out"]);
            Assert.True(now >= kept, $"{now} replicates are kept, {kept} were before.");
            kept = now;
        }

        CommandLineRun last = CommandLineRun.Of(["run", scenario, .. Small, "--out", root["out"]]);
        Assert.Equal((ExitStatus.Done, ""), (last.Status, last.Error));
        foreach (string name in new[] { SeriesCsv.Name, SummaryCsv.Name, FosteredCsv.Name })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(root["whole"], "tiny", name)), File.ReadAllBytes(Path.Combine(root["out"], "tiny", name)));
        }
    }

    private static int Entries(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.series", SearchOption.AllDirectories).Length : 0;

    private static void Kill(int milliseconds, string[] args)
    {
        string program = typeof(Program).Assembly.Location;
        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        if (!process.WaitForExit(milliseconds))
        {
            process.Kill();
            process.WaitForExit();
        }
    }
}
