using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Results;
using EcoSim.Experiments.Sweeps.Runs;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Sensitivity;

/// <summary>Elementary effects of one outcome.</summary>
public sealed record OutcomeEffects(OutcomeMeasure Outcome, IReadOnlyList<MorrisEffect> Effects);

/// <summary>Sobol indices of one outcome.</summary>
public sealed record OutcomeIndices(OutcomeMeasure Outcome, IReadOnlyList<SobolIndex> Indices);

/// <summary>What a sensitivity analysis found.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Parameters">Parameters screened, to which the effects point.</param>
/// <param name="Trajectories">Morris trajectories.</param>
/// <param name="Effects">For each outcome its elementary effects.</param>
public sealed record SensitivityResult(
    Experiment Experiment, IReadOnlyList<ParameterDeclaration> Parameters, int Trajectories, IReadOnlyList<OutcomeEffects> Effects)
{
    /// <summary>Parameters that went on to Sobol indices, as places in <see cref="Parameters"/>.</summary>
    public IReadOnlyList<int> Kept { get; init; } = [];

    /// <summary>Base points of the Sobol indices; 0 without.</summary>
    public int BasePoints { get; init; }

    /// <summary>For each outcome the indices of the parameters kept, in that order; empty without.</summary>
    public IReadOnlyList<OutcomeIndices> Indices { get; init; } = [];

    /// <summary>Effects from the runs at the points of a design.</summary>
    public static SensitivityResult Screened(MorrisDesign design, SweepWorlds worlds, SweepOutcomes outcomes) => new(
        worlds.Experiment, worlds.Table.Parameters, design.Trajectories,
        [.. worlds.Experiment.Outcomes.Select((outcome, column) => new OutcomeEffects(outcome, MorrisEffects.Of(design, OutputsOf(worlds, outcomes, column))))]);

    /// <summary>The same with indices from the runs at the points of another.</summary>
    public SensitivityResult With(IReadOnlyList<int> kept, SobolDesign design, SweepWorlds worlds, SweepOutcomes outcomes) => this with
    {
        Kept = kept,
        BasePoints = design.Scrambles * design.PerScramble,
        Indices = [.. worlds.Experiment.Outcomes.Select((outcome, column) => new OutcomeIndices(outcome, SobolIndices.Of(design, OutputsOf(worlds, outcomes, column))))],
    };

    /// <summary>
    /// Parameters worth the runs of Sobol indices, the most important first: by their largest μ* over the outcomes in which they are told from luck, each
    /// measured against the largest of that outcome. After them come those that only exceed the noise floor; those that stay below it everywhere are left out.
    /// </summary>
    /// <param name="most">Most parameters kept.</param>
    public IReadOnlyList<int> WorthMore(int most) =>
    [
        .. Enumerable.Range(0, Parameters.Count)
            .Where(parameter => Effects.Any(outcome => StandsOut(outcome.Effects[parameter].MuStar)))
            .OrderByDescending(IsTold)
            .ThenByDescending(parameter => Effects.Max(outcome => outcome.Effects[parameter].MuStar.IsClear ? Relative(outcome, parameter) : 0))
            .ThenByDescending(parameter => Effects.Max(outcome => Relative(outcome, parameter)))
            .Take(Math.Min(most, SobolDesign.MostParameters)),
    ];

    /// <summary>True when the effect of a parameter on some outcome is told from luck.</summary>
    public bool IsTold(int parameter) => Effects.Any(outcome => outcome.Effects[parameter].MuStar.IsClear);

    private static bool StandsOut(SensitivityIndex index) => index.Value > (double.IsNaN(index.NoiseFloor) ? 0 : index.NoiseFloor);

    private static double Relative(OutcomeEffects outcome, int parameter)
    {
        double largest = outcome.Effects.Max(effect => effect.MuStar.Value);
        return largest > 0 ? outcome.Effects[parameter].MuStar.Value / largest : 0;
    }

    private static double[][] OutputsOf(SweepWorlds worlds, SweepOutcomes outcomes, int column) =>
        [.. Enumerable.Range(0, worlds.Points).Select(point => SweepRows.Values(worlds, outcomes, point, column))];
}
