using System.Reflection;

namespace EcoSim.Model.Declaration;

/// <summary>Every declared parameter, read once from the properties of <see cref="Parameters"/>.</summary>
/// <remarks>Validation, the JSON schema, <c>describe</c>, sweeps and the documentation are all fed from here.</remarks>
public static class Catalogue
{
    private static readonly Lazy<(ParameterDeclaration[] All, Dictionary<string, ParameterDeclaration> ByPath, (string, string)[] Sections)> Read = new(ReadAll);

    /// <summary>All parameters in the order of their declaration.</summary>
    public static IReadOnlyList<ParameterDeclaration> All => Read.Value.All;

    /// <summary>Dotted path and sentence of each group of parameters, in order.</summary>
    public static IReadOnlyList<(string Path, string Meaning)> Sections => Read.Value.Sections;

    public static ParameterDeclaration? Find(string path) => Read.Value.ByPath.GetValueOrDefault(path);

    /// <summary>The parameter with this path. Throws <see cref="ArgumentException"/> when there is none.</summary>
    public static ParameterDeclaration Get(string path) =>
        Find(path) ?? throw new ArgumentException($"No parameter is called '{path}'.", nameof(path));

    /// <summary>A parameter set with the same values that shares nothing with the original.</summary>
    public static Parameters Copy(Parameters original)
    {
        var copy = new Parameters();
        foreach (ParameterDeclaration parameter in Read.Value.All)
        {
            parameter.Set(copy, parameter.Get(original));
        }

        return copy;
    }

    private static (ParameterDeclaration[], Dictionary<string, ParameterDeclaration>, (string, string)[]) ReadAll()
    {
        var all = new List<ParameterDeclaration>();
        var sections = new List<(string, string)>();
        Visit(new Parameters(), "", root => root, all, sections);
        return (all.ToArray(), all.ToDictionary(p => p.Path, StringComparer.Ordinal), sections.ToArray());
    }

    private static void Visit(
        object holder, string prefix, Func<Parameters, object> reach, List<ParameterDeclaration> all, List<(string, string)> sections)
    {
        foreach (PropertyInfo property in holder.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            string path = prefix + char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            if (property.GetCustomAttribute<SectionAttribute>() is { } section)
            {
                sections.Add((path, section.Meaning));
                Visit(property.GetValue(holder)!, path + ".", root => property.GetValue(reach(root))!, all, sections);
            }
            else if (property.GetCustomAttribute<ParameterAttribute>() is { } declared)
            {
                all.Add(Declare(path, declared, property, holder, reach));
            }
        }
    }

    private static ParameterDeclaration Declare(
        string path, ParameterAttribute declared, PropertyInfo property, object holder, Func<Parameters, object> reach)
    {
        (ParameterKind Kind, Func<object, double> ToNumber, Func<double, object> FromNumber) type = property.PropertyType switch
        {
            var t when t == typeof(double) => (ParameterKind.Number, o => (double)o, v => v),
            var t when t == typeof(int) => (ParameterKind.Integer, o => (int)o, v => (int)v),
            var t when t == typeof(long) => (ParameterKind.Integer, o => (long)o, v => (long)v),
            var t when t == typeof(bool) => (ParameterKind.Switch, o => (bool)o ? 1 : 0, v => v != 0),
            var t when t == typeof(CalendarMonth) => (ParameterKind.Date, o => ((CalendarMonth)o).Index, v => new CalendarMonth((int)v)),
            var t => throw new InvalidOperationException($"Parameter '{path}' has the unsupported type {t}."),
        };
        return new ParameterDeclaration(
            path, type.Kind, declared, type.ToNumber(property.GetValue(holder)!),
            root => type.ToNumber(property.GetValue(reach(root))!),
            (root, value) => property.SetValue(reach(root), type.FromNumber(value)));
    }
}
