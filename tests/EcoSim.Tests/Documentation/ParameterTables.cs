using EcoSim.Model.Declaration;

namespace EcoSim.Tests.Documentation;

/// <summary>The declared parameters of a section as Markdown.</summary>
public static class ParameterTables
{
    private const string FixedMark = " †";

    /// <summary>The section's sentence, its own parameters, and one table for all groups below it, with a column of defaults per group.</summary>
    /// <param name="section">Path of a section, such as <c>talent</c>. Throws <see cref="ArgumentException"/> when there is none.</param>
    public static string Of(string section)
    {
        (string path, string meaning) = Catalogue.Sections.FirstOrDefault(known => known.Path == section);
        if (path is null)
        {
            throw new ArgumentException($"No section of parameters is called '{section}'.", nameof(section));
        }

        ParameterDeclaration[] own = DirectlyIn(section);
        (string Path, string Meaning)[] groups = [.. Catalogue.Sections.Where(below => ParentOf(below.Path) == section)];
        string[] parts =
        [
            $"`{section}`: {meaning}\n",
            .. own.Length > 0 ? [Table(own)] : (string[])[],
            .. groups.Length > 0 ? [Legend(groups), GroupTable(section, groups)] : (string[])[],
        ];
        return string.Join('\n', parts);
    }

    private static ParameterDeclaration[] DirectlyIn(string section) =>
        [.. Catalogue.All.Where(parameter => ParentOf(parameter.Path) == section)];

    private static string Table(IEnumerable<ParameterDeclaration> parameters) => MarkdownTable.Of(
        ["parameter", "default", "range", "unit", "meaning", "source"],
        parameters.Select(parameter => new[]
        {
            MarkdownTable.Code(LastOf(parameter.Path)), Default(parameter), Range(parameter), parameter.Unit, parameter.Meaning, parameter.Source,
        }));

    /// <summary>Groups of one shape: a row per parameter, a column of defaults per group.</summary>
    private static string GroupTable(string section, (string Path, string Meaning)[] groups)
    {
        ParameterDeclaration[][] columns = Array.ConvertAll(groups, group => DirectlyIn(group.Path));
        if (columns.Any(column => !Names(column).SequenceEqual(Names(columns[0]))))
        {
            throw new ArgumentException($"The groups of '{section}' have different parameters and do not fit one table.", nameof(section));
        }

        return MarkdownTable.Of(
            ["parameter", .. groups.Select(group => LastOf(group.Path)), "range", "unit", "meaning", "source"],
            columns[0].Select((first, row) => (string[])
            [
                MarkdownTable.Code("*." + LastOf(first.Path)), .. columns.Select(column => Default(column[row])),
                Range(first), first.Unit, first.Meaning, first.Source,
            ]));
    }

    private static string Legend((string Path, string Meaning)[] groups) =>
        string.Concat(groups.Select(group => $"- `{group.Path}`: {group.Meaning}\n"));

    private static IEnumerable<string> Names(IEnumerable<ParameterDeclaration> parameters) => parameters.Select(parameter => LastOf(parameter.Path));

    private static string Default(ParameterDeclaration parameter) =>
        parameter.Format(parameter.Default) + (parameter.AtStart ? FixedMark : "");

    private static string Range(ParameterDeclaration parameter) =>
        parameter.Kind == ParameterKind.Switch ? "true, false" : $"{parameter.Format(parameter.Min)} to {parameter.Format(parameter.Max)}";

    private static string ParentOf(string path) => path.LastIndexOf('.') is > 0 and var dot ? path[..dot] : "";

    private static string LastOf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
