using System.Text.RegularExpressions;

namespace EcoSim.Tests.Architecture;

/// <summary>How files and names are written.</summary>
public static class WritingRules
{
    private const int MostLines = 300;

    private static readonly string[] Vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Data", "Info", "Base", "Common"];

    /// <summary>Built from halves, so that the rule does not find itself.</summary>
    private static readonly string Unfinished = @"\b(?:TO" + "DO|FIX" + "ME|HA" + "CK|XX" + @"X)\b|NotImplemented" + "Exception";

    /// <summary>Files and types whose name holds a word that says nothing.</summary>
    public static IEnumerable<string> VagueNames(IEnumerable<SourceFile> files) =>
        from file in files
        from name in file.Types.Append(file.Name[..^3]).Distinct()
        from word in Regex.Matches(name, "[A-Z]+(?![a-z])|[A-Z][a-z0-9]*").Select(match => match.Value).Intersect(Vague)
        select $"{file.Path}: '{word}' in the name {name} says nothing; name what it is";

    public static IEnumerable<string> LongFiles(IEnumerable<SourceFile> files) =>
        from file in files
        let lines = file.Text.Count(c => c == '\n')
        where lines > MostLines
        select $"{file.Path}: {lines} lines, at most {MostLines}; split it by idea";

    public static IEnumerable<string> UnfinishedWork(IEnumerable<SourceFile> files) =>
        from file in files
        from match in Regex.Matches(file.Text, Unfinished)
        select $"{file.Path}: '{match.Value}'; finish it or take it out";
}
