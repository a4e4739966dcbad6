using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Tests.Laws;

namespace EcoSim.Tests.Documentation;

public sealed class LedgerDictionaryTests
{
    [Fact]
    public void Every_column_that_is_written_is_told_in_the_order_of_the_file()
    {
        Plan plan = Trial.Plan([("population.workers", 2_000), ("run.months", 12), ("run.warmupMonths", 0)]);
        IReadOnlyList<LedgerTable> written = new Simulation(plan, 0, new RunOptions(Ledger: true)).Run().Ledger;
        Assert.Equal(written.Select(table => table.Name), LedgerDictionary.Tables.Select(table => table.Name));
        foreach ((LedgerTable table, LedgerTableMeaning told) in written.Zip(LedgerDictionary.Tables))
        {
            Assert.Equal(table.Columns.Select(column => column.Name), told.Columns.Select(column => column.Name));
        }
    }

    /// <summary>Identities, words and flags are told as such.</summary>
    [Fact]
    public void Kinds_and_units_agree()
    {
        Plan plan = Trial.Plan([("population.workers", 2_000), ("run.months", 12), ("run.warmupMonths", 0)]);
        foreach (LedgerTable table in new Simulation(plan, 0, new RunOptions(Ledger: true)).Run().Ledger)
        {
            LedgerTableMeaning told = LedgerDictionary.Tables.Single(t => t.Name == table.Name);
            foreach ((LedgerColumn column, LedgerColumnMeaning meaning) in table.Columns.Zip(told.Columns))
            {
                Assert.Equal((column.Kind == ColumnKind.Id, column.Kind == ColumnKind.Word, column.Kind == ColumnKind.Flag), (meaning.Unit == "id", meaning.Unit == "word", meaning.Unit == "flag"));
            }
        }
    }
}
