using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>What may stand at a path of a scenario file.</summary>
internal enum Role
{
    Unknown,
    Identity,
    Group,
    ShockGroup,
    Parameter,
    Month,
    Date,
    Until,
    Setting,
    SeriesFile,
    SeriesValues,
    SeriesSource,
}

/// <summary>The keys that a scenario may hold, all but a few taken from the catalogue of parameters.</summary>
internal static class ScenarioGrammar
{
    public const string Shocks = "shocks";
    public const string Series = "series";

    /// <summary>Keys that say what a file is; a child does not inherit them.</summary>
    public static readonly string[] Identity = ["$schema", "name", "question", "extends"];

    public static readonly string[] ShockKeys = ["month", "date", "until", "set"];

    private static readonly HashSet<string> Groups = Catalogue.Sections.Select(s => s.Path).ToHashSet(StringComparer.Ordinal);

    private static readonly string[] ParameterNames = [.. Catalogue.Sections.Select(s => s.Path), .. Catalogue.All.Select(p => p.Path)];

    /// <summary>Role of a path, and the parameter it speaks of, if any.</summary>
    public static (Role Role, ParameterDeclaration? Parameter) Find(string path)
    {
        if (Identity.Contains(path, StringComparer.Ordinal))
        {
            return (Role.Identity, null);
        }

        if (path is Shocks or Series)
        {
            return (Role.Group, null);
        }

        if (After(path, Shocks) is { } shock)
        {
            return FindInShock(shock);
        }

        return After(path, Series) is { } series ? FindInSeries(series) : FindParameter(path, Role.Parameter);
    }

    /// <summary>Name of the shock that a path belongs to, or null.</summary>
    public static string? ShockOf(string path) => After(path, Shocks)?.Split('.', 2)[0];

    /// <summary>True where a key may hold several parts of a path: <c>"set": {"anchor.researchIntensity": 0.1}</c>.</summary>
    public static bool MayBeDotted(string path) =>
        After(path, Series) is not null || (After(path, Shocks)?.Split('.', 3) is { Length: 3 } parts && parts[1] == "set");

    /// <summary>The known path that an unknown one was probably meant to be.</summary>
    public static string? Suggest(string path)
    {
        if (After(path, Shocks)?.Split('.', 3) is { Length: > 1 } shock)
        {
            string prefix = $"{Shocks}.{shock[0]}.";
            return shock is [_, "set", var setting]
                ? Prefixed(prefix + "set.", SuggestParameter(setting, []))
                : Prefixed(prefix, NearestName.Among(shock[1], ShockKeys));
        }

        return After(path, Series) is { } series
            ? Prefixed(Series + ".", SuggestParameter(series, []))
            : SuggestParameter(path, [.. Identity, Shocks, Series]);
    }

    /// <summary>Keys that may stand directly in a group, for a message; the path of the whole file is empty.</summary>
    public static IReadOnlyList<string> KeysOf(string group)
    {
        string[]? shock = After(group, Shocks)?.Split('.', 3);
        return (group, shock) switch
        {
            ("", _) => [.. Identity, .. ParametersIn(""), Shocks, Series],
            (Shocks, _) => [],
            (Series, _) => ParametersIn(""),
            (_, [_]) => ShockKeys,
            (_, [_, "set"]) => ParametersIn(""),
            (_, [_, "set", var inner]) => ParametersIn(inner + "."),
            _ => ParametersIn((After(group, Series) ?? group) + "."),
        };
    }

    private static string[] ParametersIn(string prefix) =>
        [.. ParameterNames.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Select(n => n[prefix.Length..]).Where(n => !n.Contains('.'))];

    /// <summary>The rest of a path behind a first part, or null when it begins otherwise.</summary>
    public static string? After(string path, string first) =>
        path.Length > first.Length && path[first.Length] == '.' && path.StartsWith(first, StringComparison.Ordinal)
            ? path[(first.Length + 1)..]
            : null;

    private static (Role, ParameterDeclaration?) FindInShock(string shock)
    {
        string[] parts = shock.Split('.', 3);
        return parts switch
        {
            [_] => (Role.ShockGroup, null),
            [_, "month"] => (Role.Month, null),
            [_, "date"] => (Role.Date, null),
            [_, "until"] => (Role.Until, null),
            [_, "set"] => (Role.Group, null),
            [_, "set", var setting] => FindParameter(setting, Role.Setting),
            _ => (Role.Unknown, null),
        };
    }

    private static (Role, ParameterDeclaration?) FindInSeries(string series)
    {
        int dot = series.LastIndexOf('.');
        if (dot > 0 && Catalogue.Find(series[..dot]) is { } driven)
        {
            return series[(dot + 1)..] switch
            {
                "monthly" => (Role.SeriesValues, driven),
                "source" => (Role.SeriesSource, driven),
                _ => (Role.Unknown, driven),
            };
        }

        return FindParameter(series, Role.SeriesFile);
    }

    private static (Role, ParameterDeclaration?) FindParameter(string path, Role role)
    {
        if (Catalogue.Find(path) is { } parameter)
        {
            return (role, parameter);
        }

        return (Groups.Contains(path) ? Role.Group : Role.Unknown, null);
    }

    private static string? SuggestParameter(string typed, string[] others)
    {
        bool atTop = !typed.Contains('.');
        string? near = NearestName.Among(typed, [.. others, .. ParameterNames.Where(n => atTop == !n.Contains('.'))]);
        if (near is not null)
        {
            return near;
        }

        // The right name in the wrong group, or without its group.
        string leaf = typed[(typed.LastIndexOf('.') + 1)..];
        string? sameLeaf = NearestName.Among(leaf, Catalogue.All.Select(p => Leaf(p.Path)));
        return sameLeaf is { Length: > 3 } ? Catalogue.All.First(p => Leaf(p.Path) == sameLeaf).Path : null;
    }

    private static string Leaf(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static string? Prefixed(string prefix, string? name) => name is null ? null : prefix + name;
}
