using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Model.Observation;
using Xunit;

namespace EcoSim.Tests.Results;

public class ResultsWriterTests
{
    private static readonly EnsembleOptions Options = new(2, LedgerScope.All);

    [Fact]
    public void Series_has_a_row_per_replicate_and_month()
    {
        using var root = new TemporaryFolder();
        Write(root, replicates: 2);
        string[] lines = File.ReadAllLines(Path.Combine(root["plain"], SeriesCsv.Name));
        Assert.Equal(1 + 2 * 3, lines.Length);
        Assert.StartsWith("replicate,month,date,anchor_headcount,", lines[0]);
        Assert.Equal(Observables.All.Count + 3, lines[0].Split(',').Length);
        Assert.StartsWith("0,0,2005-01-01,0,0.125,0.25,", lines[1]);
        Assert.StartsWith("1,2,2005-03-01,1002,1002.125,", lines[6]);
        Assert.DoesNotContain('\r', File.ReadAllText(Path.Combine(root["plain"], SeriesCsv.Name)));
    }

    [Fact]
    public void Ledgers_of_all_replicates_follow_each_other()
    {
        using var root = new TemporaryFolder();
        Write(root, replicates: 2);
        Assert.Equal(
            [
                "replicate,org_id,month,kind,value,seen",
                "0,s000000000001,-3,ipo,0.1,true", "0,s000000000002,4,acquisition,,",
                "1,s000000000002,-3,ipo,0.1,true", "1,s000000000002,4,acquisition,,",
            ],
            File.ReadAllLines(Path.Combine(root["plain"], "ledger", "exits.csv")));
    }

    [Fact]
    public void Summary_sums_flows_and_takes_the_last_month_of_the_rest()
    {
        using var root = new TemporaryFolder();
        ResultTables written = Write(root, replicates: 3);
        ResultTables read = ResultTables.Read(root["plain"]);
        Assert.Equal(written.Summary, read.Summary);

        int stock = Observables.IndexOf("anchor_headcount"), flow = Observables.IndexOf("startups_founded");
        Assert.Equal(PlainRuns.Cell(1, 2, stock), read.Summary[stock].Spread.Median);
        Assert.Equal(Enumerable.Range(0, 3).Sum(month => PlainRuns.Cell(1, month, flow)), read.Summary[flow].Spread.Median);
        Assert.Equal("sum over months", read.Summary[flow].Measure);
    }

    [Fact]
    public void Fostered_is_paired_by_replicate_and_reads_back()
    {
        RunResult Run(int replicate) => PlainRuns.Simulate(PlainRuns.Scenario(1).Plan, replicate, default, _ => { }, default);

        // Replicates 1 and 2 exist in both worlds; the world without is one replicate's numbers lower.
        IReadOnlyList<FosteredRow> rows = FosteredCsv.Of(
            [Run(0), Run(1), Run(2)],
            [new RunResult(1, Run(0).Series, []), new RunResult(2, Run(1).Series, []), Run(5)]);
        using var root = new TemporaryFolder();
        File.WriteAllBytes(root[FosteredCsv.Name], FosteredCsv.Format(rows).Span);
        Assert.Equal(rows, FosteredCsv.Read(root[FosteredCsv.Name]));

        FosteredRow headcount = rows[Observables.IndexOf("anchor_headcount")];
        Assert.Equal((2, 1000.0, 0.0), (headcount.Effect.Pairs, headcount.Effect.Difference, headcount.Effect.StandardError));
    }

    [Fact]
    public void Manifest_names_what_made_the_result_and_serves_the_same_request()
    {
        using var root = new TemporaryFolder();
        Write(root, replicates: 3);
        using ResultsFolder folder = ResultsFolder.Open(root.Path, "plain");
        Manifest manifest = Assert.IsType<Manifest>(folder.Existing);
        string hash = ContentHash.Of(PlainRuns.Scenario(3).Plan);
        Assert.Equal((hash, 3, true), (manifest.ContentHash, manifest.ReplicatesDone, manifest.Complete));
        folder.RequireWhole();
        Assert.True(manifest.Serves(PlainRuns.Scenario(2), new EnsembleOptions(), hash));
        Assert.False(manifest.Serves(PlainRuns.Scenario(4), new EnsembleOptions(), hash));
        Assert.False(manifest.Serves(PlainRuns.Scenario(3), new EnsembleOptions(Check: true), hash));
        Assert.False(manifest.Serves(PlainRuns.Scenario(3), new EnsembleOptions(), ContentHash.Of(PlainRuns.Scenario(3, seed: 2).Plan)));

        File.AppendAllText(Path.Combine(root["plain"], SeriesCsv.Name), "tampered");
        Assert.Contains(SeriesCsv.Name, Assert.Throws<RefusedException>(folder.RequireWhole).Message);
    }

    [Fact]
    public void Hash_knows_shocks_and_series_but_not_names_and_replicates()
    {
        Plan plan = PlainRuns.Scenario(3).Plan;
        string hash = ContentHash.Of(plan);
        Assert.Equal(64, hash.Length);
        Assert.Equal(hash, ContentHash.Of(PlainRuns.Scenario(9, name: "other").Plan));
        Assert.NotEqual(hash, ContentHash.Of(plan with { Shocks = [new Shock("s", 5, null, [("channels.cloud", 0)])] }));
        Assert.NotEqual(hash, ContentHash.Of(plan with { Series = [new DrivenSeries("channels.cloud", [1, 0])] }));
    }

    private static ResultTables Write(TemporaryFolder root, int replicates)
    {
        EnsembleResult result = EnsembleRunner.Run(PlainRuns.Scenario(replicates), Options, simulate: PlainRuns.Simulate);
        ResultTables tables = ResultTables.Of(result);
        using ResultsFolder folder = ResultsFolder.Open(root.Path, "plain");
        ResultsWriter.Write(folder, result, tables, new RunCircumstances("ecosim run plain.json", default, default, Options));
        return tables;
    }
}
