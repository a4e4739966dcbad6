using EcoSim.Model.Observation;

namespace EcoSim.Reporting;

/// <summary>Money that one investor put into one firm, over all rounds.</summary>
/// <param name="Investor">Identity of the investor.</param>
/// <param name="Kind">Kind of investor, as the ledger names it.</param>
/// <param name="Firm">Identity of the firm.</param>
/// <param name="Amount">Million RMB.</param>
internal sealed record Backing(string Investor, string Kind, string Firm, double Amount)
{
    /// <summary>Joins what was invested with the round it was invested in.</summary>
    public static Backing[] Read(LedgerTable investments, LedgerTable rounds)
    {
        (int id, int firm) = (rounds.IndexOf("round_id"), rounds.IndexOf("org_id"));
        Dictionary<string, string> firms = Enumerable.Range(0, rounds.RowCount)
            .Select(row => (Round: rounds.Text(row, id)!, Firm: rounds.Text(row, firm)!)).DistinctBy(round => round.Round).ToDictionary(round => round.Round, round => round.Firm);
        (int round, int investor) = (investments.IndexOf("round_id"), investments.IndexOf("investor_id"));
        (int kind, int amount) = (investments.IndexOf("investor_kind"), investments.IndexOf("amount"));
        return
        [
            .. Enumerable.Range(0, investments.RowCount)
                .Where(row => firms.ContainsKey(investments.Text(row, round)!))
                .Select(row => new Backing(investments.Text(row, investor)!, investments.Text(row, kind)!, firms[investments.Text(row, round)!], investments.Number(row, amount)))
                .GroupBy(one => (one.Investor, one.Kind, one.Firm))
                .Select(all => new Backing(all.Key.Investor, all.Key.Kind, all.Key.Firm, all.Sum(one => one.Amount))),
        ];
    }
}
