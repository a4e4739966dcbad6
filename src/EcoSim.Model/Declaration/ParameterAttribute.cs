namespace EcoSim.Model.Declaration;

/// <summary>Declares one parameter: the property's initial value is the default, and its place gives the path.</summary>
/// <param name="unit">Unit of the value, "1" for a pure number.</param>
/// <param name="min">Smallest allowed value.</param>
/// <param name="max">Largest allowed value.</param>
/// <param name="meaning">One sentence: what the parameter is.</param>
/// <param name="source">Where the default comes from, or "assumption".</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string unit, double min, double max, string meaning, string source = "assumption") : Attribute
{
    public string Unit { get; } = unit;
    public double Min { get; } = min;
    public double Max { get; } = max;
    public string Meaning { get; } = meaning;
    public string Source { get; } = source;

    /// <summary>True when the value shapes the world before the first month, so no shock or series may change it later.</summary>
    public bool AtStart { get; init; }
}

/// <summary>Declares a group of parameters (a JSON object of the scenario) with the sentence that heads its table.</summary>
/// <param name="meaning">One sentence: what the group governs.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SectionAttribute(string meaning) : Attribute
{
    public string Meaning { get; } = meaning;
}
