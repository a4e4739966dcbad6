using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Checks each entry of a layer by itself against the catalogue, and accepts the valid values into the configuration.</summary>
internal sealed class EntryCheck(ScenarioLayer layer, Findings findings)
{
    private const string Named = "an object; scenario files name everything and hold no arrays";

    /// <summary>Checks the whole layer.</summary>
    public static void Check(ScenarioLayer layer, Findings findings)
    {
        var check = new EntryCheck(layer, findings);
        (string Typed, string Meant)? misspelt = null;
        string? refused = null;
        foreach (Entry written in layer.Entries)
        {
            if (findings.Full)
            {
                return;
            }

            // What stands in a misspelt group is checked as though it were spelt right, so that all mistakes show at once.
            bool within = misspelt is { } m && ScenarioGrammar.After(written.Path, m.Typed) is not null;
            Entry entry = within ? written with { Path = misspelt!.Value.Meant + written.Path[misspelt.Value.Typed.Length..] } : written;
            if (refused is not null && ScenarioGrammar.After(entry.Path, refused) is not null)
            {
                continue;
            }

            refused = check.CheckEntry(entry) ? null : entry.Path;
            if (refused is not null && MeantGroup(entry) is { } meant)
            {
                misspelt = (written.Path, meant);
            }
        }
    }

    private static string? MeantGroup(Entry entry) =>
        entry.Kind == EntryKind.Object
        && ScenarioGrammar.Find(entry.Path).Role == Role.Unknown
        && ScenarioGrammar.Suggest(entry.Path) is { } meant
        && ScenarioGrammar.Find(meant).Role == Role.Group ? meant : null;

    private bool CheckEntry(Entry entry)
    {
        (Role role, ParameterDeclaration? parameter) = ScenarioGrammar.Find(entry.Path);
        if (entry.Key.Contains('.') && layer.File is not null && !ScenarioGrammar.MayBeDotted(entry.Path))
        {
            return Refuse(
                entry, entry.KeyPlace, $"the key {Findings.Quote(entry.Key)} with a dot",
                "dots only in keys below \"set\" and \"series\"; elsewhere write one object inside the other",
                role == Role.Unknown ? ScenarioGrammar.Suggest(entry.Path) : null);
        }

        if (ScenarioGrammar.ShockOf(entry.Path) is { } shock && !IsShockName(shock))
        {
            return Refuse(
                entry, entry.KeyPlace, $"a shock called {Findings.Quote(shock)}", "a name of 1 to 60 letters, digits, - and _");
        }

        return role switch
        {
            Role.Unknown => RefuseUnknown(entry),
            Role.Group or Role.ShockGroup => entry.Kind == EntryKind.Object || RefuseGroup(entry),
            Role.SeriesFile when entry.Kind == EntryKind.Object => CheckDrivable(entry, parameter!),
            Role.Identity => CheckIdentity(entry),
            Role.Month => CheckValue(entry, IsWhole(entry), "a whole number of months, 0 for the first month after warm-up"),
            Role.Date => CheckValue(entry, ParameterText.TryReadDate(entry, out _), "a month written \"YYYY-MM\""),
            Role.Until => CheckValue(
                entry, IsWhole(entry) || ParameterText.TryReadDate(entry, out _), "a whole number of months, or a month written \"YYYY-MM\""),
            Role.SeriesFile => CheckDrivable(entry, parameter!)
                && CheckValue(entry, IsText(entry) && entry.Text.Length > 0, "the path of a CSV file, relative to this file"),
            Role.SeriesValues => CheckDrivable(entry, parameter!) && CheckMonthly(entry, parameter!),
            Role.SeriesSource => CheckValue(entry, IsText(entry), "a text that says where the values come from"),
            Role.Setting => CheckDrivable(entry, parameter!, "shock") && CheckParameter(entry, parameter!),
            _ => CheckParameter(entry, parameter!),
        };
    }

    private bool CheckIdentity(Entry entry)
    {
        if (entry.Path == "extends" && layer.File is null)
        {
            return Refuse(entry, null, "extends on the command line", "extends only inside a scenario file");
        }

        // Name and question belong to a file; a child does not inherit them.
        return IsText(entry) && layer.IsParent || CheckValue(entry, IsText(entry), "a text");
    }

    private bool CheckParameter(Entry entry, ParameterDeclaration parameter)
    {
        if (ParameterText.TryRead(parameter, entry, out _, out string found))
        {
            layer.Accept(entry);
            return true;
        }

        string? meant = parameter.Kind == ParameterKind.Switch && entry.Kind is (EntryKind.Untyped or EntryKind.Text)
            ? NearestName.Among(entry.Text, ["true", "false"])
            : null;
        return Refuse(entry, entry.ValuePlace, found, ParameterText.Allowed(parameter), meant);
    }

    private bool CheckDrivable(Entry entry, ParameterDeclaration parameter, string by = "series")
    {
        if (parameter.AtStart)
        {
            return Refuse(
                entry, entry.KeyPlace, $"a {by} on {parameter.Path}, which shapes the start of a run",
                $"parameters that may change during a run; set {parameter.Path} outside of {(by == "series" ? "series" : "shocks")}");
        }

        if (by == "series" && parameter.Kind is (ParameterKind.Switch or ParameterKind.Date))
        {
            return Refuse(entry, entry.KeyPlace, $"a series on {parameter.Path}, which is no number", "numbers; use a shock to switch something");
        }

        return true;
    }

    private bool CheckMonthly(Entry entry, ParameterDeclaration parameter)
    {
        string? wrong = IsText(entry) ? MonthlyText.Fault(entry.Text, parameter) : ParameterText.Describe(entry);
        if (wrong is null)
        {
            layer.Accept(entry);
            return true;
        }

        return Refuse(entry, entry.ValuePlace, wrong, $"values month by month, separated by blanks, each {ParameterText.Allowed(parameter)}");
    }

    private bool CheckValue(Entry entry, bool valid, string allowed)
    {
        if (!valid)
        {
            return Refuse(entry, entry.ValuePlace, ParameterText.Describe(entry), allowed);
        }

        layer.Accept(entry);
        return true;
    }

    private bool RefuseGroup(Entry entry)
    {
        IReadOnlyList<string> keys = ScenarioGrammar.KeysOf(entry.Path);
        string with = keys.Count == 0 ? "" : " with " + string.Join(", ", keys);
        return Refuse(
            entry, entry.ValuePlace, ParameterText.Describe(entry),
            layer.File is null ? "a value for one of its keys" + with : entry.Kind == EntryKind.Array ? Named : "an object" + with);
    }

    private bool RefuseUnknown(Entry entry)
    {
        string group = entry.Path.Length > entry.Key.Length ? entry.Path[..^(entry.Key.Length + 1)] : "";
        IReadOnlyList<string> keys = ScenarioGrammar.KeysOf(group);
        string allowed = layer.File is null || keys.Count == 0 || entry.Key.Contains('.')
            ? "a known path; `ecosim describe parameters` lists them"
            : "one of " + string.Join(", ", keys);
        return Refuse(entry, entry.KeyPlace, $"the unknown key {Findings.Quote(entry.Key)}", allowed, ScenarioGrammar.Suggest(entry.Path));
    }

    private bool Refuse(Entry entry, Place? place, string found, string allowed, string? suggestion = null)
    {
        findings.Add(layer.Label, place, entry.Path, found, allowed, suggestion);
        return false;
    }

    private static bool IsText(Entry entry) => entry.Kind is EntryKind.Text or EntryKind.Untyped;

    private static bool IsWhole(Entry entry)
    {
        string found = "";
        return ParameterText.TryReadNumber(entry, out double value, ref found) && value == Math.Floor(value);
    }

    private static bool IsShockName(string name) =>
        name.Length is > 0 and <= 60 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
