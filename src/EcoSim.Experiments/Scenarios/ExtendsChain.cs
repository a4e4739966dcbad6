namespace EcoSim.Experiments.Scenarios;

/// <summary>Follows <c>extends</c> from a scenario to its first parent.</summary>
internal static class ExtendsChain
{
    /// <summary>Bounds chains that grow without repeating a file, as through a link to its own folder.</summary>
    private const int Longest = 32;

    /// <summary>The layers of the files, first parent first; what is missing or circular is added to the findings.</summary>
    public static IReadOnlyList<ScenarioLayer> Follow(string scenario, Findings findings)
    {
        ScenarioFile? file = ScenarioFile.Named(scenario);
        if (file is null)
        {
            AddMissing(scenario, findings);
        }

        return Follow(file, findings);
    }

    /// <summary>The same from a file that was found; none for null.</summary>
    public static IReadOnlyList<ScenarioLayer> Follow(ScenarioFile? file, Findings findings)
    {
        var layers = new List<ScenarioLayer>();
        var seen = new List<ScenarioFile>();
        while (file is not null)
        {
            seen.Add(file);
            byte[]? content = ReadContent(file, findings);
            IReadOnlyList<Entry> entries = content is null ? [] : JsonEntries.Read(content, file.Label, findings);
            layers.Insert(0, new ScenarioLayer(file.Label, file, layers.Count > 0, content ?? [], entries));
            file = Parent(file, entries, seen, findings);
        }

        return layers;
    }

    /// <summary>Content of a file, or null when it cannot be read.</summary>
    private static byte[]? ReadContent(ScenarioFile file, Findings findings)
    {
        byte[]? content = file.Read(out string failure);
        if (content is null)
        {
            findings.Add(file.Label, null, "", "a file that is of no use: " + failure, "a readable JSON file");
            findings.Incomplete = true;
        }

        return content;
    }

    private static ScenarioFile? Parent(ScenarioFile file, IReadOnlyList<Entry> entries, List<ScenarioFile> seen, Findings findings)
    {
        Entry? extends = entries.LastOrDefault(e => e.Path == "extends" && e.Kind == EntryKind.Text);
        if (extends is null)
        {
            return null;
        }

        ScenarioFile? parent = file.Beside(extends.Text) ?? file.Beside(extends.Text + ".json");
        string? found = null;
        string allowed = "";
        if (parent is null)
        {
            string at = Path.Combine(Path.GetDirectoryName(file.FullPath is null ? "" : file.Label) ?? "", extends.Text);
            found = ScenarioFile.Missing(extends.Text.Length == 0 ? "" : at);
            allowed = "a scenario file beside this one, or a shipped one" + Shipped(Path.GetFileNameWithoutExtension(extends.Text));
        }
        else if (seen.FindIndex(f => f.Identity == parent.Identity) is var first and >= 0)
        {
            found = "a circle: " + string.Join(" → ", seen.Skip(first).Append(parent).Select(f => f.Label));
            allowed = "a chain that ends in a scenario which extends nothing";
        }
        else if (seen.Count == Longest)
        {
            found = $"a chain of more than {Longest} scenarios";
            allowed = $"at most {Longest}";
        }

        if (found is null)
        {
            return parent;
        }

        findings.Add(file.Label, extends.ValuePlace, "extends", found, allowed, parent is null ? NearestParent(file, extends.Text) : null);
        findings.Incomplete = true;
        return null;
    }

    /// <summary>The scenario beside a file, or shipped, that was probably meant, written as it was typed: with or without folder and ending.</summary>
    private static string? NearestParent(ScenarioFile file, string typed)
    {
        string folder = typed[..(typed.LastIndexOfAny(['/', '\\']) + 1)], ending = typed.EndsWith(ScenarioFile.Json, StringComparison.OrdinalIgnoreCase) ? ScenarioFile.Json : "";
        string? near = NearestName.Among(
            Path.GetFileNameWithoutExtension(typed), [.. ShippedScenarios.Names, .. file.StemsBeside(folder).Where(stem => stem != file.Stem || folder.Length > 0)]);
        return near is null ? null
            : new[] { folder + near + ending, near + ending }.FirstOrDefault(meant => (file.Beside(meant) ?? file.Beside(meant + ScenarioFile.Json)) is not null);
    }

    /// <summary>Shipped scenarios that are like what was typed, and where all of them are listed.</summary>
    private static string Shipped(string typed)
    {
        string[] like = NearestName.Related(typed, ShippedScenarios.Names);
        return $"{(like.Length == 0 ? "" : ", such as " + string.Join(", ", like))}; `ecosim describe scenarios` lists them";
    }

    private static void AddMissing(string scenario, Findings findings)
    {
        string stem = Path.GetFileNameWithoutExtension(scenario);
        findings.Add(
            scenario, null, "", ScenarioFile.Missing(scenario),
            ShippedScenarios.Experiments.Contains(scenario)
                ? $"a scenario; '{scenario}' is an experiment: ecosim sweep {scenario}"
                : "a path to a scenario file, or the name of a shipped one" + Shipped(stem),
            NearestName.Among(stem, ShippedScenarios.Names));
        findings.Incomplete = true;
    }
}
