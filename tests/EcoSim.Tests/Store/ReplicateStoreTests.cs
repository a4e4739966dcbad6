using EcoSim.Experiments.Store;
using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Tests.Laws;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Store;

/// <summary>What is kept is found again, bit for bit, by those and only those who want it.</summary>
public sealed class ReplicateStoreTests : IDisposable
{
    private const int Months = 5;

    private readonly TemporaryFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Every_bit_is_kept()
    {
        var series = new SeriesTable(Months, Observables.All.Count);
        double[] special = [double.NaN, BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0123), -0.0, double.Epsilon, double.MaxValue, double.NegativeInfinity, 0.1, 1e-300];
        for (int month = 0; month < Months; month++)
        {
            for (int column = 0; column < series.Columns; column++)
            {
                series.Row(month)[column] = special[(month + column) % special.Length] * (column % 3 - 1);
            }
        }

        var run = new RunResult(4, series, []);
        Open().Keep(Wanted(4), run);
        Assert.Equal(Trial.Bytes(run), Trial.Bytes(Open().Find(Wanted(4))!));
    }

    [Fact]
    public void A_shorter_horizon_is_served_by_its_beginning_and_a_longer_one_is_not()
    {
        ReplicateStore store = Open();
        RunResult run = Simulate(0, Months);
        store.Keep(Wanted(0), run);
        Assert.Equal(Trial.Bytes(run, 2), Trial.Bytes(store.Find(Wanted(0, 2))!));
        Assert.Null(store.Find(Wanted(0, Months + 1)));
    }

    [Fact]
    public void A_longer_run_takes_the_place_of_a_shorter_one_and_not_the_other_way()
    {
        ReplicateStore store = Open();
        store.Keep(Wanted(0, 2), Simulate(0, 2));
        store.Keep(Wanted(0), Simulate(0, Months));
        store.Keep(Wanted(0, 2), Simulate(0, 2));
        Assert.Equal(Months, store.Find(Wanted(0))!.Series.Months);
    }

    [Fact]
    public void Another_replicate_or_another_plan_is_not_found()
    {
        ReplicateStore store = Open();
        store.Keep(Wanted(0), Simulate(0, Months));
        Assert.Null(store.Find(Wanted(1)));
        Assert.Null(store.Find(Wanted(0) with { Hash = Hash(("channels.hub", 0.5)) }));
        Assert.Empty(store.Problems);
    }

    [Fact]
    public void What_was_not_checked_does_not_serve_who_wants_it_checked()
    {
        ReplicateStore store = Open();
        WantedReplicate isChecked = Wanted(0) with { Options = new RunOptions(Check: true) };
        store.Keep(Wanted(0), Simulate(0, Months));
        Assert.Null(store.Find(isChecked));
        store.Keep(isChecked, Simulate(0, Months));
        Assert.NotNull(store.Find(isChecked));
        Assert.NotNull(store.Find(Wanted(0)));
    }

    [Fact]
    public void A_ledger_is_kept_cell_by_cell_for_its_own_horizon()
    {
        ReplicateStore store = Open();
        WantedReplicate withLedger = Wanted(1) with { Options = new RunOptions(Ledger: true) };
        RunResult run = Simulate(1, Months, withLedger.Options);
        store.Keep(withLedger, run);
        LedgerTable kept = Assert.Single(store.Find(withLedger)!.Ledger), made = Assert.Single(run.Ledger);
        Assert.Equal(made.Name, kept.Name);
        Assert.Equal(made.Columns.Select(column => (column.Name, column.Kind)), kept.Columns.Select(column => (column.Name, column.Kind)));
        for (int row = 0; row < made.RowCount; row++)
        {
            for (int column = 0; column < made.Columns.Count; column++)
            {
                Assert.Equal((made[row, column], made.Text(row, column)), (kept[row, column], kept.Text(row, column)));
            }
        }

        Assert.Empty(store.Find(Wanted(1))!.Ledger);
        Assert.Null(store.Find(withLedger with { Months = 2 }));
    }

    [Fact]
    public void Without_reading_everything_is_done_again_and_replaced()
    {
        Open().Keep(Wanted(0), Simulate(7, Months));
        var again = new ReplicateStore(_root["store"], reads: false);
        Assert.Null(again.Find(Wanted(0)));
        again.Keep(Wanted(0), Simulate(0, Months));
        Assert.Equal(Trial.Bytes(Simulate(0, Months)), Trial.Bytes(Open().Find(Wanted(0))!));
    }

    [Fact]
    public void The_hash_knows_all_that_decides_the_bytes_and_nothing_else()
    {
        string plain = Hash();
        Assert.Equal(plain, Hash(("run.months", 7), ("run.replicates", 9), ("run.counterfactual", 0)));
        Assert.NotEqual(plain, Hash(("run.seed", 2)));
        Assert.NotEqual(plain, Hash(("run.warmupMonths", 25)));
        Plan plan = Trial.Plan();
        string[] hashes =
        [
            plain,
            ReplicateHash.Of(plan with { Shocks = [new Shock("one", 3, 5, [("channels.hub", 0)])] }),
            ReplicateHash.Of(plan with { Shocks = [new Shock("one", 3, null, [("channels.hub", 0)])] }),
            ReplicateHash.Of(plan with { Series = [new DrivenSeries("channels.hub", [1, 0])] }),
            ReplicateHash.Of(plan with { Series = [new DrivenSeries("channels.hub", [1, 0.5])] }),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(hashes[1], ReplicateHash.Of(plan with { Shocks = [new Shock("other name", 3, 5, [("channels.hub", 0)])] }));
    }

    private ReplicateStore Open() => new(_root["store"]);

    private static WantedReplicate Wanted(int replicate, int months = Months) => new(Hash(), replicate, months, default);

    private static string Hash(params ReadOnlySpan<(string, double)> changes) => ReplicateHash.Of(Trial.Plan(changes));

    private static RunResult Simulate(int replicate, int months, RunOptions options = default) =>
        PlainRuns.Simulate(PlainRuns.Scenario(1, months).Plan, replicate, options, _ => { }, default);
}
