using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace EcoSim.Experiments.Scenarios;

/// <summary>What one file, or one <c>--set</c>, says: a layer of the configuration, and where each of its values stands.</summary>
/// <param name="label">What messages call it: a file, or <c>--set</c>.</param>
/// <param name="file">The file, or null for the command line.</param>
/// <param name="isParent">True for a scenario that another one extends.</param>
/// <param name="content">The file as read; empty for the command line.</param>
/// <param name="entries">Everything that stands in it, in order, right or wrong.</param>
internal sealed class ScenarioLayer(
    string label, ScenarioFile? file, bool isParent, byte[] content, IReadOnlyList<Entry> entries) : IConfigurationSource
{
    private readonly Dictionary<string, Entry> _accepted = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A layer of the command line.</summary>
    public ScenarioLayer(string label, Entry entry) : this(label, null, false, [], [entry])
    {
    }

    public string Label { get; } = label;

    /// <summary>The file as read; empty for the command line.</summary>
    public byte[] Content { get; } = content;

    public ScenarioFile? File { get; } = file;

    public bool IsParent { get; } = isParent;

    public IReadOnlyList<Entry> Entries { get; } = entries;

    /// <summary>Takes a value that was found valid into the configuration.</summary>
    public void Accept(Entry entry) => _accepted[KeyOf(entry.Path)] = entry;

    /// <summary>The accepted entry of a key of the configuration.</summary>
    public Entry Get(string key) => _accepted[key];

    /// <summary>Provides the accepted values; call it after the check of the layer.</summary>
    public IConfigurationProvider Build(IConfigurationBuilder builder) => File is null
        ? new MemoryConfigurationProvider(new MemoryConfigurationSource
        {
            InitialData = _accepted.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value.Text)),
        })
        : new JsonLayer(new JsonStreamConfigurationSource { Stream = new MemoryStream(Content, writable: false) }, _accepted);

    /// <summary>The configuration separates the parts of a key by colons.</summary>
    public static string KeyOf(string path) => path.Replace('.', ':');

    /// <summary>
    /// A file as the JSON provider reads it, less what was refused or is not inherited. A key that holds several parts of
    /// a path, as allowed below <c>set</c>, meets the same path written as one object inside the other.
    /// </summary>
    private sealed class JsonLayer(JsonStreamConfigurationSource source, IReadOnlyDictionary<string, Entry> accepted)
        : JsonStreamConfigurationProvider(source)
    {
        public override void Load(Stream stream)
        {
            base.Load(stream);
            Data = Data.Select(pair => KeyValuePair.Create(KeyOf(pair.Key), pair.Value))
                .Where(pair => accepted.ContainsKey(pair.Key))
                .ToDictionary(StringComparer.OrdinalIgnoreCase);
        }
    }
}
