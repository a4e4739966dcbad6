using EcoSim.Model;

namespace EcoSim.Tests.Laws;

/// <summary>Same plan, same replicate: same bytes, whatever else goes on.</summary>
public sealed class ReproductionTests
{
    [Fact]
    public void Run_twice() => Trial.SameBytes(Trial.Run(Trial.Plan(), 3), Trial.Run(Trial.Plan(), 3));

    [Fact]
    public void A_simulation_leaves_its_plan_as_it_was()
    {
        Plan plan = Trial.Plan() with { Shocks = [new Shock("cut", 12, 24, [("channels.cloud", 0)])] };
        RunResult first = Trial.Run(plan);
        Assert.Equal(1, plan.Parameters.Channels.Cloud);
        Trial.SameBytes(first, Trial.Run(plan));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Replicates_on_several_threads_and_in_any_order(int threads)
    {
        Plan plan = Trial.Plan();
        RunResult[] alone = [.. Enumerable.Range(0, 8).Select(replicate => Trial.Run(plan, replicate))];
        var together = new RunResult[alone.Length];
        Parallel.For(0, alone.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => together[^(i + 1)] = Trial.Run(plan, alone.Length - 1 - i));
        for (int replicate = 0; replicate < alone.Length; replicate++)
        {
            Trial.SameBytes(alone[replicate], together[replicate]);
        }
    }

    [Fact]
    public void Keeping_the_ledger_or_checking_the_laws_changes_no_byte()
    {
        Plan plan = Trial.Plan();
        RunResult bare = Trial.Run(plan);
        Trial.SameBytes(bare, Trial.Run(plan, 0, new RunOptions(Ledger: true)));
        Trial.SameBytes(bare, Trial.Run(plan, 0, new RunOptions(Check: true)));
        Assert.Empty(bare.Ledger);
    }

    [Fact]
    public void The_ledger_repeats_cell_by_cell()
    {
        RunResult one = Trial.Run(Trial.Plan(), 0, new RunOptions(Ledger: true)), other = Trial.Run(Trial.Plan(), 0, new RunOptions(Ledger: true));
        Assert.Equal(one.Ledger.Select(table => (table.Name, table.RowCount)), other.Ledger.Select(table => (table.Name, table.RowCount)));
        foreach ((var a, var b) in one.Ledger.Zip(other.Ledger))
        {
            Assert.Equal(Cells(a), Cells(b));
        }
    }

    [Fact]
    public void Another_replicate_or_seed_is_another_history()
    {
        byte[] bytes = Trial.Bytes(Trial.Run(Trial.Plan()));
        Assert.NotEqual(bytes, Trial.Bytes(Trial.Run(Trial.Plan(), 1)));
        Assert.NotEqual(bytes, Trial.Bytes(Trial.Run(Trial.Plan(("run.seed", 2)))));
    }

    private static IEnumerable<long> Cells(EcoSim.Model.Observation.LedgerTable table) =>
        from row in Enumerable.Range(0, table.RowCount)
        from column in Enumerable.Range(0, table.Columns.Count)
        select table[row, column];
}
