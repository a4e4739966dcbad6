using EcoSim.Experiments.Scenarios;

namespace EcoSim.Experiments.Sweeps.Reading;

/// <summary>A value that an experiment states, with the file that does.</summary>
/// <param name="Layer">The file.</param>
/// <param name="Entry">What stands there.</param>
internal sealed record StatedEntry(ScenarioLayer Layer, Entry Entry);

/// <summary>The files of an experiment, each taken apart into what a scenario may say and what only an experiment may.</summary>
internal sealed class ExperimentLayers
{
    private readonly IReadOnlyList<ScenarioLayer> _files;
    private readonly List<StatedEntry> _own = [];

    public ExperimentLayers(IReadOnlyList<ScenarioLayer> files)
    {
        _files = files;
        foreach (ScenarioLayer file in files)
        {
            _own.AddRange(file.Entries.Where(entry => ExperimentGrammar.Owns(entry.Path)).Select(entry => new StatedEntry(file, entry)));
        }

        Scenario =
        [
            .. files.Select(file => new ScenarioLayer(
                file.Label, file.File, file.IsParent, file.Content, [.. file.Entries.Where(entry => !ExperimentGrammar.Owns(entry.Path))])),
        ];
    }

    /// <summary>The layers as those of a scenario.</summary>
    public IReadOnlyList<ScenarioLayer> Scenario { get; }

    /// <summary>What messages call the experiment's own file.</summary>
    public string Label => _files[^1].Label;

    /// <summary>The experiment's own file.</summary>
    public ScenarioFile File => _files[^1].File!;

    /// <summary>The value at a path as the last file states it, or null.</summary>
    public StatedEntry? Find(string path) => _own.LastOrDefault(stated => stated.Entry.Path == path);

    /// <summary>Everything below a key, in the order of the files.</summary>
    public IEnumerable<StatedEntry> Below(string key) => _own.Where(stated => ScenarioGrammar.After(stated.Entry.Path, key) is not null);

    /// <summary>Refuses keys that are misspelt, and keys below those that hold a value.</summary>
    public void CheckKeys(Findings findings)
    {
        foreach ((ScenarioLayer layer, Entry entry) in _own.Select(stated => (stated.Layer, stated.Entry)))
        {
            string first = ExperimentGrammar.FirstOf(entry.Path);
            if (!ExperimentGrammar.Keys.Contains(first))
            {
                if (entry.Path == first)
                {
                    findings.Add(
                        layer.Label, entry.KeyPlace, entry.Path, $"the unknown key {Findings.Quote(entry.Key)}",
                        "one of " + string.Join(", ", [.. ExperimentGrammar.Keys, .. ScenarioGrammar.KeysOf("")]), ExperimentGrammar.Meant(first));
                }
            }
            else if (entry.Path != first && first is ExperimentGrammar.Points or ExperimentGrammar.Replicates or ExperimentGrammar.Outcomes or ExperimentGrammar.DesignSeed)
            {
                findings.Add(layer.Label, entry.KeyPlace, entry.Path, $"the key {Findings.Quote(entry.Key)} below {first}", $"a value for {first}");
            }
        }
    }
}
