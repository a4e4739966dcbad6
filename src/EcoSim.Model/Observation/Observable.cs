namespace EcoSim.Model.Observation;

/// <summary>How an observable behaves over time.</summary>
public enum ObservableKind
{
    /// <summary>A level at the end of the month.</summary>
    Stock,

    /// <summary>What happened during the month; sums over months make sense.</summary>
    Flow,

    /// <summary>A mean over people or firms, a price or a ratio.</summary>
    Mean,
}

/// <summary>One column of <c>series.csv</c>.</summary>
/// <param name="Name">Column header.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Kind">Stock, flow or mean.</param>
/// <param name="Meaning">One sentence for <c>describe observables</c>.</param>
public sealed record Observable(string Name, string Unit, ObservableKind Kind, string Meaning);
