namespace EcoSim.Experiments.Results;

/// <summary>Something that the user asked for cannot be done; the message says what was found and what to do.</summary>
public sealed class RefusedException(string message) : Exception(message);
