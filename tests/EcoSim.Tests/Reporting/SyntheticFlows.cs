using EcoSim.Model.Observation;

namespace EcoSim.Tests.Reporting;

/// <summary>Made-up moves of people, the same every year: as many as ten times the place of where they come from and the place of where they go.</summary>
internal static class SyntheticFlows
{
    public static readonly string[] States = ["anchor", "startup", "other_firm", "founder", "unemployed", "student", "left"];

    private static readonly string[] Reasons = ["quit", "migrated"];

    public static LedgerTable Create(int months)
    {
        LedgerTable table = Table();
        for (int year = 0; year * 12 < months; year++)
        {
            for (int from = 0; from < States.Length - 1; from++)
            {
                for (int to = 0; to < States.Length; to++)
                {
                    table.Add(2005 + year, 0, from, to, 0, 10 * (from + 1) + to);
                }
            }

            table.Add(2005 + year, 0, 2, 2, 1, 7);
            table.Add(2005 + year, 1, 2, 4, 1, 5);
            table.Add(2005 + year, 1, 2, 4, 0, 999);
        }

        return table;
    }

    public static LedgerTable Table() => new(
        "flows",
        new("year", ColumnKind.Integer), new("hub", ColumnKind.Word, ["home", "rival"]), new("from_state", ColumnKind.Word, States),
        new("to_state", ColumnKind.Word, States), new("reason", ColumnKind.Word, Reasons), new("count", ColumnKind.Integer));
}
