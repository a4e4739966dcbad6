using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Naive;
using EcoSim.Model;

namespace EcoSim.Experiments.Validation;

/// <summary>A scenario held against published figures: everything that a table, figure or page of it needs.</summary>
/// <param name="Measured">The replicates that were measured.</param>
/// <param name="Scorecard">Figures against values.</param>
/// <param name="Rates">Rates of the naive rival.</param>
/// <param name="Targets">What messages call the table of targets.</param>
public sealed record ValidationResult(MeasuredEnsemble Measured, Scorecard Scorecard, NaiveRates Rates, string Targets)
{
    /// <summary>Measures the replicates, fits the naive rival to the same figures and measures as many replicates of it.</summary>
    /// <param name="measured">At least one replicate.</param>
    /// <param name="targets">Published figures.</param>
    /// <param name="label">What messages call their table.</param>
    public static ValidationResult Of(MeasuredEnsemble measured, IReadOnlyList<CalibrationTarget> targets, string label)
    {
        RunParameters run = measured.Scenario.Plan.Parameters.Run;
        NaiveRates rates = NaiveFit.To(targets);
        var rival = new NaiveRival(rates, NaiveSize.Of(measured.Histories, run.WarmupMonths));
        RunHistory[] naive = [.. measured.Histories.Select(history => rival.Simulate(run.Seed, history.Replicate))];
        return new ValidationResult(measured, Scorecard.Of(targets, measured.Histories, naive), rates, label);
    }
}
