using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Validation;

/// <summary>Whether simulated data agree with a published figure.</summary>
public enum Verdict
{
    /// <summary>The value lies in the band.</summary>
    InBand,

    /// <summary>The value lies outside the band: the fact fails.</summary>
    OutOfBand,

    /// <summary>The replicates do not show it, as when there is no anchor or the run is too short.</summary>
    NotMeasurable,
}

/// <summary>A published figure beside what the simulated data say.</summary>
/// <param name="Target">The published figure.</param>
/// <param name="Measure">How it was measured.</param>
/// <param name="Estimate">What the simulated data say.</param>
/// <param name="Naive">What the naive rival says; NaN where it has nothing to say.</param>
public sealed record ScorecardRow(CalibrationTarget Target, Measure Measure, PooledEstimate Estimate, double Naive)
{
    /// <summary>Above this part of the band's width, chance alone may move the value across an edge.</summary>
    public const double MostErrorOfBand = 0.25;

    public Verdict Verdict => VerdictOf(Estimate.Value);

    public Verdict NaiveVerdict => VerdictOf(Naive);

    /// <summary>True when the standard error is more than a quarter of the band's width, or unknown.</summary>
    public bool IsImprecise => !double.IsNaN(Estimate.Value) && !(Estimate.StandardError <= MostErrorOfBand * (Target.High - Target.Low));

    /// <summary>True when the value lies within two standard errors of an end of the band, so that chance may decide the verdict.</summary>
    public bool IsNearEdge => Target.IsNearEdge(Estimate.Value, Estimate.StandardError);

    /// <summary>The same, but of an input only where it is measured with luck in it, as turnover is: what is set has none.</summary>
    public bool ChanceMayDecide => IsNearEdge && (!Target.IsInput || Estimate.StandardError > 0);

    private Verdict VerdictOf(double value) => double.IsNaN(value) ? Verdict.NotMeasurable : Target.Admits(value) ? Verdict.InBand : Verdict.OutOfBand;
}

/// <summary>Something measured for which no target is given.</summary>
public sealed record MeasuredPattern(Measure Measure, PooledEstimate Estimate, double Naive);

/// <summary>All figures of a table of targets against the replicates of a scenario, and the measures that no target names.</summary>
/// <param name="Rows">One for each target, in their order.</param>
/// <param name="Patterns">Measures without a target.</param>
/// <param name="Replicates">Replicates measured.</param>
public sealed record Scorecard(IReadOnlyList<ScorecardRow> Rows, IReadOnlyList<MeasuredPattern> Patterns, int Replicates)
{
    /// <summary>Measures the replicates, and those of the naive rival when there are any.</summary>
    public static Scorecard Of(IReadOnlyList<CalibrationTarget> targets, IReadOnlyList<RunHistory> replicates, IReadOnlyList<RunHistory> naive)
    {
        var estimates = new Dictionary<string, (PooledEstimate Estimate, double Naive)>(StringComparer.Ordinal);
        Parallel.ForEach(MeasureCatalogue.All, measure =>
        {
            (PooledEstimate, double) one = (measure.Of(replicates), measure.ValueOf(naive));
            lock (estimates)
            {
                estimates.Add(measure.Name, one);
            }
        });

        HashSet<string> named = [.. targets.Select(target => target.Measure)];
        return new Scorecard(
            [.. targets.Select(Row)],
            [.. MeasureCatalogue.All.Where(measure => !named.Contains(measure.Name)).Select(measure => new MeasuredPattern(measure, estimates[measure.Name].Estimate, estimates[measure.Name].Naive))],
            replicates.Count);

        ScorecardRow Row(CalibrationTarget target)
        {
            (PooledEstimate estimate, double rival) = estimates[target.Measure];

            // Inputs are set from their source in both, so that agreeing with them is no achievement of either.
            return new ScorecardRow(target, MeasureCatalogue.Find(target.Measure)!, estimate, target.IsInput ? double.NaN : rival);
        }
    }

    /// <summary>Figures that come out of the model: they are what is tested.</summary>
    public IReadOnlyList<ScorecardRow> Outcomes => [.. Rows.Where(row => !row.Target.IsInput)];

    /// <summary>Figures that are set from their source.</summary>
    public IReadOnlyList<ScorecardRow> Inputs => [.. Rows.Where(row => row.Target.IsInput)];
}
