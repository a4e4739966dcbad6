using EcoSim.Cli;
using EcoSim.Experiments.Results;
using EcoSim.Model.Observation;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Sweeps;

/// <summary>The series of a sweep are those of its runs, in the same bytes however it was run.</summary>
public sealed class SweepSeriesTests
{
    private const int Months = 6, Runs = 27;

    [Fact]
    public void Every_run_has_its_months_and_numbers()
    {
        using var root = new TemporaryFolder();
        Assert.Equal(ExitStatus.Done, Sweep(root).Status);
        int runs = 0;
        SeriesParquet.ReadRuns(FileOf(root), ["point", "replicate"], Months, run =>
        {
            Assert.Equal([runs / 3, runs % 3], run.Keys);
            Assert.Equal(PlainRuns.Cell(runs % 3, Months - 2, 7), run.Series[Months - 2, 7]);
            runs++;
        });
        Assert.Equal(Runs, runs);
        CommandLineRun asked = CommandLineRun.Of(
            "query", Path.Combine(root["out"], "sweep-tiny"),
            "select count(*) as n from series join runs using (point, replicate) where month = 5 and abs(series.ecosystem_value - runs.ecosystem_value) < 1e-9", "--format", "csv");
        Assert.Equal(("", $"n\n{Runs}\n"), (asked.Error, asked.Output.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void Merged_parts_have_the_bytes_of_the_whole()
    {
        using TemporaryFolder root = new(), whole = new();
        foreach (int part in new[] { 3, 1, 2 })
        {
            Assert.Equal(ExitStatus.Done, SweepFiles.Sweep(root, SweepFiles.Grid, SweepFiles.Simulate, SweepFiles.Part(part, 3) with { Series = true }).Status);
        }

        string[] parts = [.. Enumerable.Range(1, 3).Select(part => Path.Combine(root["out"], $"sweep-tiny-shard-{part}-of-3"))];
        CommandLineRun merged = CommandLineRun.Of(["merge", .. parts, "--out", root["out"]]);
        Assert.Equal((ExitStatus.Done, ""), (merged.Status, merged.Error));
        Sweep(whole);
        Assert.Equal(File.ReadAllBytes(FileOf(whole)), File.ReadAllBytes(FileOf(root)));

        File.Delete(Path.Combine(parts[1], SeriesParquet.Name));
        Assert.Contains("is missing, though other parts have it", CommandLineRun.Of(["merge", .. parts, "--out", root["out"]]).Error);
        Assert.Equal(File.ReadAllBytes(FileOf(whole)), File.ReadAllBytes(FileOf(root)));
    }

    [Fact]
    public void Stopped_and_repeated_it_has_the_same_bytes_and_repeats_no_run()
    {
        using TemporaryFolder root = new(), whole = new();
        using var stop = new CancellationTokenSource();
        int runs = 0;
        Assert.Equal(ExitStatus.Interrupted, Sweep(root, () => { if (++runs == 10) { stop.Cancel(); } }, stop.Token).Status);
        Assert.Equal(ExitStatus.Done, Sweep(root, () => runs++).Status);
        Assert.Equal(Runs, runs);
        Sweep(whole);
        Assert.Equal(File.ReadAllBytes(FileOf(whole)), File.ReadAllBytes(FileOf(root)));
        Assert.Equal(ExitStatus.Done, Sweep(root, () => runs++).Status);
        Assert.Equal(Runs, runs);
    }

    [Fact]
    public void Asked_for_later_runs_without_series_are_simulated_for_them()
    {
        using TemporaryFolder root = new(), whole = new();
        SweepFiles.Sweep(root, SweepFiles.Grid, SweepFiles.Simulate);
        int runs = 0;
        Assert.Equal(ExitStatus.Done, Sweep(root, () => runs++).Status);
        Assert.Equal(Runs, runs);
        Sweep(whole);
        Assert.Equal(File.ReadAllBytes(FileOf(whole)), File.ReadAllBytes(FileOf(root)));
    }

    private static string FileOf(TemporaryFolder root) => Path.Combine(root["out"], "sweep-tiny", SeriesParquet.Name);

    private static (ExitStatus Status, string Output, string Error) Sweep(TemporaryFolder root, Action? each = null, CancellationToken cancel = default) => SweepFiles.Sweep(
        root, SweepFiles.Grid,
        (plan, replicate, options, monthDone, stop) =>
        {
            each?.Invoke();
            return SweepFiles.Simulate(plan, replicate, options, monthDone, default);
        },
        EcoSim.Cli.Sweeping.SweepRequest.Usual with { Series = true }, cancel: cancel);
}
