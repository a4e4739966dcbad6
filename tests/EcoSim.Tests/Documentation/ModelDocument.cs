using System.Text.RegularExpressions;

namespace EcoSim.Tests.Documentation;

/// <summary>
/// Keeps the tables of a document current. Whatever stands between a marker, such as <c>&lt;!-- parameters: talent --&gt;</c>,
/// <c>&lt;!-- schedule --&gt;</c> or <c>&lt;!-- observables --&gt;</c>, and <c>&lt;!-- end --&gt;</c> is generated; the rest is written by hand.
/// </summary>
public static class ModelDocument
{
    private const string End = "<!-- end -->";

    private static readonly Regex Marker = new(@"^<!-- (?<what>[a-z]+)(?:: (?<section>[\w.]+))? -->$", RegexOptions.Multiline);

    /// <summary>The text with every table written anew.</summary>
    /// <remarks>Throws <see cref="FormatException"/> for a marker that is unknown or has no end.</remarks>
    public static string Refresh(string text)
    {
        var parts = new List<string>();
        int done = 0;
        for (Match marker = Marker.Match(text); marker.Success; marker = Marker.Match(text, done))
        {
            if (marker.Value == End)
            {
                throw new FormatException($"'{End}' in line {LineOf(text, marker.Index)} ends nothing; take it out or put a marker before it.");
            }

            int from = marker.Index + marker.Length;
            int to = text.IndexOf(End, from, StringComparison.Ordinal);
            Match next = Marker.Match(text, from);
            if (to < 0 || next.Index < to)
            {
                throw new FormatException($"'{marker.Value}' in line {LineOf(text, marker.Index)} has no '{End}' before the next marker; add one.");
            }

            parts.Add(text[done..from]);
            parts.Add($"\n\n{Generated(marker, LineOf(text, marker.Index))}\n{End}");
            done = to + End.Length;
        }

        parts.Add(text[done..]);
        return string.Concat(parts);
    }

    private static string Generated(Match marker, int line)
    {
        string section = marker.Groups["section"].Value;
        try
        {
            return (marker.Groups["what"].Value, section) switch
            {
                ("parameters", not "") => ParameterTables.Of(section),
                ("schedule", "") => ScheduleTable.Write(),
                ("observables", "") => ObservablesTable.Write(),
                _ => throw new ArgumentException("Allowed are 'parameters: SECTION', 'schedule' and 'observables'."),
            };
        }
        catch (ArgumentException refused)
        {
            throw new FormatException($"'{marker.Value}' in line {line}: {refused.Message}", refused);
        }
    }

    private static int LineOf(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');
}
