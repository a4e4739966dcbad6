using System.Text.RegularExpressions;

namespace EcoSim.Tests.Architecture;

/// <summary>Who may know whom: each rule lists the lines that point the wrong way.</summary>
public static class ArrowRules
{
    /// <summary>Floors of the model, and the floors each may import.</summary>
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["Declaration"] = [],
        ["Randomness"] = [],
        ["Worlds"] = ["Randomness"],
        ["Engine"] = ["Declaration", "Randomness", "Worlds"],
        ["Rooms"] = ["Declaration", "Randomness", "Worlds", "Engine"],
        ["Observation"] = ["Declaration", "Randomness", "Worlds", "Engine"],
        ["Simulation"] = ["Declaration", "Randomness", "Worlds", "Engine", "Rooms", "Observation"],
    };

    private const string Machine =
        @"\bSystem\.(?:IO|Diagnostics|Threading|Net|Text\.Json)\b|\b(?:File|Directory|StreamReader|StreamWriter|Console|Thread|Task|Parallel|Stopwatch|Environment|JsonSerializer|Random|Guid|TimeProvider)\b(?=\s*[.(])|\bDate(?:Time|TimeOffset)\.(?:Now|UtcNow|Today)\b|\bnew Random\b|\bDate(?:Time|TimeOffset)\.|\bGetHashCode\s*\(|\bHashCode\.Combine\b";

    /// <summary>Imports of a floor that does not lie below. Everything outside the known floors may be imported by none.</summary>
    public static IEnumerable<string> Floors(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Floor is not null
        from wrong in Below.TryGetValue(file.Floor!, out string[]? allowed)
            ? file.Find(@"\bEcoSim\.Model\.(?!" + string.Join("|", allowed.Append(file.Floor!).Select(floor => floor + @"\b")) + @")[A-Z]\w*", $"{file.Floor} may import only {string.Join(", ", allowed.DefaultIfEmpty("nothing"))}")
                .Where(line => !line.Contains("namespace "))
            : [$"{file.Path}: the model has no floor '{file.Floor}'; use {string.Join(", ", Below.Keys)}"]
        select wrong;

    /// <summary>Rooms that mention another room, by namespace or by a type declared in it.</summary>
    public static IEnumerable<string> RoomToRoom(IReadOnlyCollection<SourceFile> files)
    {
        ILookup<string, string> declared = files.Where(file => file.Room is not null)
            .SelectMany(file => file.Types.Select(type => (Type: type, file.Room)))
            .ToLookup(pair => pair.Type, pair => pair.Room!);
        string[] rooms = [.. files.Select(file => file.Room).OfType<string>().Distinct()];
        foreach (SourceFile file in files.Where(file => file.Room is not null))
        {
            IEnumerable<string> foreign = declared.Where(type => !type.Contains(file.Room!)).Select(type => type.Key);
            foreach (string room in rooms.Where(room => room != file.Room))
            {
                foreach (string line in file.Find($@"\bRooms\.{room}\b", $"the room {file.Room} must not know the room {room}; meet in a column of the world"))
                {
                    yield return line;
                }
            }

            foreach (string type in foreign)
            {
                foreach (string line in file.Find($@"(?<![.\w]){type}\b(?!\s*(?:=[^=>]|\())", $"declared in the room {declared[type].First()}; rooms meet in columns of the world"))
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>Equations that know more than their arguments and mathematics.</summary>
    public static IEnumerable<string> ImpureEquations(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Name.EndsWith("Equations.cs", StringComparison.Ordinal)).SelectMany(file =>
            file.Find(@"\b(?:World|Draw|Decision|Variate|Parameters|\w+Parameters|\w+Process|IProcess)\b|\busing EcoSim[\w.]*|\bstatic (?!readonly\b|class\b|partial\b)(?:[\w<>?\[\]]+) \w+\s*(?:=(?!>)|;)", "equations take arguments and return numbers"));

    /// <summary>Observation that reaches into rooms or the loop; what it sees are columns of the world.</summary>
    public static IEnumerable<string> ObservationOfRooms(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Floor == "Observation").SelectMany(file =>
            file.Find(@"\bEcoSim\.Model\.Rooms\b|\bRooms\.\w+|\bIProcess\b|\b\w+Process\b", "observation reads columns of the world and nothing else"));

    /// <summary>Observation that assigns to a column of the world.</summary>
    public static IEnumerable<string> ObservationThatWrites(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Floor == "Observation").SelectMany(file =>
            file.Find(@"\b_?world(?:\.\w+|\[[^\]\n]*\])+\s*(?:=(?![=>])|[-+*/|&^]=|\+\+|--)", "observation never writes"));

    /// <summary>Model code that touches the machine: files, console, threads, clocks, global randomness.</summary>
    public static IEnumerable<string> Impurities(IEnumerable<SourceFile> files) =>
        files.Where(file => file.InModel).SelectMany(file =>
            file.Find(Machine, "the model knows no file, console, thread, clock, environment or global randomness"));

    /// <summary>References of a project beside those allowed.</summary>
    /// <param name="project">Text of the project file.</param>
    /// <param name="allowed">Name of the one project that may be referenced, or null for none.</param>
    public static IEnumerable<string> Projects(string project, string? allowed) =>
        Regex.Matches(project, @"<ProjectReference Include=""[^""]*?([\w.]+)\.csproj""").Select(m => m.Groups[1].Value)
            .Where(name => name != allowed).Select(name => $"reference to {name}, allowed is {allowed ?? "none"}");
}
