namespace EcoSim.Model.Observation;

/// <summary>A conservation law did not hold.</summary>
public sealed class ConservationException(int month, string law, double found, double expected)
    : Exception($"Conservation of {law} failed in month {month}: found {found:R}, expected {expected:R}.")
{
    /// <summary>Month after warm-up.</summary>
    public int Month { get; } = month;

    public string Law { get; } = law;
}
