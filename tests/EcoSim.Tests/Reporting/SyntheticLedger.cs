using EcoSim.Model.Observation;

namespace EcoSim.Tests.Reporting;

/// <summary>Made-up tables of firms: about ten births a month with parents, ends, values and sizes, beside 600 incumbents.</summary>
internal static class SyntheticLedger
{
    private static readonly string[] Origins = ["spin_out", "layoff_spin_out", "university", "independent", "serial"];
    private static readonly double[] MonthlyFailure = [0.006, 0.011, 0.008, 0.010, 0.007];

    public static LedgerTable[] Empty() => [Organizations(), Panel(), SyntheticMoney.Rounds(), SyntheticMoney.Investments(), SyntheticFlows.Table()];

    public static LedgerTable[] Create(int replicate, int months)
    {
        var random = new Random(77 + replicate);
        LedgerTable organizations = Organizations();
        LedgerTable panel = Panel();
        long anchor = Id(IdentityKind.Anchor, 1);
        const long None = LedgerTable.Missing;
        organizations.Add(anchor, 3, 0, None, -60, None, None, None, None, 0, None, None, None, None, None);
        var parents = new List<(long Id, int Generation, int Founded, int End)>();
        for (int number = 0; number < months * 21 / 2; number++)
        {
            long id = Id(IdentityKind.StartUp, number + 1000 * replicate + 1);
            int founded = number * 2 / 21;
            int origin = random.Next(Origins.Length);
            (long parent, int generation) = Parent(random, parents, founded, origin < 2, anchor);
            int life = 1 + (int)(-Math.Log(1 - random.NextDouble()) / MonthlyFailure[origin]);
            int status = founded + life >= months ? 0 : random.Next(12) switch { 0 => 2, 1 => random.Next(3) == 0 ? 3 : 2, _ => 1 };
            double peak = Math.Exp(2.5 + 2 * Normal(random));
            long exit = status == 0 ? None : founded + life;
            organizations.Add(
                id, 0, random.Next(8) == 0 ? 1 : 0, random.Next(6), founded, origin, parent, generation, 1 + random.Next(3),
                status, exit, status is 0 or 1 ? None : LedgerTable.Cell(peak), LedgerTable.Cell(peak), peak > 3000 ? founded + life / 2 : None, random.Next(3));
            parents.Add((id, generation, founded, founded + life));
            if (founded + life >= months)
            {
                double staff = Math.Ceiling(4 * Math.Pow(1 - random.NextDouble(), -1 / 1.1));
                panel.Add(id, months - 1, (months - 1) / 12, months - founded, (long)Math.Min(staff, 20_000), LedgerTable.Cell(staff / 10));
            }
        }

        for (int number = 0; number < 600; number++)
        {
            long id = Id(IdentityKind.Incumbent, number + 1);
            organizations.Add(id, 2, 0, None, -60, None, None, None, None, 0, None, None, None, None, None);
            panel.Add(id, months - 1, (months - 1) / 12, None, (long)(20 * Math.Pow(1 - random.NextDouble(), -1 / 1.4)), None);
        }

        return [organizations, panel, .. SyntheticMoney.Create(organizations, random), SyntheticFlows.Create(months)];
    }

    private static (long Parent, int Generation) Parent(
        Random random, List<(long Id, int Generation, int Founded, int End)> firms, int founded, bool fromAnchor, long anchor)
    {
        if (fromAnchor)
        {
            return (anchor, 1);
        }

        if (firms.Count > 20 && random.Next(5) == 0 && firms[random.Next(firms.Count)] is var firm && firm.End > founded && firm.Founded + 18 < founded)
        {
            return (firm.Id, firm.Generation == 0 ? 0 : firm.Generation + 1);
        }

        return (LedgerTable.Missing, 0);
    }

    internal static long Id(IdentityKind kind, int number) => Identity.Pack(kind, (ulong)(uint)number * 0x9E3779B97F4A7C15);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static LedgerTable Organizations() => new(
        "organizations",
        new("org_id", ColumnKind.Id), new("kind", ColumnKind.Word, ["startup", "fund", "incumbent", "anchor", "university"]),
        new("hub", ColumnKind.Word, ["home", "rival"]), new("sector", ColumnKind.Integer), new("founded_month", ColumnKind.Integer),
        new("origin", ColumnKind.Word, Origins), new("parent_org_id", ColumnKind.Id), new("generation", ColumnKind.Integer),
        new("founder_count", ColumnKind.Integer), new("status", ColumnKind.Word, ["operating", "failed", "acquired", "public"]),
        new("exit_month", ColumnKind.Integer), new("exit_value", ColumnKind.Number), new("peak_valuation", ColumnKind.Number),
        new("dragon_month", ColumnKind.Integer), new("compute_mode", ColumnKind.Integer));

    private static LedgerTable Panel() => new(
        "panel",
        new("org_id", ColumnKind.Id), new("month", ColumnKind.Integer), new("year", ColumnKind.Integer),
        new("age_months", ColumnKind.Integer), new("employees", ColumnKind.Integer), new("cash", ColumnKind.Number));
}
