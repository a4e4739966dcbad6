namespace EcoSim.Experiments.Scenarios;

/// <summary>Names of scenarios, which are also names of result folders on any system.</summary>
internal static class ScenarioName
{
    public const string Allowed =
        "a name of 1 to 80 letters, digits, blanks and - _ . that begins with a letter or digit and can be a folder on any system";

    private static readonly string[] Reserved = ["con", "prn", "aux", "nul", "conin$", "conout$"];

    /// <summary>What is wrong with a name, or null when nothing is.</summary>
    public static string? Fault(string name)
    {
        string stem = name.Split('.')[0].TrimEnd().ToLowerInvariant();
        bool device = Reserved.Contains(stem)
            || (stem.Length == 4 && char.IsAsciiDigit(stem[3]) && (stem.StartsWith("com", StringComparison.Ordinal) || stem.StartsWith("lpt", StringComparison.Ordinal)));
        return name switch
        {
            "" => "an empty name",
            { Length: > 80 } => $"a name of {name.Length} characters",
            _ when name.IndexOfAny(['/', '\\']) >= 0 => $"the name {Findings.Quote(name)} with a path separator",
            _ when device => $"the name {Findings.Quote(name)}, which some systems reserve",
            _ when !char.IsLetterOrDigit(name[0]) || name[^1] is ' ' or '.' || !name.All(IsPlain) => $"the name {Findings.Quote(name)}",
            _ => null,
        };
    }

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.';
}
