namespace EcoSim.Experiments.Scenarios;

/// <summary>What came of reading a scenario: either the scenario, or everything that is wrong with it.</summary>
/// <param name="Scenario">The scenario, or null when there is a problem.</param>
/// <param name="Problems">All problems found, in the order of the files; empty when the scenario is valid.</param>
public sealed record ScenarioReading(Scenario? Scenario, IReadOnlyList<Problem> Problems);
