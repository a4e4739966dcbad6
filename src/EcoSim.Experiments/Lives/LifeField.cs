using EcoSim.Model.Worlds;

namespace EcoSim.Experiments.Lives;

/// <summary>Something that is followed of a person or a firm.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Unit">Unit of a number; empty for words.</param>
/// <param name="IsEvent">True when a change is an event of the life, not a number that drifts.</param>
public sealed record LifeField(string Name, string Unit = "", bool IsEvent = false)
{
    /// <summary>Unit of a month of the ledger, which people read as a date.</summary>
    public const string Month = "month";

    /// <summary>What is said to happen when an event changes; null for its name with the value that it takes.</summary>
    public string? Happening { get; init; }

    /// <summary>True for what only a living being has: once a firm is sold or closed it means nothing, whatever the world still holds.</summary>
    public bool OfTheLiving { get; init; }

    /// <summary>True when each time it happens is noted as a <see cref="Deed"/>, so that its value tells only of the last.</summary>
    public bool ByDeeds { get; init; }
}

/// <summary>Something of a life that can happen several times, even within a step, with an amount of its own.</summary>
/// <param name="Month">Month of the ledger.</param>
/// <param name="Step">Place of the step in the schedule; −1 before the first tick.</param>
/// <param name="Field">What happens.</param>
/// <param name="Value">With whom or to what, and the amount, million RMB.</param>
public sealed record Deed(int Month, int Step, LifeField Field, LifeValue Value);

/// <summary>The value of a field: a number or a word.</summary>
/// <param name="Number">The number; beside a word the amount that came with it, million RMB, 0 for none.</param>
/// <param name="Word">The word, or null for a number.</param>
public readonly record struct LifeValue(double Number, string? Word)
{
    /// <summary>Relative difference up to which two numbers are the same: skills are kept in single precision.</summary>
    private const double Rounding = 1e-5;

    /// <summary>Stands for what a being that is no more does not have.</summary>
    public static readonly LifeValue Gone = new(0, "—");

    public static implicit operator LifeValue(double number) => new(number, null);

    public static implicit operator LifeValue(string word) => new(0, word);

    /// <summary>True when two worlds agree on the value, but for rounding.</summary>
    public bool Agrees(LifeValue other) => Word == other.Word
        && (Number.Equals(other.Number) || Math.Abs(Number - other.Number) <= Rounding * Math.Max(Math.Abs(Number), Math.Abs(other.Number)));
}

/// <summary>How the fields of a kind of being are read from a world. One reader follows one being, since it remembers which deeds it has seen.</summary>
internal abstract class LifeReader
{
    private readonly List<(LifeField Field, Func<World, int, LifeValue> Read)> _fields = [];

    public IReadOnlyList<LifeField> Fields => [.. _fields.Select(known => known.Field)];

    /// <summary>Rows that may hold the being.</summary>
    public abstract int Count(World world);

    /// <summary>Identity of a row.</summary>
    public abstract long Identity(World world, int row);

    /// <summary>All fields of a row, now.</summary>
    public LifeValue[] Read(World world, int row)
    {
        var values = new LifeValue[_fields.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _fields[i].Read(world, row);
        }

        return values;
    }

    /// <summary>What a row has done since this was last asked.</summary>
    public abstract IEnumerable<(LifeField Field, LifeValue Value)> NewDeeds(World world, int row);

    protected LifeField Event(string name, Func<World, int, LifeValue> read, string unit = "", string? happening = null, bool byDeeds = false)
    {
        var field = new LifeField(name, unit, true) { Happening = happening, ByDeeds = byDeeds };
        _fields.Add((field, read));
        return field;
    }

    protected void Number(string name, string unit, Func<World, int, LifeValue> read) => _fields.Add((new LifeField(name, unit), read));

    /// <summary>A number that only a living being has.</summary>
    protected void Living(string name, string unit, Func<World, int, LifeValue> read) => _fields.Add((new LifeField(name, unit) { OfTheLiving = true }, read));
}
