using EcoSim.Cli;
using EcoSim.Experiments.Ensembles;
using EcoSim.Model;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Sweeps;

/// <summary>What is damaged in the log of runs is simulated again, and nothing else.</summary>
public sealed class RunLogTests
{
    [Fact]
    public void A_line_that_was_cut_off_is_no_run()
    {
        using var root = new TemporaryFolder();
        SweepFiles.Sweep(root, SweepFiles.Grid, SweepFiles.Simulate);
        string log = Log(root);
        string runs = SweepFiles.Text(root, "runs.csv");
        for (int bytes = 2; bytes < 400; bytes += 37)
        {
            byte[] whole = File.ReadAllBytes(log);
            File.WriteAllBytes(log, whole[..^bytes]);
            (int again, string error) = Again(root);
            Assert.Equal((1, ""), (again, error));
            Assert.Equal(runs, SweepFiles.Text(root, "runs.csv"));
            File.Delete(Directory.GetFiles(Path.GetDirectoryName(log)!).Single(path => path != log));
            File.WriteAllBytes(log, whole);
        }
    }

    [Fact]
    public void A_damaged_line_is_said_and_simulated_again()
    {
        using var root = new TemporaryFolder();
        SweepFiles.Sweep(root, SweepFiles.Grid, SweepFiles.Simulate);
        string[] lines = File.ReadAllLines(Log(root));
        lines[5] = lines[5].Replace(lines[5][100..110], "0000000000");
        File.WriteAllLines(Log(root), lines);
        (int again, string error) = Again(root);
        Assert.Equal(1, again);
        Assert.Contains("damaged in 1 line", error);
    }

    [Fact]
    public void A_log_without_header_or_of_other_bytes_is_no_log()
    {
        using var root = new TemporaryFolder();
        SweepFiles.Sweep(root, SweepFiles.Grid, SweepFiles.Simulate);
        File.WriteAllLines(Log(root), File.ReadAllLines(Log(root)).Skip(1));
        Assert.Equal(27, Again(root).Runs);
        foreach (string path in Directory.GetFiles(Path.GetDirectoryName(Log(root))!))
        {
            File.WriteAllBytes(path, [0xFF, 0x00, 0x0A, 0x2C, 0xC3]);
        }

        Assert.Equal(27, Again(root).Runs);
    }

    private static string Log(TemporaryFolder root) =>
        Directory.GetFiles(Path.Combine(root["out"], ".store"), "*.runs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).MaxBy(path => new FileInfo(path).Length)!;

    private static (int Runs, string Error) Again(TemporaryFolder root)
    {
        int runs = 0;
        Simulate counting = (plan, replicate, options, month, cancel) =>
        {
            runs++;
            return SweepFiles.Simulate(plan, replicate, options, month, cancel);
        };
        (ExitStatus status, _, string error) = SweepFiles.Sweep(root, SweepFiles.Grid, counting);
        Assert.Equal(ExitStatus.Done, status);
        return (runs, error);
    }
}
