using EcoSim.Model.Worlds;

namespace EcoSim.Model.Observation;

/// <summary>Keeps what the world does not remember by itself, and writes the ledger when the run is over.</summary>
internal sealed class LedgerKeeper
{
    private const int MonthsPerYear = 12;

    private readonly LedgerWords _words;
    private readonly PanelTable _panel;
    private readonly StaffTables _staff;
    private readonly MilestoneTable _milestones;

    public LedgerKeeper(Parameters parameters, World world)
    {
        _words = new LedgerWords(world, parameters.Run.Start.Index);
        _panel = new PanelTable(_words);
        _staff = new StaffTables(_words);
        _milestones = new MilestoneTable(_words, parameters);
    }

    /// <summary>Notes a month that has just been simulated.</summary>
    public void Note(World world)
    {
        _milestones.Note(world);
        if (world.RecordedMonth < 0)
        {
            return;
        }

        _panel.NoteExits(world);
        if (world.RecordedMonth % MonthsPerYear == 0)
        {
            _staff.NoteYear(world);
        }

        if (world.RecordedMonth % MonthsPerYear == MonthsPerYear - 1)
        {
            _panel.NoteYear(world);
        }
    }

    /// <summary>All tables of the run.</summary>
    public IReadOnlyList<LedgerTable> Close(World world) =>
    [
        OrganizationTables.Organizations(world, _words),
        PeopleTables.People(world, _words),
        PeopleTables.Jobs(world, _words),
        MoneyTables.Rounds(world, _words),
        MoneyTables.Investments(world, _words),
        MoneyTables.Pitches(world, _words),
        OrganizationTables.Exits(world, _words),
        _panel.Table,
        _milestones.Table,
        .. _staff.Close(world),
        FlowTable.Of(world, _words),
    ];
}
