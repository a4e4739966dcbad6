using System.Reflection;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Tests.Architecture;

/// <summary>What a rule needs to know of a declared parameter.</summary>
/// <param name="Path">Dotted path.</param>
/// <param name="Holder">Name of the class that declares it.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Min">Smallest allowed value.</param>
/// <param name="Max">Largest allowed value.</param>
/// <param name="Default">Default as a number.</param>
/// <param name="Meaning">Sentence.</param>
/// <param name="Source">Source of the default.</param>
public sealed record Declared(string Path, string Holder, string Unit, double Min, double Max, double Default, string Meaning, string Source)
{
    public static IEnumerable<Declared> All =>
        Catalogue.All.Select(p => new Declared(p.Path, HolderOf(p.Path).Name, p.Unit, p.Min, p.Max, p.Default, p.Meaning, p.Source)
        {
            AtStart = p.AtStart,
            Getter = HolderOf(p.Path).GetProperty(Capital(p.Path.Split('.')[^1]))!.GetMethod,
        });

    /// <summary>True when it holds for a whole run and no shock may change it.</summary>
    public bool AtStart { get; init; }

    /// <summary>What code calls to read it.</summary>
    public MethodInfo? Getter { get; init; }

    /// <summary>Name of the property that declares it.</summary>
    public string Property => Capital(Path.Split('.')[^1]);

    private static Type HolderOf(string path) =>
        path.Split('.')[..^1].Aggregate(typeof(Parameters), (type, section) => type.GetProperty(Capital(section), BindingFlags.Public | BindingFlags.Instance)!.PropertyType);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
