namespace EcoSim.Experiments.Scenarios;

/// <summary>A file that takes part in a scenario, on disk or shipped with the program.</summary>
/// <param name="Label">What messages call it.</param>
/// <param name="FullPath">Where it stands on disk, or null when it is shipped.</param>
/// <param name="ShippedPath">Its path among the shipped files, or null when it is on disk.</param>
internal sealed record ScenarioFile(string Label, string? FullPath, string? ShippedPath)
{
    /// <summary>Far above any real scenario; stops endless devices and slips such as a results file.</summary>
    private const int MostBytes = 16 << 20;

    public const string Json = ".json";

    /// <summary>Same file, same identity.</summary>
    public string Identity => FullPath ?? "shipped:" + ShippedPath;

    /// <summary>Name of the file without folder and ending.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(FullPath ?? ShippedPath)!;

    /// <summary>
    /// The file meant by what a user typed: a path, or the bare name of a scenario. A file on disk, also one in the folder
    /// <c>scenarios</c>, wins over a shipped one. Null when there is neither.
    /// </summary>
    public static ScenarioFile? Named(string typed)
    {
        bool bare = typed.Length > 0 && typed.IndexOfAny(['/', '\\']) < 0;
        string[] places = bare
            ? [typed, typed + Json, Path.Combine("scenarios", typed), Path.Combine("scenarios", typed + Json)]
            : [typed, typed + Json];
        return places.Select(OnDisk).FirstOrDefault(f => f is not null)
            ?? (bare ? Shipped(typed) ?? Shipped(typed + Json) : null);
    }

    /// <summary>The same among experiments, whose folder is <c>scenarios/sweeps</c>.</summary>
    public static ScenarioFile? NamedExperiment(string typed) => NamedWithin(ShippedScenarios.Sweeps, typed);

    /// <summary>The same among calibrations, whose folder is <c>scenarios/calibrations</c>.</summary>
    public static ScenarioFile? NamedCalibration(string typed) => NamedWithin(ShippedScenarios.Calibrations, typed);

    private static ScenarioFile? NamedWithin(string folder, string typed)
    {
        bool bare = typed.Length > 0 && typed.IndexOfAny(['/', '\\']) < 0;
        string[] places = bare
            ? [typed, typed + Json, Path.Combine("scenarios", folder, typed), Path.Combine("scenarios", folder, typed + Json)]
            : [typed, typed + Json];
        return places.Select(OnDisk).FirstOrDefault(f => f is not null)
            ?? (bare ? Shipped($"{folder}/{typed}") ?? Shipped($"{folder}/{typed}{Json}") : null);
    }

    /// <summary>A file named in this one: relative to its folder, or shipped when nothing stands there. Null when there is neither.</summary>
    public ScenarioFile? Beside(string relative)
    {
        string path = relative.Replace('\\', '/');
        if (FullPath is not null)
        {
            string folder = Path.GetDirectoryName(Label) ?? "";
            return OnDisk(Path.Combine(folder, path)) ?? Shipped(path);
        }

        return Shipped(Path.GetDirectoryName(ShippedPath) is { Length: > 0 } inside ? inside + "/" + path : path);
    }

    /// <summary>Names without ending of the JSON files in a folder relative to this file's; none for a shipped file.</summary>
    public IEnumerable<string> StemsBeside(string folder)
    {
        string place = Path.Combine(Path.GetDirectoryName(FullPath) ?? "", folder);
        return FullPath is not null && Directory.Exists(place)
            ? Directory.EnumerateFiles(place, "*" + Json, new EnumerationOptions()).Select(found => Path.GetFileNameWithoutExtension(found)!).Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>A file named on the command line: relative to the current folder, or shipped.</summary>
    public static ScenarioFile? BesideUser(string relative) =>
        OnDisk(relative.Replace('\\', '/')) ?? Shipped(relative.Replace('\\', '/'));

    /// <summary>Content of the file; null with the reason when it cannot be read.</summary>
    public byte[]? Read(out string failure)
    {
        failure = "";
        if (ShippedPath is not null)
        {
            return ShippedScenarios.Read(ShippedPath);
        }

        try
        {
            using var stream = new FileStream(FullPath!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            var part = new byte[64 << 10];
            for (int read = stream.Read(part); read > 0; read = stream.Read(part))
            {
                content.Write(part, 0, read);
                if (content.Length > MostBytes)
                {
                    failure = $"more than {MostBytes >> 20} MB";
                    return null;
                }
            }

            return content.ToArray();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            failure = refused is UnauthorizedAccessException ? "no permission to read it" : "it cannot be read: " + Findings.Clip(refused.Message, 160);
            return null;
        }
    }

    /// <summary>Says what stands at a path where a file was looked for in vain.</summary>
    public static string Missing(string path) =>
        path.Length == 0 ? "an empty file name"
        : Directory.Exists(path) ? $"the folder {Findings.Quote(path)}"
        : $"no file {Findings.Quote(path)}";

    private static ScenarioFile? OnDisk(string path) =>
        path.Length > 0 && File.Exists(path) ? new ScenarioFile(path, Path.GetFullPath(path), null) : null;

    private static ScenarioFile? Shipped(string path)
    {
        string plain = Plain(path);
        return ShippedScenarios.Has(plain) ? new ScenarioFile(plain + " (shipped)", null, plain) : null;
    }

    /// <summary>A path without the steps <c>.</c> and <c>..</c>.</summary>
    private static string Plain(string path)
    {
        var parts = new List<string>();
        foreach (string part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
