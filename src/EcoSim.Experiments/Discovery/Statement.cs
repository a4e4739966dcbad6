using System.Globalization;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;

namespace EcoSim.Experiments.Discovery;

/// <summary>Something that may hold at a point of a sweep: sums of outcomes, parameters and numbers, compared with each other.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Terms">What is left less what is right of the comparison: names by their place, −1 for a number.</param>
/// <param name="Greater">True for more than, false for less than.</param>
/// <param name="OrEqual">True where equality holds, too.</param>
public sealed record Statement(string Text, IReadOnlyList<(int Place, double Factor)> Terms, bool Greater, bool OrEqual)
{
    private static readonly string[] Comparisons = [">=", "<=", ">", "<"];

    /// <summary>True or false at a point; null where a value is missing.</summary>
    /// <param name="values">Values of the names, in the order in which <see cref="Read"/> was given them.</param>
    public bool? Holds(ReadOnlySpan<double> values)
    {
        double distance = Distance(values);
        return double.IsNaN(distance) ? null : (Greater ? distance > 0 : distance < 0) || (OrEqual && distance == 0);
    }

    /// <summary>What is left less what is right of the comparison, so that the threshold is at 0; NaN where a value is missing.</summary>
    /// <param name="values">Values of the names, in the order in which <see cref="Read"/> was given them.</param>
    public double Distance(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach ((int place, double factor) in Terms)
        {
            sum += place < 0 ? factor : factor * values[place];
        }

        return sum;
    }

    /// <summary>
    /// Reads a statement such as <c>dragons_total &gt; 5</c> or <c>ecosystem_value - rival_ecosystem_value &gt;= 0</c>. Throws
    /// <see cref="RefusedException"/> that names what is wrong and what is allowed.
    /// </summary>
    /// <param name="text">The statement.</param>
    /// <param name="names">Names that may stand in it: outcomes and parameters.</param>
    public static Statement Read(string text, IReadOnlyList<string> names)
    {
        var terms = new List<(int, double)>();
        string? comparison = null;
        double sign = 1;
        bool expectsTerm = true;
        for (string rest = text.Trim(); rest.Length > 0; rest = rest.TrimStart())
        {
            if (expectsTerm)
            {
                (int place, double factor, int length) = Term(text, rest, names);
                terms.Add((place, factor * sign * (comparison is null ? 1 : -1)));
                (rest, expectsTerm, sign) = (rest[length..], false, 1);
            }
            else if (rest[0] is '+' or '-')
            {
                (sign, rest, expectsTerm) = (rest[0] == '-' ? -1 : 1, rest[1..], true);
            }
            else if (comparison is null && Comparisons.FirstOrDefault(rest.StartsWith) is { } found)
            {
                (comparison, rest, expectsTerm) = (found, rest[found.Length..], true);
            }
            else
            {
                throw Refused(text, $"'{rest}' where a comparison or an end should be");
            }
        }

        return comparison is null || expectsTerm
            ? throw Refused(text, comparison is null ? "no comparison" : "nothing after the last sign")
            : new Statement(text.Trim(), terms, comparison[0] == '>', comparison.Length == 2);
    }

    /// <summary>A name or number at the beginning of a text; of several names the longest.</summary>
    private static (int Place, double Factor, int Length) Term(string text, string rest, IReadOnlyList<string> names)
    {
        int place = -1;
        for (int i = 0; i < names.Count; i++)
        {
            if (rest.StartsWith(names[i], StringComparison.Ordinal) && (place < 0 || names[i].Length > names[place].Length))
            {
                place = i;
            }
        }

        if (place >= 0 && !Continues(rest, names[place].Length))
        {
            return (place, 1, names[place].Length);
        }

        int end = 0;
        while (end < rest.Length && !char.IsWhiteSpace(rest[end]) && rest[end] is not ('<' or '>') && (end == 0 || rest[end] is not ('+' or '-') || rest[end - 1] is 'e' or 'E'))
        {
            end++;
        }

        string word = rest[..Math.Max(1, end)];
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        {
            return (-1, number, word.Length);
        }

        string meant = NearestName.Among(word, names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        throw Refused(text, $"'{word}', which is no outcome or parameter of this sweep", meant + $" It has {string.Join(", ", names)}.");
    }

    private static bool Continues(string text, int at) => at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or ':');

    private static RefusedException Refused(string text, string found, string more = "") => new(
        $"Statement \"{text}\": found {found}; allowed are outcomes, parameters and numbers, with + and - between them, and one of >, >=, <, <=, such as \"dragons_total > 5\".{more}");
}
