using System.Text;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Collects the problems of one reading, and remembers which paths are broken so that no follow-up error is reported for them.</summary>
internal sealed class Findings
{
    /// <summary>A file of junk could hold a problem a line; nobody reads more than this many.</summary>
    private const int Most = 200;

    private readonly List<Problem> _problems = [];
    private readonly HashSet<string> _broken = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>True when a file could not be understood to its end or says a thing twice, so that the whole cannot be judged.</summary>
    public bool Incomplete { get; set; }

    public bool Full => _problems.Count >= Most;

    public void Add(string file, Place? place, string path, string found, string allowed, string? suggestion = null)
    {
        _broken.Add(path);
        if (_problems.Count < Most)
        {
            _problems.Add(new Problem(file, place?.Line, place?.Column, path, found, allowed, suggestion));
        }
        else if (_problems.Count == Most)
        {
            _problems.Add(new Problem(file, null, null, "", $"more than {Most} problems", "mend the ones above first"));
        }
    }

    /// <summary>Remembers that what stands at a path follows from a problem that was reported.</summary>
    public void MarkBroken(string path) => _broken.Add(path);

    public bool IsBroken(string path) => _broken.Contains(path);

    /// <summary>True when something at or below the path has been reported.</summary>
    public bool IsBrokenBelow(string path) =>
        _broken.Any(p => p.StartsWith(path, StringComparison.OrdinalIgnoreCase) && (p.Length == path.Length || p[path.Length] == '.'));

    /// <summary>A text from a file in quotes, short enough for a line.</summary>
    public static string Quote(string text) => $"\"{Clip(text, 60)}\"";

    /// <summary>A text from a file without control characters and of limited length, fit for a terminal.</summary>
    public static string Clip(string text, int most)
    {
        var clean = new StringBuilder(Math.Min(text.Length, most) + 1);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (clean.Length >= most)
            {
                return clean.Append('…').ToString();
            }

            bool shown = Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Control
                or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
                or System.Globalization.UnicodeCategory.ParagraphSeparator);
            clean.Append(shown ? rune.ToString() : "?");
        }

        return clean.ToString();
    }
}
