using Microsoft.Extensions.Configuration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>All layers of a scenario, the first parent first and the command line last; the last layer that holds a path wins.</summary>
/// <remarks>
/// Only for layers that the check of entries has gone through and whose files were read to their end: the JSON provider
/// throws at bad syntax and at duplicate keys, where a user wants every problem at once and its place.
/// </remarks>
internal sealed class Layering
{
    private readonly IConfigurationProvider[] _providers;

    public Layering(IReadOnlyList<ScenarioLayer> layers)
    {
        var builder = new ConfigurationBuilder();
        foreach (ScenarioLayer layer in layers)
        {
            builder.Add(layer);
        }

        _providers = [.. builder.Build().Providers];
        Layers = layers;
    }

    public IReadOnlyList<ScenarioLayer> Layers { get; }

    /// <summary>The valid value that holds for a path, or null when no layer has one.</summary>
    public Stated? Find(string path)
    {
        string key = ScenarioLayer.KeyOf(path);
        for (int rank = _providers.Length - 1; rank >= 0; rank--)
        {
            if (_providers[rank].TryGet(key, out string? value) && value is not null)
            {
                Entry entry = Layers[rank].Get(key);
                return new Stated(entry with { Text = AsWritten(entry.Kind, value) }, Layers[rank], rank);
            }
        }

        return null;
    }

    /// <summary>The JSON provider writes true and false with capitals.</summary>
    private static string AsWritten(EntryKind kind, string value) =>
        kind == EntryKind.Switch ? value.ToLowerInvariant() : value;
}

/// <summary>A value with the layer that states it.</summary>
/// <param name="Entry">The value.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Rank">Place of the layer; a higher one wins.</param>
internal sealed record Stated(Entry Entry, ScenarioLayer Layer, int Rank);
