namespace EcoSim.Experiments.Measures;

/// <summary>Every measure that there is.</summary>
public static class MeasureCatalogue
{
    /// <summary>Measures of what is set from a source, so that agreeing with it is no evidence for the model.</summary>
    public static IReadOnlyList<Measure> Inputs { get; } = [.. AnchorMeasures.All, .. DilutionMeasures.All, .. InputMeasures.All];

    /// <summary>Measures in the order of the published targets, then patterns for which no level is published.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        .. SurvivalMeasures.All, .. FoundingMeasures.All, .. FundingMeasures.All, .. ReturnMeasures.All,
        .. Inputs, .. SizeMeasures.All, .. OriginMeasures.All,
    ];

    /// <summary>The measure of this name, or null.</summary>
    public static Measure? Find(string name) => All.FirstOrDefault(measure => measure.Name == name);
}
