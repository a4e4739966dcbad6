using System.Reflection;
using System.Text.Json;

namespace EcoSim.Experiments.Scenarios;

/// <summary>The scenarios, and the series they need, that are part of the program and work without a checkout.</summary>
public static class ShippedScenarios
{
    /// <summary>Folder of the experiments among the scenarios.</summary>
    public const string Sweeps = "sweeps";

    /// <summary>Folder of the calibrations among the scenarios.</summary>
    public const string Calibrations = "calibrations";

    private const string Folder = "scenarios/";

    private static readonly Assembly Home = typeof(ShippedScenarios).Assembly;

    private static readonly Lazy<string[]> Resources = new(() =>
        [.. Home.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..]).Order(StringComparer.Ordinal)]);

    /// <summary>Names of the scenarios, in alphabetical order, without file ending.</summary>
    public static IReadOnlyList<string> Names =>
        [.. Resources.Value.Where(r => !r.Contains('/') && r.EndsWith(".json", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension)!];

    /// <summary>Names of the experiments, in alphabetical order, without file ending.</summary>
    public static IReadOnlyList<string> Experiments => NamesIn(Sweeps);

    /// <summary>Names of the scenarios that have a calibration, in alphabetical order.</summary>
    public static IReadOnlyList<string> Calibrated => NamesIn(Calibrations);

    /// <summary>Content of a shipped file, or null when none has this path.</summary>
    /// <param name="path">Path within the folder of scenarios, such as <c>baseline.json</c>.</param>
    public static byte[]? Read(string path)
    {
        using Stream? stream = Resources.Value.Contains(path, StringComparer.Ordinal) ? Home.GetManifestResourceStream(Folder + path) : null;
        if (stream is null)
        {
            return null;
        }

        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    /// <summary>The question that a shipped scenario or experiment states; empty when it states none.</summary>
    /// <param name="path">Path within the folder of scenarios, such as <c>baseline.json</c>.</param>
    public static string QuestionOf(string path)
    {
        using JsonDocument file = JsonDocument.Parse(Read(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return file.RootElement.TryGetProperty("question", out JsonElement question) ? question.GetString() ?? "" : "";
    }

    /// <summary>True when a file with this path is shipped.</summary>
    public static bool Has(string path) => Resources.Value.Contains(path, StringComparer.Ordinal);

    private static string[] NamesIn(string folder) =>
        [.. Resources.Value.Where(r => r.StartsWith(folder + "/", StringComparison.Ordinal) && r.EndsWith(".json", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension)!];
}
