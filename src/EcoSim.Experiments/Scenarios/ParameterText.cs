using System.Globalization;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Turns what a scenario says about a parameter into its value, or into the reason why it cannot be.</summary>
internal static class ParameterText
{
    /// <summary>Reads a value; <paramref name="found"/> describes what was found instead when it is refused.</summary>
    public static bool TryRead(ParameterDeclaration parameter, Entry entry, out double value, out string found)
    {
        value = 0;
        found = Describe(entry);
        return parameter.Kind switch
        {
            ParameterKind.Switch => TryReadSwitch(entry, out value),
            ParameterKind.Date => TryReadDate(entry, out value) && InRange(parameter, value, ref found),
            _ => TryReadNumber(entry, out value, ref found) && InRange(parameter, value, ref found)
                && IsWhole(parameter, value, ref found),
        };
    }

    /// <summary>What a parameter may be, for a message.</summary>
    public static string Allowed(ParameterDeclaration parameter)
    {
        string range = $"from {parameter.Format(parameter.Min)} to {parameter.Format(parameter.Max)}";
        return parameter.Kind switch
        {
            ParameterKind.Switch => "true or false",
            ParameterKind.Date => $"a month written \"YYYY-MM\", {range}",
            ParameterKind.Integer => $"a whole number {range}{Unit(parameter)}",
            _ => $"a number {range}{Unit(parameter)}",
        };
    }

    /// <summary>What stands in an entry, for a message.</summary>
    public static string Describe(Entry entry) => entry.Kind switch
    {
        EntryKind.Object => "an object",
        EntryKind.Array => "an array",
        EntryKind.Null => "null",
        EntryKind.Text => "the text " + Findings.Quote(entry.Text),
        _ => entry.Text.Length == 0 ? "nothing" : Findings.Clip(entry.Text, 60),
    };

    /// <summary>Reads a month written "YYYY-MM" as months since January of year 0.</summary>
    public static bool TryReadDate(Entry entry, out double index)
    {
        index = 0;
        if (entry.Kind is not (EntryKind.Text or EntryKind.Untyped)
            || entry.Text.Length != "YYYY-MM".Length
            || !CalendarMonth.TryParse(entry.Text, out CalendarMonth month))
        {
            return false;
        }

        index = month.Index;
        return true;
    }

    /// <summary>Reads a finite number.</summary>
    public static bool TryReadNumber(Entry entry, out double value, ref string found)
    {
        value = 0;
        if (entry.Kind is not (EntryKind.Number or EntryKind.Untyped) || !TryParse(entry.Text, out value))
        {
            return false;
        }

        if (!double.IsFinite(value))
        {
            found += ", which is no finite number";
            return false;
        }

        return true;
    }

    /// <summary>Reads a number in invariant notation, without group separators; may be infinite or NaN.</summary>
    public static bool TryParse(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static bool TryReadSwitch(Entry entry, out double value)
    {
        value = entry.Text == "true" ? 1 : 0;
        return entry.Kind is (EntryKind.Switch or EntryKind.Untyped) && entry.Text is ("true" or "false");
    }

    private static bool InRange(ParameterDeclaration parameter, double value, ref string found)
    {
        if (value >= parameter.Min && value <= parameter.Max)
        {
            return true;
        }

        found += value < parameter.Min ? ", which is too small" : ", which is too large";
        return false;
    }

    private static bool IsWhole(ParameterDeclaration parameter, double value, ref string found)
    {
        if (parameter.Kind != ParameterKind.Integer || value == Math.Floor(value))
        {
            return true;
        }

        found += ", which is not whole";
        return false;
    }

    private static string Unit(ParameterDeclaration parameter) => parameter.Unit is "1" or "" ? "" : $" ({parameter.Unit})";
}
