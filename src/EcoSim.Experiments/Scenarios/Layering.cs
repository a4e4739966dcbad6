using Microsoft.Extensions.Configuration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>All layers of a scenario, the first parent first and the command line last; the last layer that holds a path wins.</summary>
internal sealed class Layering
{
    private readonly IConfigurationRoot _root;
    private readonly ScenarioLayer[] _lastFirst;

    public Layering(IReadOnlyList<ScenarioLayer> layers)
    {
        var builder = new ConfigurationBuilder();
        foreach (ScenarioLayer layer in layers)
        {
            builder.Add(layer);
        }

        _root = builder.Build();
        _lastFirst = [.. _root.Providers.Cast<ScenarioLayer>().Reverse()];
        Layers = layers;
    }

    public IReadOnlyList<ScenarioLayer> Layers { get; }

    /// <summary>The valid value that holds for a path, or null when no layer has one.</summary>
    public Stated? Find(string path)
    {
        string key = ScenarioLayer.KeyOf(path);
        if (_root[key] is null)
        {
            return null;
        }

        int fromLast = Array.FindIndex(_lastFirst, layer => layer.TryGet(key, out _));
        ScenarioLayer winner = _lastFirst[fromLast];
        return new Stated(winner.Get(key), winner, _lastFirst.Length - 1 - fromLast);
    }
}

/// <summary>A value with the layer that states it.</summary>
/// <param name="Entry">The value.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Rank">Place of the layer; a higher one wins.</param>
internal sealed record Stated(Entry Entry, ScenarioLayer Layer, int Rank);
