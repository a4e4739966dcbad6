using EcoSim.Model.Observation;

namespace EcoSim.Tests.Reporting;

/// <summary>Made-up rounds of one start-up in four, each with two investors out of a few of every kind.</summary>
internal static class SyntheticMoney
{
    private static readonly string[] Kinds = ["angel", "affiliated_fund", "venture", "strategic", "state"];
    private static readonly int[] PerKind = [40, 1, 25, 1, 2];

    public static LedgerTable[] Create(LedgerTable organizations, Random random)
    {
        LedgerTable rounds = Rounds(), investments = Investments();
        for (int row = 0; row < organizations.RowCount; row += 4)
        {
            if (organizations.Text(row, organizations.IndexOf("kind")) == "startup")
            {
                long round = SyntheticLedger.Id(IdentityKind.Round, row);
                rounds.Add(round, organizations[row, 0]);
                for (int part = 0; part < 2; part++)
                {
                    int kind = random.Next(Kinds.Length);
                    long investor = SyntheticLedger.Id(kind == 0 ? IdentityKind.Person : IdentityKind.Fund, 100 * kind + random.Next(PerKind[kind]));
                    investments.Add(round, investor, kind, LedgerTable.Cell(1 + 50 * random.NextDouble()));
                }
            }
        }

        return [rounds, investments];
    }

    public static LedgerTable Rounds() => new("funding_rounds", new("round_id", ColumnKind.Id), new("org_id", ColumnKind.Id));

    public static LedgerTable Investments() => new(
        "investments",
        new("round_id", ColumnKind.Id), new("investor_id", ColumnKind.Id), new("investor_kind", ColumnKind.Word, Kinds), new("amount", ColumnKind.Number));
}
