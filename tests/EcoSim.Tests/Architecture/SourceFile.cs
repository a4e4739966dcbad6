using System.Text;
using System.Text.RegularExpressions;

namespace EcoSim.Tests.Architecture;

/// <summary>One C# file as the rules see it.</summary>
/// <param name="path">Path below the root of the repository, with forward slashes.</param>
/// <param name="text">The file as written.</param>
public sealed class SourceFile(string path, string text)
{
    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>The text with comments and the insides of quotes blanked out; lines stay where they are.</summary>
    public string Code { get; } = Blank(text);

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Room to which the file belongs, or null.</summary>
    public string? Room => RoomOf(Path);

    /// <summary>Folder of the model in which the file lies ("Rooms", "Engine", …), or null.</summary>
    public string? Floor => Regex.Match(Path, "^src/EcoSim.Model/([^/]+)/") is { Success: true } match ? match.Groups[1].Value : null;

    public bool InModel => Path.StartsWith("src/EcoSim.Model/", StringComparison.Ordinal);

    /// <summary>Names of the types that the file declares.</summary>
    public IEnumerable<string> Types =>
        Regex.Matches(Code, @"\b(?:class|struct|interface|enum|record)\s+(?!class\b|struct\b)([A-Z]\w*)").Select(m => m.Groups[1].Value);

    /// <summary>Every match of the pattern in the code, told as "path:line: what" with the reason.</summary>
    public IEnumerable<string> Find(string pattern, string reason) =>
        Regex.Matches(Code, pattern).Select(match => $"{Path}:{LineOf(match.Index)}: {match.Value.Trim()} ({reason})");

    public int LineOf(int index) => 1 + Code.AsSpan(0, index).Count('\n');

    private static string? RoomOf(string path) =>
        Regex.Match(path, "^src/EcoSim.Model/Rooms/([^/]+)/") is { Success: true } match ? match.Groups[1].Value : null;

    private static string Blank(string text)
    {
        // Order matters: a quote inside a comment opens nothing, and a raw string may hold quotes.
        const string pattern = "//[^\\n]*|/\\*[\\s\\S]*?\\*/|\"\"\"[\\s\\S]*?\"\"\"|\\$?@\\$?\"(?:[^\"]|\"\")*\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.[^'\\n]*)'";
        return Regex.Replace(text, pattern, match =>
        {
            var blank = new StringBuilder(match.Length);
            foreach (char c in match.Value)
            {
                blank.Append(c == '\n' ? '\n' : ' ');
            }

            return blank.ToString();
        });
    }
}
