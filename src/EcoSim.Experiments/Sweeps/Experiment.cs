using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Scenarios;

namespace EcoSim.Experiments.Sweeps;

/// <summary>How the points of a sweep are chosen.</summary>
public enum DesignKind
{
    /// <summary>Every combination of levels.</summary>
    Grid,

    /// <summary>The scenario itself, then each level of each parameter alone.</summary>
    OneAtATime,

    /// <summary>As many strata per parameter as points, each hit once.</summary>
    LatinHypercube,

    /// <summary>A scrambled Sobol sequence: even in every projection, and longer by adding points.</summary>
    Sobol,

    /// <summary>Points from a file, made elsewhere.</summary>
    Csv,
}

/// <summary>An experiment that has been read and found valid.</summary>
/// <param name="Scenario">What is varied; its replicates are those of each point, and no twins without the anchor run beside them.</param>
/// <param name="Variations">Parameters that vary, in the order of the file, and how.</param>
/// <param name="Design">How points are chosen.</param>
/// <param name="Points">Points of a design whose size is free; null where the levels decide it or nobody said.</param>
/// <param name="DesignSeed">Luck of the design, apart from that of the model.</param>
/// <param name="Outcomes">What is kept of each run, the headline first.</param>
public sealed record Experiment(
    Scenario Scenario,
    IReadOnlyList<Variation> Variations,
    DesignKind Design,
    int? Points,
    long DesignSeed,
    IReadOnlyList<OutcomeMeasure> Outcomes)
{
    /// <summary>Rows of a design made elsewhere, in the order of <see cref="Variations"/>; null for every other design.</summary>
    public IReadOnlyList<double[]>? Table { get; init; }

    /// <summary>How sensitivity is measured.</summary>
    public SensitivityChoice Sensitivity { get; init; } = SensitivityChoice.Usual;

    /// <summary>How large a calibration of these parameters is.</summary>
    public CalibrationChoice Calibration { get; init; } = CalibrationChoice.Usual;

    public string Name => Scenario.Name;

    public int Replicates => Scenario.Plan.Parameters.Run.Replicates;
}

/// <summary>How many runs a sensitivity analysis takes.</summary>
/// <param name="Trajectories">Morris trajectories.</param>
/// <param name="Points">Base points of the Sobol indices; 0 leaves them out.</param>
/// <param name="Keep">Most parameters that go on from the screening to Sobol indices.</param>
public sealed record SensitivityChoice(int Trajectories, int Points, int Keep)
{
    public static readonly SensitivityChoice Usual = new(Trajectories: 10, Points: 64, Keep: 6);
}
