using EcoSim.Experiments.Ensembles;

namespace EcoSim.Reporting;

public sealed record FigureOutcome(string Name, string Title, string Caption, string? Skipped);

public sealed record FigureOutcomes(IReadOnlyList<FigureOutcome> Figures, string? FontProblem);

/// <summary>Draws nothing; its place is taken by the figures when they are merged.</summary>
public static class FigureWriter
{
    public static FigureOutcomes WriteAll(EnsembleResult result, string folder, Action<string>? done = null, int threads = 0) => new([], null);
}
