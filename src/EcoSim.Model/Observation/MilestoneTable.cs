using EcoSim.Model.Worlds;

namespace EcoSim.Model.Observation;

/// <summary>Milestones of start-ups as they are tried: which one, whether it was reached, and with what.</summary>
internal sealed class MilestoneTable(LedgerWords words, Parameters parameters)
{
    private static readonly string[] Kinds = ["product", "hardware", "integration", "market_entry"];

    private readonly List<byte> _steps = [];
    private int _exits;

    public LedgerTable Table { get; } = new(
        "milestones",
        new("org_id", ColumnKind.Id), new("month", ColumnKind.Integer), new("milestone", ColumnKind.Integer), new("milestones", ColumnKind.Integer),
        new("kind", ColumnKind.Word, Kinds), new("reached", ColumnKind.Flag), new("employees", ColumnKind.Integer),
        new("compute_mode", ColumnKind.Word, LedgerWords.ComputeModes));

    /// <summary>Notes what was tried in a month that has just been simulated, by firms that ended in it as well.</summary>
    public void Note(World world)
    {
        while (_steps.Count < world.Firms.Count)
        {
            _steps.Add(0);
        }

        foreach (int f in world.Living)
        {
            Note(world, f, world.Staffing[f].Staff);
        }

        for (; _exits < world.Exits.Count; _exits++)
        {
            Exit exit = world.Exits[_exits];
            if (!world.Firms[exit.Firm].Alive)
            {
                Note(world, exit.Firm, exit.Staff);
            }
        }
    }

    private void Note(World world, int f, int staff)
    {
        ref Firm firm = ref world.Firms[f];
        Standing standing = world.StandingOf(f);

        // The month of founding stands for a first try until there is one.
        bool tried = standing.LastStep == world.Month && (firm.Founded != world.Month || firm.Step > 0);
        if (!tried)
        {
            return;
        }

        bool reached = firm.Step > _steps[f];
        int step = reached ? firm.Step - 1 : firm.Step;
        _steps[f] = firm.Step;
        var sector = parameters.Sectors.Of(firm.Sector);
        Table.Add(
            words.Firm(f), words.Month(world.Month), step + 1, sector.Steps, (long)sector.KindOf(step), reached ? 1 : 0, staff, (long)standing.Compute);
    }
}
