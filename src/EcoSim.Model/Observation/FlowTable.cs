using EcoSim.Model.Worlds;

namespace EcoSim.Model.Observation;

/// <summary>People who moved between states, by year and hub.</summary>
internal static class FlowTable
{
    private const int MonthsPerYear = 12;

    public static LedgerTable Of(World world, LedgerWords words)
    {
        var table = new LedgerTable(
            "flows",
            new("year", ColumnKind.Integer), new("hub", ColumnKind.Word, LedgerWords.Hubs), new("from_state", ColumnKind.Word, LedgerWords.States),
            new("to_state", ColumnKind.Word, LedgerWords.States), new("reason", ColumnKind.Word, LedgerWords.Reasons), new("count", ColumnKind.Integer));

        // Year 0 of the flows is the warm-up, which the ledger leaves out.
        for (int year = 1; year < world.Flows.Years; year++)
        {
            for (int hub = 0; hub < world.Flows.Hubs; hub++)
            {
                for (int from = 0; from < Count.States; from++)
                {
                    for (int to = 0; to < Count.States; to++)
                    {
                        for (int reason = 0; reason < Count.Reasons; reason++)
                        {
                            int count = world.Flows[year, hub, (State)from, (State)to, (Reason)reason];
                            if (count > 0)
                            {
                                table.Add(words.Year(world.Warmup + (year - 1) * MonthsPerYear), hub, from, to, reason, count);
                            }
                        }
                    }
                }
            }
        }

        return table;
    }
}
