using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Declaration;

namespace EcoSim.Cli.Describing;

/// <summary>Parameters section by section: what can be set, and what is known about it.</summary>
internal static class ParameterDescription
{
    private const string Indent = "    ";

    /// <summary>The word for all parameters of the contested links, and no others that speak of it.</summary>
    private const string Contested = "contested";

    /// <summary>
    /// Writes the parameters that <paramref name="filter"/> chooses, or all: those at or below a path, else those whose
    /// path begins with it, else for the word "contested" those that a contested link sets to nothing, else those whose path, meaning, unit, source, section or contested link speak of it;
    /// and any whose last part it is, such as <c>channels.talent</c> for "talent".
    /// </summary>
    public static ExitStatus Write(Terminal terminal, string? filter)
    {
        ParameterDeclaration[] chosen = Choose(filter);
        if (chosen.Length == 0)
        {
            string meant = Meant(filter!) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            terminal.Error.WriteLine($"ecosim: no parameter is called or speaks of '{filter}'.{meant}");
            return ExitStatus.Invalid;
        }

        foreach (IGrouping<string, ParameterDeclaration> section in chosen.GroupBy(SectionOf))
        {
            terminal.Output.WriteLine($"{section.Key}: {MeaningOf(section.Key)}\n");
            foreach (ParameterDeclaration parameter in section)
            {
                Write(terminal.Output, parameter);
            }

            terminal.Output.WriteLine();
        }

        terminal.Output.WriteLine(
            "Set one with --set PATH=VALUE or in a scenario file. \"Start only\" shapes the world before the first month: no shock or series may change it.");
        return ExitStatus.Done;
    }

    private static void Write(TextWriter output, ParameterDeclaration parameter)
    {
        string unit = parameter.Unit == "1" || parameter.Kind is ParameterKind.Switch or ParameterKind.Date ? "" : " " + parameter.Unit;
        string range = parameter.Kind == ParameterKind.Switch
            ? "true or false"
            : $"{parameter.Format(parameter.Min)} to {parameter.Format(parameter.Max)}";
        output.WriteLine($"  {parameter.Path} = {parameter.Format(parameter.Default)}{unit}   [{range}]{(parameter.AtStart ? "   start only" : "")}");
        Wrapped(output, parameter.Meaning);
        Wrapped(output, "Source: " + parameter.Source);
        if (ContestedText(parameter) is { } contested)
        {
            Wrapped(output, contested);
        }
    }

    /// <summary>The contested link that the parameter belongs to; null for none.</summary>
    private static string? ContestedText(ParameterDeclaration parameter) => ContestedLinks.Of(parameter.Path) is not var (link, nothing)
        ? null
        : $"Contested link '{link.Name}': {link.Claim} At nothing: {parameter.Format(nothing)}.";

    /// <summary>Lines that fit a narrow terminal.</summary>
    private static void Wrapped(TextWriter output, string text)
    {
        const int width = 110;
        int used = 0;
        foreach (string word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > width)
            {
                output.WriteLine();
                used = 0;
            }

            output.Write(used == 0 ? Indent + word : " " + word);
            used += word.Length + (used == 0 ? Indent.Length : 1);
        }

        output.WriteLine();
    }

    private static ParameterDeclaration[] Choose(string? filter)
    {
        if (filter is null)
        {
            return [.. Catalogue.All];
        }

        Func<ParameterDeclaration, bool>[] ways =
        [
            parameter => parameter.Path == filter || parameter.Path.StartsWith(filter + ".", StringComparison.Ordinal),
            parameter => parameter.Path.StartsWith(filter, StringComparison.OrdinalIgnoreCase),
            parameter => filter.Equals(Contested, StringComparison.OrdinalIgnoreCase) && ContestedLinks.Of(parameter.Path) is not null,
            parameter => SpeaksOf(parameter, filter),
        ];
        Func<ParameterDeclaration, bool> chosen = ways.FirstOrDefault(way => Catalogue.All.Any(way)) ?? (_ => false);
        return [.. Catalogue.All.Where(parameter => chosen(parameter) || Leaf(parameter.Path).Equals(filter, StringComparison.OrdinalIgnoreCase))];
    }

    private static bool SpeaksOf(ParameterDeclaration parameter, string words) =>
        SearchWords.AreIn(words, parameter.Path, parameter.Meaning, parameter.Unit, parameter.Source, MeaningOf(SectionOf(parameter)), ContestedText(parameter) ?? "");

    /// <summary>The section or parameter that a mistyped word stands for; the last part of a path is enough.</summary>
    private static string? Meant(string typed)
    {
        string[] paths = [.. Catalogue.Sections.Select(section => section.Path), .. Catalogue.All.Select(parameter => parameter.Path)];
        return NearestName.Among(typed, paths)
            ?? (NearestName.Among(typed, paths.Select(Leaf)) is { } leaf ? paths.First(path => Leaf(path) == leaf) : null);
    }

    private static string MeaningOf(string section) => Catalogue.Sections.FirstOrDefault(known => known.Path == section).Meaning ?? "";

    private static string SectionOf(ParameterDeclaration parameter) =>
        parameter.Path.LastIndexOf('.') is > 0 and var dot ? parameter.Path[..dot] : "";

    private static string Leaf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
