namespace EcoSim.Experiments.Scenarios;

/// <summary>Finds the known name that a mistyped one was probably meant to be.</summary>
public static class NearestName
{
    /// <summary>Most names that <see cref="Related"/> gives.</summary>
    public const int MostRelated = 5;

    private const int LeastLetters = 3;

    /// <summary>The nearest of the names, or null when none is near enough to be a likely slip.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="names">Known names; the first of equally near ones is taken.</param>
    /// <remarks>
    /// Near enough is one slip, or one for every three letters of the longest dotted part. Upper and lower case count only
    /// between names that are otherwise equally near.
    /// </remarks>
    public static string? Among(string typed, IEnumerable<string> names)
    {
        if (typed.Length is 0 or > 200)
        {
            return null;
        }

        string lower = typed.ToLowerInvariant();
        int longest = typed.Split('.').Max(part => part.Length);
        int allowed = Math.Max(1, longest / 3);
        string? best = null;
        (int Slips, int Case) bestRank = (int.MaxValue, 0);
        foreach (string name in names)
        {
            int most = Math.Min(allowed, bestRank.Slips);
            if (Math.Abs(name.Length - typed.Length) > most)
            {
                continue;
            }

            int slips = Distance(lower, name.ToLowerInvariant(), most);
            if (slips > most)
            {
                continue;
            }

            (int, int) rank = (slips, Distance(typed, name));
            if (rank.CompareTo(bestRank) < 0)
            {
                (best, bestRank) = (name, rank);
            }
        }

        return best;
    }

    /// <summary>Names that have a word in common with what was typed, or a word with the same beginning; at most <see cref="MostRelated"/>, those with the most of them first.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="names">Known names, of words with dashes between them.</param>
    public static string[] Related(string typed, IEnumerable<string> names)
    {
        string[] words = Words(typed);
        return
        [
            .. names.Select(name => (Name: name, Shared: Words(name).Count(word => words.Any(other => word.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(word, StringComparison.Ordinal)))))
                .Where(found => found.Shared > 0).OrderByDescending(found => found.Shared).Select(found => found.Name).Take(MostRelated),
        ];

        // Shorter ones, such as "no", say little of what is meant.
        static string[] Words(string text) => [.. text.ToLowerInvariant().Split('-', '_', ' ', '.').Where(word => word.Length >= LeastLetters)];
    }

    /// <summary>
    /// Slips between two words: letters missing, added, replaced, or swapped with their neighbour (Damerau-Levenshtein
    /// distance in the restricted form, optimal string alignment).
    /// </summary>
    /// <param name="from">One word.</param>
    /// <param name="to">The other.</param>
    /// <param name="most">Beyond this the exact number is of no interest, and any larger one may be returned.</param>
    public static int Distance(string from, string to, int most = int.MaxValue)
    {
        var older = new int[to.Length + 1];
        var previous = new int[to.Length + 1];
        var current = new int[to.Length + 1];
        for (int j = 0; j <= to.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= from.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    current[j] = Math.Min(current[j], older[j - 2] + 1);
                }
            }

            // A later row builds on this one and the one before, and never falls below both.
            if (current.Min() > most && previous.Min() > most)
            {
                return int.MaxValue;
            }

            (older, previous, current) = (previous, current, older);
        }

        return previous[to.Length];
    }
}
