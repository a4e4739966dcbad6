using EcoSim.Experiments.Sensitivity;

namespace EcoSim.Reporting;

/// <summary>What the intervals of a sensitivity analysis hold, in words: the choice of points, at the luck that all points share. What that luck does is the noise floor's matter.</summary>
public static class SensitivityInterval
{
    /// <summary>"at the luck of the 3 replicates that all points share".</summary>
    public static string Luck(SensitivityResult result) =>
        $"at the luck of the {(result.Experiment.Replicates == 1 ? "one replicate" : Amount.Count(result.Experiment.Replicates, "replicate", "replicates"))} that all points share";
}
