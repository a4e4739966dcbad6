using System.Text.RegularExpressions;
using EcoSim.Model.Declaration;

namespace EcoSim.Tests.Architecture;

/// <summary>What a rule needs to know of a declared parameter.</summary>
public sealed record Declared(string Path, string Unit, double Min, double Max, double Default, string Meaning, string Source)
{
    public static IEnumerable<Declared> All => Catalogue.All.Select(p => new Declared(p.Path, p.Unit, p.Min, p.Max, p.Default, p.Meaning, p.Source));

    /// <summary>Name of the property that declares it.</summary>
    public string Property => char.ToUpperInvariant(Path[Path.LastIndexOf('.') + 1]) + Path[(Path.LastIndexOf('.') + 2)..];
}

/// <summary>What every declared parameter has.</summary>
public static class ParameterRules
{
    public static IEnumerable<string> Incomplete(IEnumerable<Declared> parameters)
    {
        foreach (Declared p in parameters)
        {
            if (string.IsNullOrWhiteSpace(p.Unit))
            {
                yield return $"{p.Path}: no unit; a pure number has the unit \"1\"";
            }

            if (!Sentence(p.Meaning))
            {
                yield return $"{p.Path}: '{p.Meaning}' is not a sentence from a capital to a period";
            }

            if (string.IsNullOrWhiteSpace(p.Source))
            {
                yield return $"{p.Path}: no source; an assumption is called \"assumption\"";
            }

            if (!(double.IsFinite(p.Min) && double.IsFinite(p.Max) && p.Min <= p.Default && p.Default <= p.Max && p.Min < p.Max))
            {
                yield return $"{p.Path}: default {p.Default} must lie in a finite range, found {p.Min} to {p.Max}";
            }
        }
    }

    /// <summary>Parameters that no code reads: a property counts as read where its name follows a dot outside declarations.</summary>
    /// <remarks>The paths of a run's set-up are read by the programs around the model, so their files count for them.</remarks>
    public static IEnumerable<string> Unused(IEnumerable<Declared> parameters, IReadOnlyCollection<SourceFile> programs)
    {
        SourceFile[] readers = [.. programs.Where(file => !file.Name.EndsWith("Parameters.cs", StringComparison.Ordinal))];
        HashSet<string> model = Members(readers.Where(file => file.InModel)), all = Members(readers);
        return parameters
            .Where(p => !(p.Path.StartsWith("run.", StringComparison.Ordinal) ? all : model).Contains(p.Property))
            .Select(p => $"{p.Path}: declared and never read; use .{p.Property} or remove the parameter");
    }

    /// <summary>Two groups or parameters must not be told apart by capitals alone: files are matched without regard to case.</summary>
    public static IEnumerable<string> Twins(IEnumerable<Declared> parameters) =>
        parameters.GroupBy(p => p.Path, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => $"{g.Key}: declared {g.Count()} times");

    public static bool Sentence(string text) => text.Length > 1 && (char.IsUpper(text[0]) || char.IsDigit(text[0])) && text[^1] == '.';

    private static HashSet<string> Members(IEnumerable<SourceFile> files) =>
        [.. files.SelectMany(file => Regex.Matches(file.Code, @"\.(\w+)")).Select(match => match.Groups[1].Value)];
}
