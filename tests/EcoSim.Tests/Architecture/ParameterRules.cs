using System.Text.RegularExpressions;

namespace EcoSim.Tests.Architecture;

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

    /// <summary>Parameters that no code reads.</summary>
    /// <remarks>
    /// A parameter counts as read where its name follows a dot in its own room or in a file that names its class, and
    /// anywhere where it follows the name of its section: so one room's parameter does not hide another's of the same
    /// name. The set-up of a run is read by the programs around the model too, so their files count for it.
    /// </remarks>
    public static IEnumerable<string> Unused(IEnumerable<Declared> parameters, IReadOnlyCollection<SourceFile> programs)
    {
        SourceFile[] readers = [.. programs.Where(file => !file.Name.EndsWith("Parameters.cs", StringComparison.Ordinal))];
        Dictionary<string, string?> rooms = [];
        foreach (SourceFile file in programs)
        {
            foreach (string type in file.Types)
            {
                rooms.TryAdd(type, file.Room);
            }
        }

        return parameters
            .Where(p => !readers.Any(file => (file.InModel || p.Section == "Run") && Reads(file, p, rooms.GetValueOrDefault(p.Holder))))
            .Select(p => $"{p.Path}: declared and never read; use .{p.Section}.{p.Property} or remove the parameter");
    }

    private static bool Reads(SourceFile file, Declared p, string? room)
    {
        bool near = (room is not null && file.Room == room) || Regex.IsMatch(file.Code, $@"\b{p.Holder}\b");
        return Regex.IsMatch(file.Code, near ? $@"\.{p.Property}\b" : $@"\b(?i:{p.Section})\.{p.Property}\b");
    }

    /// <summary>Two groups or parameters must not be told apart by capitals alone: files are matched without regard to case.</summary>
    public static IEnumerable<string> Twins(IEnumerable<Declared> parameters) =>
        parameters.GroupBy(p => p.Path, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => $"{g.Key}: declared {g.Count()} times");

    public static bool Sentence(string text) => text.Length > 1 && (char.IsUpper(text[0]) || char.IsDigit(text[0])) && text[^1] == '.';
}
