using Microsoft.Extensions.Configuration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>What one file, or one <c>--set</c>, says: a layer of the configuration that still knows where each value stands.</summary>
/// <remarks>
/// It provides its values itself, since the JSON provider forgets type, line and order, and throws at the first
/// duplicate key where all problems are wanted at once.
/// </remarks>
internal sealed class ScenarioLayer(string label, ScenarioFile? file, bool isParent, IReadOnlyList<Entry> entries)
    : ConfigurationProvider, IConfigurationSource
{
    private readonly Dictionary<string, Entry> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What messages call it: a file, or <c>--set</c>.</summary>
    public string Label { get; } = label;

    /// <summary>The file, or null for the command line.</summary>
    public ScenarioFile? File { get; } = file;

    /// <summary>True for a scenario that another one extends.</summary>
    public bool IsParent { get; } = isParent;

    /// <summary>Everything that stands in it, in order, right or wrong.</summary>
    public IReadOnlyList<Entry> Entries { get; } = entries;

    /// <summary>Takes a value that was found valid into the configuration.</summary>
    public void Accept(Entry entry)
    {
        Set(KeyOf(entry.Path), entry.Text);
        _values[KeyOf(entry.Path)] = entry;
    }

    /// <summary>The accepted entry of a key of the configuration.</summary>
    public Entry Get(string key) => _values[key];

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>The configuration separates the parts of a key by colons.</summary>
    public static string KeyOf(string path) => path.Replace('.', ':');
}
