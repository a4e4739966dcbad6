namespace EcoSim.Cli.Calibrating;

/// <summary>What the options of <c>calibrate</c> ask for beside those of all running commands; null for the file's own.</summary>
/// <param name="Targets">Table of published figures.</param>
/// <param name="Points">Points of the first wave.</param>
/// <param name="Budget">Time for everything.</param>
/// <param name="DryRun">Say what it would take and run no more than a pilot.</param>
/// <param name="Recovery">Trials of recovery, in place of a calibration.</param>
public sealed record CalibrateRequest(string? Targets = null, int? Points = null, TimeSpan? Budget = null, bool DryRun = false, int? Recovery = null);
