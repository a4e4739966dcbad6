namespace EcoSim.Experiments.Scenarios;

/// <summary>Where something stands in a text, both counted from 1.</summary>
internal readonly record struct Place(int Line, int Column);

/// <summary>What kind of JSON stands at a path.</summary>
internal enum EntryKind
{
    Object,
    Array,
    Text,
    Number,
    Switch,
    Null,

    /// <summary>A value from the command line, where nothing says whether it is a number or a text.</summary>
    Untyped,
}

/// <summary>One key of a scenario file, or one <c>--set</c>, before anything is known about its meaning.</summary>
/// <param name="Path">Dotted path.</param>
/// <param name="Key">The key as written; inside <c>set</c> and <c>series</c> it may hold several parts of the path.</param>
/// <param name="Kind">What kind of value follows.</param>
/// <param name="Text">The value as written, without quotes; empty for objects and arrays.</param>
/// <param name="KeyPlace">Where the key stands, when known.</param>
/// <param name="ValuePlace">Where the value stands, when known.</param>
internal sealed record Entry(string Path, string Key, EntryKind Kind, string Text, Place? KeyPlace, Place? ValuePlace)
{
    /// <summary>Values of an array, in order; scenarios hold none, experiments do.</summary>
    public IReadOnlyList<Entry> Items { get; init; } = [];
}
