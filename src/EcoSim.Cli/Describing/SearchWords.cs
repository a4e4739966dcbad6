using System.Text.RegularExpressions;

namespace EcoSim.Cli.Describing;

/// <summary>Whether a text speaks of what someone looks for: it holds the words as they stand, or each of them in another form ("labor" and "labour", "vacancy" and "vacancies", "unemployment" and "unemployed").</summary>
internal static partial class SearchWords
{
    /// <summary>Letters that have to be left before an ending: what is shorter is no stem ("need" is not a form of "ne").</summary>
    private const int ShortestStem = 3;

    /// <summary>Endings of English inflection and derivation, the longest first; removing the longest that fits leaves one stem for most forms of a word (after Porter 1980, Program 14:130, without his conditions on syllables).</summary>
    private static readonly string[] Endings = ["ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "y", "e"];

    /// <summary>True when the texts together hold what is looked for.</summary>
    /// <param name="wanted">A word, or several.</param>
    /// <param name="texts">Where to look.</param>
    public static bool AreIn(string wanted, params IReadOnlyList<string> texts)
    {
        string joined = Joined(wanted);
        if (joined.Length > 0 && texts.Any(text => Joined(text).Contains(joined, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        HashSet<string> stems = [.. texts.SelectMany(Stems)];
        string[] sought = [.. Stems(wanted)];
        return sought.Length > 0 && sought.All(stems.Contains);
    }

    /// <summary>Stem of a word in lower case.</summary>
    internal static string Stem(string word)
    {
        string plain = British().Replace(word.ToLowerInvariant(), "$1or");
        string? ending = Endings.FirstOrDefault(ending => plain.EndsWith(ending, StringComparison.Ordinal) && plain.Length - ending.Length >= ShortestStem);
        return ending is not null ? plain[..^ending.Length] : Plural().Replace(plain, "");
    }

    /// <summary>"spin-out" and "spin_outs" are also looked for as "spinout".</summary>
    private static string Joined(string text) => text.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    private static IEnumerable<string> Stems(string text) => Word().Matches(text).Select(word => Stem(word.Value));

    /// <summary>Names such as startup_vacancies and hiredByStartUps are words too.</summary>
    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+s?\b|[A-Z]+|[0-9]+")]
    private static partial Regex Word();

    /// <summary>The s of "ups", but not that of "class" and "is".</summary>
    [GeneratedRegex("(?<=[a-z][a-rt-z])s$")]
    private static partial Regex Plural();

    /// <summary>"labour" and "neighbours", but not "four" and "hour".</summary>
    [GeneratedRegex("([a-z]{3})our")]
    private static partial Regex British();
}
