using EcoSim.Experiments.Measures;

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

    /// <summary>Standard errors from an end of the band within which chance may carry a value across it.</summary>
    private const double EdgeErrors = 2;

    /// <summary>True for a figure that is set from its source rather than left to come out.</summary>
    public bool IsInput => Kind == Input;

    /// <summary>True when a value lies in the band, ends included.</summary>
    public bool Admits(double value) => value >= Low && value <= High;

    /// <summary>True when a value lies within two standard errors of an end of the band, inside or outside; an end that no value can pass, such as 100 %, is none.</summary>
    /// <param name="value">In the measure's unit.</param>
    /// <param name="error">Its standard error; none is told from an unknown one.</param>
    public bool IsNearEdge(double value, double error)
    {
        MeasureRange range = MeasureCatalogue.Find(Measure)!.Range;
        return error > 0 && (IsNear(Low, range.Least) || IsNear(High, range.Most));

        bool IsNear(double end, double limit) => end != limit && Math.Abs(value - end) <= EdgeErrors * error;
    }
}
