using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Results;

namespace EcoSim.Reporting;

/// <summary>Says when the estimate or the posterior of a calibration should not be used; null where there is nothing to warn of.</summary>
public static class CalibrationWarnings
{
    public static IEnumerable<Warning> Of(CalibrationResult result) => new[] { OfFit(result), OfPosterior(result) }.OfType<Warning>();

    /// <summary>"4.60 (s.e. 0.21)".</summary>
    public static string Distance(double distance, double error) =>
        ReadableNumber.Of(distance) + (double.IsFinite(error) ? $" (s.e. {ReadableNumber.Of(error)})" : "");

    /// <summary>Says that luck may be all that the distances differ by; empty where it is more.</summary>
    public static string Untold(CalibrationResult result) => result.TellsDistances ? "" : ", which the replicates do not tell apart";

    private static Warning? OfFit(CalibrationResult result) => !result.IsWorse
        ? null
        : new(
            WarningKind.WorseFit,
            $"The estimate fits worse than the scenario’s own values: its distance from the figures is {Distance(result.DistanceAfter, result.DistanceAfterError)}, theirs {Distance(result.DistanceBefore, result.DistanceBeforeError)}.",
            $"Do not use it. The surfaces need more points or replicates: --points {2 * result.Task.Choice.Points} or --replicates {2 * result.Task.Experiment.Replicates}.");

    private static Warning? OfPosterior(CalibrationResult result)
    {
        ParameterFit[] outside = [.. result.OutsideOwnInterval];
        string[] reasons =
        [
            .. result.IsFar ? [$"no draw comes near the figures (least distance {ReadableNumber.Of(result.LeastDistance)}, near is up to {ReadableNumber.Of(result.FarthestNear)})"] : Array.Empty<string>(),
            .. outside.Length > 0 ? [$"the estimate lies outside its own 90 % interval for {string.Join(", ", outside.Select(fit => fit.Path))}"] : Array.Empty<string>(),
        ];
        if (reasons.Length == 0)
        {
            return null;
        }

        // Where no figure pins a parameter down its estimate may lie anywhere in the prior; the rest of the posterior is none the worse.
        bool one = outside.Length == 1;
        string of = result.PosteriorTells ? $" of {(one ? "this parameter" : "these parameters")}" : "";
        return new(
            WarningKind.EmptyPosterior, $"The posterior tells nothing{of}: {string.Join(", and ", reasons)}.",
            result.PosteriorTells
                ? $"No figure pins {(one ? "it down: its estimate and its interval say" : "them down: their estimates and intervals say")} no more than the prior."
                : "Read no interval and no width from it. See whether the model can reach the figures and the priors hold what would, then use more points or replicates.");
    }
}
