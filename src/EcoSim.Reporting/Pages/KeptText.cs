using EcoSim.Experiments.Sensitivity;

namespace EcoSim.Reporting;

/// <summary>Which parameters went on from the screening to Sobol indices, and why, or why none did.</summary>
public static class KeptText
{
    /// <summary>In a sentence or two.</summary>
    public static string Of(SensitivityResult result)
    {
        string told = Paths(result, told: true), other = Paths(result, told: false);
        return (result.Kept.Count, told, other) switch
        {
            (0, _, _) when result.Experiment.Sensitivity.Points == 0 => "No Sobol indices were asked for (points 0).",
            (0, _, _) => "No parameter's effect on any outcome is told from luck, so no Sobol indices were made. More replicates lower the noise floor (four times as many halve it) and more "
                + "trajectories narrow the intervals; --keep N makes indices of the N largest above the noise floor all the same.",
            (_, "", _) => $"Kept for Sobol indices as --keep asks, being above the noise floor though not told from luck: {other}.",
            (_, _, "") => $"Kept for Sobol indices, told from luck in some outcome: {told}.",
            _ => $"Kept for Sobol indices, told from luck in some outcome: {told}; only above the noise floor: {other}.",
        };
    }

    private static string Paths(SensitivityResult result, bool told) =>
        string.Join(", ", result.Kept.Where(parameter => result.IsTold(parameter) == told).Select(parameter => result.Parameters[parameter].Path));
}
