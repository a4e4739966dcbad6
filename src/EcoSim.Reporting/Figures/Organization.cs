using EcoSim.Model.Observation;

namespace EcoSim.Reporting;

/// <summary>A row of the ledger's <c>organizations</c>, as far as figures need it.</summary>
internal sealed record Organization(
    string Id, string Kind, bool AtHome, double FoundedMonth, string Origin, string? ParentId, int Generation,
    string Status, double ExitMonth, double HighestValue, bool IsDragon)
{
    public bool IsStartUp => Kind == "startup";

    /// <summary>Reads the table; the home hub is the first word of its column, or number 0.</summary>
    public static Organization[] Read(LedgerTable table)
    {
        int[] columns = new[]
        {
            "org_id", "kind", "hub", "founded_month", "origin", "parent_org_id", "generation", "status", "exit_month", "peak_valuation", "exit_value", "dragon_month",
        }.Select(table.IndexOf).ToArray();
        return Enumerable.Range(0, table.RowCount).Select(Row).ToArray();

        Organization Row(int row) => new(
            Text(row, 0), Text(row, 1), table[row, columns[2]] == 0, Number(row, 3), Text(row, 4), table.Text(row, columns[5]),
            table.IsMissing(row, columns[6]) ? 0 : (int)Number(row, 6), Text(row, 7), Number(row, 8), Experiments.Lives.HighestValue.Of(Number(row, 9), Number(row, 10)), !table.IsMissing(row, columns[11]));

        string Text(int row, int column) => table.Text(row, columns[column]) ?? "";

        double Number(int row, int column) => table.Number(row, columns[column]);
    }
}
