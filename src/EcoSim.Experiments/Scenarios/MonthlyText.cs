using System.Globalization;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>A series inlined in a scenario: its values month by month, separated by blanks.</summary>
/// <remarks>A text and not an array, since arrays of two layers would be merged value by value.</remarks>
internal static class MonthlyText
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    public static string Write(IEnumerable<double> values) =>
        string.Join(' ', values.Select(v => v.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>What is wrong with the text for this parameter, or null when nothing is.</summary>
    public static string? Fault(string text, ParameterDeclaration parameter)
    {
        string[] words = Words(text);
        for (int month = 0; month < words.Length; month++)
        {
            var word = new Entry("", "", EntryKind.Number, words[month], null, null);
            if (!ParameterText.TryRead(parameter, word, out _, out string found))
            {
                return $"{found}, for month {month}";
            }
        }

        return words.Length == 0 ? "no value" : null;
    }

    /// <summary>The values of a text without fault.</summary>
    public static double[] Read(string text) => [.. Words(text).Select(w => double.Parse(w, NumberStyles.Float, CultureInfo.InvariantCulture))];

    private static string[] Words(string text) => text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
