namespace EcoSim.Experiments.Measures;

/// <summary>Anchors and ordinary firms by identity, with the sector of those that have one.</summary>
internal sealed class IncumbentSectors
{
    private const string Anchor = "anchor", Incumbent = "incumbent";

    private readonly HashSet<long> _anchors = [];
    private readonly Dictionary<long, string?> _sectors = [];

    /// <param name="organizations">The ledger's table of organisations.</param>
    public static IncumbentSectors Of(TableReader organizations)
    {
        var known = new IncumbentSectors();
        for (int row = 0; row < organizations.Rows; row++)
        {
            long id = organizations.Id(row, "org_id");
            switch (organizations.Word(row, "kind"))
            {
                case Anchor:
                    known._anchors.Add(id);
                    break;
                case Incumbent:
                    known._sectors[id] = organizations.Word(row, "sector");
                    break;
            }
        }

        return known;
    }

    /// <summary>What an organisation is to a start-up whose first founder left it.</summary>
    /// <param name="parent">Its identity, or that of nothing.</param>
    /// <param name="sector">The start-up's sector.</param>
    public ParentFirm ParentOf(long parent, string? sector) =>
        _anchors.Contains(parent) ? ParentFirm.IncumbentOfSector
        : !_sectors.TryGetValue(parent, out string? own) ? ParentFirm.Other
        : own is not null && own == sector ? ParentFirm.IncumbentOfSector : ParentFirm.IncumbentElsewhere;
}
