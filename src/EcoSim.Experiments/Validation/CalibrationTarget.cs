namespace EcoSim.Experiments.Validation;

/// <summary>A published figure that a model of this kind should reproduce.</summary>
/// <param name="Id">Short name, such as C1a.</param>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Value">Published value.</param>
/// <param name="Low">Lower end of the band that counts as agreement.</param>
/// <param name="High">Upper end.</param>
/// <param name="Definition">Unit and definition.</param>
/// <param name="Kind">emergent or input.</param>
/// <param name="Sample">Whom the figure describes.</param>
/// <param name="Period">When.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Url">Where.</param>
public sealed record CalibrationTarget(
    string Id, string Measure, double Value, double Low, double High, string Definition, string Kind, string Sample, string Period, string Source, string Url)
{
    public const string Emergent = "emergent", Input = "input";

    /// <summary>True for a figure that is set from its source rather than left to come out.</summary>
    public bool IsInput => Kind == Input;

    /// <summary>True when a value lies in the band, ends included.</summary>
    public bool Admits(double value) => value >= Low && value <= High;
}
