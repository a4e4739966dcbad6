using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Sweeps;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Calibration;

/// <summary>A calibration that has been read and found valid: what is free, and what it is fitted to.</summary>
/// <param name="Experiment">The scenario, and a prior for each free parameter.</param>
/// <param name="Moments">The figures that it is fitted to.</param>
/// <param name="Targets">What messages call the table of figures.</param>
/// <param name="Overlay">How a scenario that sets the estimate begins.</param>
public sealed record CalibrationTask(Experiment Experiment, IReadOnlyList<Moment> Moments, string Targets, OverlayParent Overlay)
{
    public string Name => Experiment.Name;

    public Scenario Scenario => Experiment.Scenario;

    public CalibrationChoice Choice => Experiment.Calibration;

    public CalibrationSpace Space { get; } = new(Experiment.Variations, Experiment.Scenario.Plan);
}

/// <summary>What a calibrated scenario extends.</summary>
/// <param name="Path">Full path of the scenario file on disk, or path among the shipped ones; null when there is none to extend, so that everything must be written out.</param>
/// <param name="IsShipped">True for a shipped one.</param>
/// <param name="Changed">Parameters that the calibration file or the command line sets beside those that are free, and that belong to the result.</param>
public sealed record OverlayParent(string? Path, bool IsShipped, IReadOnlyList<ParameterDeclaration> Changed);
