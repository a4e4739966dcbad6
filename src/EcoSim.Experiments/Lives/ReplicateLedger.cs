using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Lives;

/// <summary>The ledger of one replicate, table by table, on the calendar of its scenario.</summary>
public sealed class ReplicateLedger
{
    private readonly Dictionary<string, LifeTable> _tables = new(StringComparer.Ordinal);
    private readonly Func<string, LifeTable?> _find;

    internal ReplicateLedger(int replicate, RunParameters setup, Func<string, LifeTable?> find)
    {
        Replicate = replicate;
        Start = setup.Start;
        Months = setup.Months;
        _find = find;
    }

    /// <summary>The ledger of a replicate that has just been simulated.</summary>
    public ReplicateLedger(RunResult run, RunParameters setup)
        : this(run.Replicate, setup, name => run.Ledger.FirstOrDefault(table => table.Name == name) is { } table ? new SimulatedTable(table) : null)
    {
    }

    public int Replicate { get; }

    /// <summary>Calendar month of month 0.</summary>
    public CalendarMonth Start { get; }

    /// <summary>Recorded months.</summary>
    public int Months { get; }

    /// <summary>Calendar month of the last recorded one.</summary>
    public CalendarMonth End => Date(Months - 1);

    /// <summary>Calendar month of a month of the ledger; those before the first recorded one are negative.</summary>
    public CalendarMonth Date(int month) => new(Start.Index + month);

    /// <summary>True when the ledger has this table.</summary>
    internal bool Has(string name) => Find(name) is not null;

    internal LifeTable this[string name] => Find(name)
        ?? throw new RefusedException($"The ledger has no table '{name}', so it was written by another version of the program. {ResultFolder.Again}");

    private LifeTable? Find(string name)
    {
        if (!_tables.TryGetValue(name, out LifeTable? table) && _find(name) is { } found)
        {
            table = found;
            _tables.Add(name, found);
        }

        return table;
    }
}

/// <summary>Names of the ledger's tables that lives are told from.</summary>
internal static class Table
{
    public const string Organizations = "organizations";
    public const string People = "people";
    public const string Jobs = "jobs";
    public const string Rounds = "funding_rounds";
    public const string Investments = "investments";
    public const string Pitches = "pitches";
    public const string Exits = "exits";
    public const string Panel = "panel";
    public const string Milestones = "milestones";
    public const string Sample = "anchor_staff_sample";

    /// <summary>Without these no life can be told.</summary>
    public static readonly string[] Needed = [Organizations, People, Jobs, Rounds, Investments, Pitches, Exits, Panel, Milestones, Sample];
}
