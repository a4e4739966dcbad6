using EcoSim.Model.Worlds;
using static EcoSim.Model.Observation.LedgerTable;

namespace EcoSim.Model.Observation;

/// <summary>Organisations and exits.</summary>
internal static class OrganizationTables
{
    private static readonly string[] Kinds = ["startup", "fund", "anchor", "university", "incumbent"];
    private static readonly string[] ExitKinds = ["acquisition", "ipo", "failure"];

    private enum Kind
    {
        StartUp,
        Fund,
        Anchor,
        University,
        Incumbent,
    }

    public static LedgerTable Organizations(World world, LedgerWords words)
    {
        var table = new LedgerTable(
            "organizations",
            new("org_id", ColumnKind.Id), new("kind", ColumnKind.Word, Kinds), new("hub", ColumnKind.Word, LedgerWords.Hubs),
            new("sector", ColumnKind.Word, LedgerWords.Sectors), new("founded_month", ColumnKind.Integer),
            new("origin", ColumnKind.Word, LedgerWords.Origins), new("parent_org_id", ColumnKind.Id), new("generation", ColumnKind.Integer),
            new("founder_count", ColumnKind.Integer), new("status", ColumnKind.Word, LedgerWords.Statuses),
            new("exit_month", ColumnKind.Integer), new("exit_value", ColumnKind.Number), new("peak_valuation", ColumnKind.Number),
            new("dragon_month", ColumnKind.Integer), new("compute_mode", ColumnKind.Word, LedgerWords.ComputeModes));
        Employers employers = world.Employers;
        for (int e = 0; e < employers.Count; e++)
        {
            bool anchor = employers.IsAnchor(e);
            int hub = employers.IsPool(e) ? 1 + e - employers.FirstPool : World.Home;
            Standing(table, words.Organisation(e), anchor ? Kind.Anchor : Kind.Incumbent, hub, employers.IsIncumbent(e) ? (long)employers.Sector[e] : Missing);
        }

        Standing(table, Identity.Pack(IdentityKind.University, world.Hubs[World.Home].Key), Kind.University, World.Home, Missing);
        for (int i = 0; i < world.Investors.Count; i++)
        {
            ref Investor investor = ref world.Investors[i];
            if (investor.Kind is InvestorKind.Venture or InvestorKind.AffiliatedFund or InvestorKind.State)
            {
                Standing(
                    table, words.Investor(i), Kind.Fund, investor.Hub, investor.Sector == Careers.NoSector ? Missing : investor.Sector,
                    investor.Anchor >= 0 ? words.Organisation(investor.Anchor) : Missing);
            }
        }

        for (int f = 0; f < world.Firms.Count; f++)
        {
            ref Firm firm = ref world.Firms[f];
            Standing standing = world.StandingOf(f);
            long parent = firm.Origin == Origin.University
                ? Identity.Pack(IdentityKind.University, world.Hubs[World.Home].Key)
                : words.Organisation(firm.Parent);
            bool ended = firm.Status != FirmStatus.Operating;
            table.Add(
                words.Firm(f), (long)Kind.StartUp, firm.Hub, (long)firm.Sector, words.Month(firm.Founded), (long)firm.Origin, parent,
                firm.Generation, firm.FounderCount, (long)firm.Status, ended ? words.Month(firm.Ended) : Missing,
                ended ? Cell(firm.ExitValue) : Missing, Cell(standing.PeakValuation),
                firm.DragonMonth >= 0 ? words.Month(firm.DragonMonth) : Missing, (long)standing.Compute);
        }

        return table;
    }

    /// <summary>An organisation that stands from before the start and never ends.</summary>
    private static void Standing(LedgerTable table, long id, Kind kind, long hub, long sector, long parent = Missing) =>
        table.Add(
            id, (long)kind, hub, sector, Missing, Missing, parent, Missing, Missing, (long)FirmStatus.Operating, Missing, Missing, Missing, Missing, Missing);

    public static LedgerTable Exits(World world, LedgerWords words)
    {
        var table = new LedgerTable(
            "exits",
            new("org_id", ColumnKind.Id), new("month", ColumnKind.Integer), new("kind", ColumnKind.Word, ExitKinds),
            new("acquirer_org_id", ColumnKind.Id), new("value", ColumnKind.Number));
        foreach (Exit exit in world.Exits)
        {
            long kind = exit.Status == FirmStatus.Acquired ? 0 : exit.Status == FirmStatus.Public ? 1 : 2;
            table.Add(
                words.Firm(exit.Firm), words.Month(exit.Month), kind,
                exit.Status == FirmStatus.Acquired ? words.Organisation(world.Firms[exit.Firm].Acquirer) : Missing, Cell(exit.Value));
        }

        return table;
    }
}
