using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Store;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Store;

/// <summary>What lies in a scratch file reads as if it were in memory, and nothing is left behind.</summary>
public sealed class RunFileTests
{
    private const int Months = 3;

    [Fact]
    public void A_kept_run_reads_as_the_run_itself_however_it_is_asked()
    {
        using var folder = new TemporaryFolder();
        using var file = new RunFile(folder["scratch"], runs: 2, Months);
        RunResult run = Simulated(1, ledger: true), kept = file.Keep(1, run);
        _ = file.Keep(0, Simulated(0, ledger: false));

        Assert.Equal((run.Replicate, Months, run.Series.Columns), (kept.Replicate, kept.Series.Months, kept.Series.Columns));
        for (int month = 0; month < Months; month++)
        {
            Assert.Equal(run.Series.Row(month), kept.Series.Row(month));
            Assert.Equal(run.Series.Row(month), kept.Series.InMemory().Row(month));
        }

        for (int column = 0; column < run.Series.Columns; column++)
        {
            Assert.Equal(run.Series.Column(column), kept.Series.Column(column));
            Assert.Equal(run.Series[2, column], kept.Series[2, column]);
        }

        LedgerTable table = Assert.Single(run.Ledger), same = Assert.Single(kept.Ledger);
        Assert.Equal((table.Name, table.RowCount), (same.Name, same.RowCount));
        Assert.Equal(table.Columns, same.Columns);
        Assert.Equal(table.Cells, same.Cells);
        Assert.Equal(table.RowCount, same.RowCount);
    }

    [Fact]
    public void Tables_of_an_ensemble_out_of_memory_have_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        using var file = new RunFile(folder["scratch"], runs: 10, Months);
        var options = new EnsembleOptions(2, LedgerScope.All);
        EnsembleResult In(RunFile? kept) => EnsembleRunner.Run(PlainRuns.Scenario(5, Months), options, simulate: PlainRuns.Simulate, file: kept);
        EnsembleResult inMemory = In(null), onDisk = In(file);
        foreach ((EnsembleResult result, string name) in new[] { (inMemory, "memory"), (onDisk, "disk") })
        {
            using FileStream series = File.Create(folder[name + ".csv"]);
            SeriesCsv.Write(series, result.Replicates, new CalendarMonth(0));
            LedgerCsv.Write(folder[name], result.Replicates);
        }

        Assert.Equal(File.ReadAllBytes(folder["memory.csv"]), File.ReadAllBytes(folder["disk.csv"]));
        Assert.Equal(File.ReadAllBytes(Path.Combine(folder["memory"], "exits.csv")), File.ReadAllBytes(Path.Combine(folder["disk"], "exits.csv")));
        ResultTables expected = ResultTables.Of(inMemory), found = ResultTables.Of(onDisk);
        Assert.Equal(expected.Summary, found.Summary);
        Assert.Equal(expected.Fostered, found.Fostered);
        Assert.All(onDisk.Replicates, run => Assert.IsNotType<SeriesTable>(run.Series));
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        using var folder = new TemporaryFolder();
        var file = new RunFile(folder["scratch"], runs: 1, Months);
        _ = file.Keep(0, Simulated(0, ledger: true));
        file.Dispose();
        Assert.False(File.Exists(folder["scratch"]));
    }

    private static RunResult Simulated(int replicate, bool ledger) =>
        PlainRuns.Simulate(PlainRuns.Scenario(1, Months).Plan, replicate, new RunOptions(ledger), _ => { }, default);
}
