using EcoSim.Experiments.Scenarios;
using EcoSim.Model;

namespace EcoSim.Experiments.Comparison;

/// <summary>One side of a comparison, fresh from the model or read from a results folder.</summary>
/// <param name="Label">Name under which tables and figures know it; unique within a comparison.</param>
/// <param name="Origin">Where it comes from, for messages and the manifest: a results folder, or "run now".</param>
/// <param name="Scenario">What was simulated.</param>
/// <param name="Replicates">Series in order of replicate.</param>
/// <param name="Version">Version of the program that made it.</param>
/// <param name="ModelBuild">Identity of the compiled model that made it.</param>
public sealed record ComparedWorld(
    string Label, string Origin, Scenario Scenario, IReadOnlyList<RunResult> Replicates, string Version, string ModelBuild)
{
    public RunParameters Setup => Scenario.Plan.Parameters.Run;
}
