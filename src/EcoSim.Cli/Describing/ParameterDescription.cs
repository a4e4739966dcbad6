using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Declaration;

namespace EcoSim.Cli.Describing;

/// <summary>All parameters, section by section.</summary>
internal static class ParameterDescription
{
    /// <summary>Writes the parameters whose path begins with <paramref name="prefix"/>, or all.</summary>
    public static ExitStatus Write(Terminal terminal, string? prefix)
    {
        ParameterDeclaration[] chosen =
            [.. Catalogue.All.Where(parameter => prefix is null || parameter.Path == prefix || parameter.Path.StartsWith(prefix + ".", StringComparison.Ordinal))];
        if (chosen.Length == 0)
        {
            IEnumerable<string> known = Catalogue.Sections.Select(section => section.Path).Concat(Catalogue.All.Select(parameter => parameter.Path));
            string meant = NearestName.Among(prefix!, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            terminal.Error.WriteLine($"ecosim: no parameter begins with '{prefix}'.{meant}");
            return ExitStatus.Invalid;
        }

        foreach (IGrouping<string, ParameterDeclaration> section in chosen.GroupBy(SectionOf))
        {
            string meaning = Catalogue.Sections.FirstOrDefault(known => known.Path == section.Key).Meaning ?? "";
            terminal.Output.WriteLine($"{section.Key}: {meaning}\n");
            TextColumns.Write(
                terminal.Output, ["path", "default", "range", "unit", "meaning", "source"],
                section.Select(parameter => new[]
                {
                    parameter.Path, parameter.Format(parameter.Default), Range(parameter), parameter.Unit, parameter.Meaning, parameter.Source,
                }));
            terminal.Output.WriteLine();
        }

        return ExitStatus.Done;
    }

    private static string SectionOf(ParameterDeclaration parameter) =>
        parameter.Path.LastIndexOf('.') is > 0 and var dot ? parameter.Path[..dot] : "";

    private static string Range(ParameterDeclaration parameter) =>
        parameter.Kind == ParameterKind.Switch ? "true, false" : $"{parameter.Format(parameter.Min)} to {parameter.Format(parameter.Max)}";
}
