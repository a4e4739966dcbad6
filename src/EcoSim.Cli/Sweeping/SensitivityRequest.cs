namespace EcoSim.Cli.Sweeping;

/// <summary>What the options of <c>sensitivity</c> ask for beside those of all running commands; null for the experiment's own.</summary>
/// <param name="Trajectories">Morris trajectories.</param>
/// <param name="Points">Base points of the Sobol indices; 0 for none.</param>
/// <param name="Keep">Most parameters that go on to Sobol indices.</param>
/// <param name="DryRun">Say what it would take and run no more than a pilot.</param>
public sealed record SensitivityRequest(int? Trajectories = null, int? Points = null, int? Keep = null, bool DryRun = false);
