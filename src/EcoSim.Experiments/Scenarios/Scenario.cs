using EcoSim.Model;

namespace EcoSim.Experiments.Scenarios;

/// <summary>A scenario that has been read and found valid.</summary>
/// <param name="Name">Name, also of the results folder.</param>
/// <param name="Question">The question it answers, or empty.</param>
/// <param name="Plan">Parameters, shocks and series for the model.</param>
/// <param name="Overrides">Paths whose value differs from the declared default, in order of the catalogue.</param>
/// <param name="SourceFiles">
/// Files it was read from: the scenario, its parents, its series. Those that ship inside the program end in
/// <c>(shipped)</c>; the others are paths as seen from the current folder.
/// </param>
public sealed record Scenario(
    string Name, string Question, Plan Plan, IReadOnlyList<string> Overrides, IReadOnlyList<string> SourceFiles)
{
    /// <summary>For each driven parameter, the series file as the scenario names it; absent when the values were inlined without one.</summary>
    public IReadOnlyDictionary<string, string> SeriesSources { get; init; } = new Dictionary<string, string>();
}
