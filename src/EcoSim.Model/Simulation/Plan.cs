namespace EcoSim.Model;

/// <summary>What a scenario asks of the model: parameters and how they change over time.</summary>
/// <param name="Parameters">Values at the start.</param>
/// <param name="Shocks">Dated changes, applied in this order when several fall in one month.</param>
/// <param name="Series">Parameters that follow a given path month by month.</param>
public sealed record Plan(Parameters Parameters, IReadOnlyList<Shock> Shocks, IReadOnlyList<DrivenSeries> Series)
{
    public Plan(Parameters parameters) : this(parameters, [], []) { }
}

/// <summary>A dated change of parameters.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Month">First month in which the values hold; 0 is the first month after warm-up.</param>
/// <param name="Until">First month in which they no longer hold and what stood before returns; null for good.</param>
/// <param name="Settings">Parameter path and value.</param>
public sealed record Shock(string Name, int Month, int? Until, IReadOnlyList<(string Path, double Value)> Settings);

/// <summary>A parameter that follows a series.</summary>
/// <param name="Path">Parameter path.</param>
/// <param name="Monthly">Value for month 0, 1, …; the first value also holds during warm-up, the last one after the end.</param>
public sealed record DrivenSeries(string Path, double[] Monthly);
