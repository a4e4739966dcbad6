using EcoSim.Model.Observation;

namespace EcoSim.Reporting;

/// <summary>Moves of the hub's people between states, a year, as the ledger's <c>flows</c> count them.</summary>
internal sealed class PeopleFlows
{
    /// <summary>Not a state of the ledger: another hub.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>State of the ledger for those who stopped working.</summary>
    public const string Left = "left";

    private const string Home = "home";
    private const string Migrated = "migrated";

    private readonly Dictionary<(string From, string To), double> _yearly = [];

    /// <param name="tables">Tables of as many replicates, over which the moves are averaged.</param>
    /// <param name="years">Years that they cover.</param>
    public PeopleFlows(IReadOnlyList<LedgerTable> tables, double years)
    {
        foreach (LedgerTable table in tables)
        {
            (int hub, int from, int to) = (table.IndexOf("hub"), table.IndexOf("from_state"), table.IndexOf("to_state"));
            (int reason, int count) = (table.IndexOf("reason"), table.IndexOf("count"));
            for (int row = 0; row < table.RowCount; row++)
            {
                // A row belongs to the hub that people come from; who migrates from a rival hub comes home.
                bool home = table.Text(row, hub) == Home, migrated = table.Text(row, reason) == Migrated;
                if (home || migrated)
                {
                    (string, string) move = (home ? table.Text(row, from)! : Elsewhere, home && migrated ? Elsewhere : table.Text(row, to)!);
                    _yearly[move] = _yearly.GetValueOrDefault(move) + table.Number(row, count) / tables.Count / years;
                }
            }
        }
    }

    /// <summary>People a year who move from one state to another; 0 for none.</summary>
    public double Yearly(string from, string to) => _yearly.GetValueOrDefault((from, to));
}
