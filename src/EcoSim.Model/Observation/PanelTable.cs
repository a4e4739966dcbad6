using EcoSim.Model.Worlds;
using static EcoSim.Model.Observation.LedgerTable;

namespace EcoSim.Model.Observation;

/// <summary>Start-ups and incumbents, a row a year; a firm that is bought ends with a row of its own.</summary>
internal sealed class PanelTable(LedgerWords words)
{
    private int _exits;

    public LedgerTable Table { get; } = new(
        "panel",
        new("org_id", ColumnKind.Id), new("month", ColumnKind.Integer), new("year", ColumnKind.Integer), new("age_months", ColumnKind.Integer),
        new("employees", ColumnKind.Integer), new("revenue", ColumnKind.Number), new("valuation", ColumnKind.Number),
        new("cash", ColumnKind.Number), new("compute_used", ColumnKind.Number), new("productivity", ColumnKind.Number),
        new("stage", ColumnKind.Word, LedgerWords.Stages));

    private const int MonthsPerYear = 12;

    public void NoteYear(World world)
    {
        foreach (int f in world.Living)
        {
            Add(world, f, world.Staffing[f].Staff);
        }

        Employers employers = world.Employers;
        for (int e = employers.FirstIncumbent; e < employers.FirstPool; e++)
        {
            Table.Add(
                words.Organisation(e), words.Month(world.Month), words.Year(world.Month), Missing, employers.Headcount[e],
                Cell(employers.Revenue[e] * MonthsPerYear), Missing, Missing, Missing, Cell(employers.Knowledge[e]), Missing);
        }
    }

    public void NoteExits(World world)
    {
        for (; _exits < world.Exits.Count; _exits++)
        {
            Exit exit = world.Exits[_exits];
            if (exit.Status == FirmStatus.Acquired && exit.Month == world.Month)
            {
                Add(world, exit.Firm, exit.Staff);
            }
        }
    }

    private void Add(World world, int f, int staff)
    {
        ref Firm firm = ref world.Firms[f];
        Standing standing = world.StandingOf(f);
        Table.Add(
            words.Firm(f), words.Month(world.Month), words.Year(world.Month), world.Month - firm.Founded, staff,
            Cell(standing.Sales * MonthsPerYear), Cell(standing.Valuation), Cell(standing.Cash), Cell(standing.ComputeUsed * MonthsPerYear),
            Cell(standing.Knowledge), (long)firm.Stage);
    }
}
