using System.Reflection;

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

    /// <summary>Parameters whose getter no code calls.</summary>
    public static IEnumerable<string> Unread(IEnumerable<Declared> parameters, ILookup<MethodBase, Type> readers) =>
        from p in parameters
        where !ReadersOf(p, readers).Any()
        select $"{p.Path}: declared and never read; read {p.Holder}.{p.Property} or remove the parameter";

    /// <summary>Parameters that a shock may change, though they are read only while the world is built.</summary>
    /// <param name="parameters">Declarations.</param>
    /// <param name="readers">Who reads each getter.</param>
    /// <param name="builders">Types that are at work only before the first tick.</param>
    public static IEnumerable<string> ReadTooEarly(IEnumerable<Declared> parameters, ILookup<MethodBase, Type> readers, IReadOnlySet<Type> builders) =>
        from p in parameters
        where !p.AtStart && ReadersOf(p, readers).Any() && ReadersOf(p, readers).All(builders.Contains)
        select $"{p.Path}: read only while the world is built, so a shock on it does nothing; declare it AtStart";

    private static IEnumerable<Type> ReadersOf(Declared p, ILookup<MethodBase, Type> readers) =>
        p.Getter is null ? [] : readers[p.Getter];

    /// <summary>Two groups or parameters must not be told apart by capitals alone: files are matched without regard to case.</summary>
    public static IEnumerable<string> Twins(IEnumerable<Declared> parameters) =>
        parameters.GroupBy(p => p.Path, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => $"{g.Key}: declared {g.Count()} times");

    public static bool Sentence(string text) => text.Length > 1 && (char.IsUpper(text[0]) || char.IsDigit(text[0])) && text[^1] == '.';
}
