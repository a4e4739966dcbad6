namespace EcoSim.Experiments.Scenarios;

/// <summary>The files on disk that decide what a scenario says, whether or not it can be read now.</summary>
public static class SourceFiles
{
    private const string Json = ".json";

    /// <summary>
    /// Full paths of the scenario, its parents and its series; where a file is named that does not exist, the path at which it would be
    /// found. What ships inside the program is left out. Empty when the scenario is no file and only a shipped name.
    /// </summary>
    /// <param name="scenario">Path to a JSON file, or the name of a scenario.</param>
    public static IReadOnlyList<string> Of(string scenario)
    {
        IReadOnlyList<ScenarioLayer> layers = ExtendsChain.Follow(scenario, new Findings());
        var files = new List<string>();
        foreach (ScenarioLayer layer in layers.Reverse())
        {
            if (layer.File is { FullPath: { } path } file)
            {
                files.Add(path);
                files.AddRange(Named(file, layer.Entries));
            }
        }

        if (layers.Count == 0 && scenario.Length > 0)
        {
            files.Add(Path.GetFullPath(scenario));
        }

        return [.. files.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Named(ScenarioFile file, IReadOnlyList<Entry> entries)
    {
        string folder = Path.GetDirectoryName(file.FullPath)!;
        foreach (Entry entry in entries.Where(entry => entry.Kind == EntryKind.Text && entry.Text.Length > 0 && entry.Text.IndexOf('\0') < 0))
        {
            bool parent = entry.Path == "extends";
            bool series = entry.Path.StartsWith(ScenarioGrammar.Series + ".", StringComparison.Ordinal)
                && !entry.Path.EndsWith(".monthly", StringComparison.Ordinal) && !entry.Path.EndsWith(".source", StringComparison.Ordinal);
            if (!parent && !series)
            {
                continue;
            }

            ScenarioFile? found = file.Beside(entry.Text) ?? (parent ? file.Beside(entry.Text + Json) : null);
            if (found is null)
            {
                yield return Path.GetFullPath(Path.Combine(folder, entry.Text.Replace('\\', '/')));
            }
            else if (found.FullPath is { } path)
            {
                yield return path;
            }
        }
    }
}
