namespace EcoSim.Experiments.Results;

/// <summary>Says that a result does not exist, and which command makes it.</summary>
public static class MissingResult
{
    private const string UsualFolder = "results", Comparison = "compare-";

    /// <summary>Commands whose folder is their name, a dash and that of the scenario or experiment.</summary>
    private static readonly string[] Commands = ["attribute", "calibrate", "headline", "sensitivity", "sweep"];

    /// <summary>True for an argument that can only mean a results folder which is not there: a path, and no JSON file.</summary>
    public static bool IsMeant(string argument) =>
        argument.AsSpan().IndexOfAny('/', '\\') >= 0 && !argument.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(argument) && !File.Exists(argument) && !File.Exists(argument + ".json");

    /// <summary>"There is no result 'results/no-cloud'. Run first: ecosim run no-cloud".</summary>
    public static string Text(string folder)
    {
        string path = Path.TrimEndingDirectorySeparator(folder);
        string? parent = Path.GetDirectoryName(path);
        string elsewhere = string.IsNullOrEmpty(parent) || parent == UsualFolder ? "" : $" --out {parent}";
        return $"There is no result '{folder}'. Run first: ecosim {CommandOf(Path.GetFileName(path))}{elsewhere}";
    }

    private static string CommandOf(string name) =>
        name.StartsWith(Comparison, StringComparison.Ordinal) ? "compare BASELINE OTHER"
        : Commands.FirstOrDefault(command => name.StartsWith(command + "-", StringComparison.Ordinal)) is { } command ? $"{command} {name[(command.Length + 1)..]}"
        : $"run {name}";
}
