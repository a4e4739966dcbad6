using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Comparison;

/// <summary>What a change did to one outcome.</summary>
/// <param name="Outcome">Name of the observable.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Paired">Other less baseline, over replicates with the same luck; First is the other world.</param>
/// <param name="Evidence">How sure the pairs are.</param>
/// <param name="AdjustedP">P-value adjusted by Holm over all outcomes of this pair of worlds; NaN where there is no test.</param>
public sealed record Effect(string Outcome, string Unit, PairedDifference Paired, PairedEvidence Evidence, double AdjustedP)
{
    /// <summary>Difference as a share of the baseline's mean; NaN when that is 0.</summary>
    public double Relative => Paired.Second == 0 ? double.NaN : Paired.Difference / Math.Abs(Paired.Second);
}

/// <summary>Baseline and one other world, replicate by replicate.</summary>
/// <param name="Baseline">What it is compared with.</param>
/// <param name="Other">The changed world.</param>
/// <param name="Changes">What differs between their plans.</param>
/// <param name="Effects">One for each observable, in their order: the last month, or for flows the sum over months.</param>
/// <param name="Monthly">For each observable and month the paired difference.</param>
/// <param name="Identical">True when every cell of every replicate is the same in both worlds.</param>
public sealed record PairedComparison(
    ComparedWorld Baseline,
    ComparedWorld Other,
    IReadOnlyList<PlanChange> Changes,
    IReadOnlyList<Effect> Effects,
    IReadOnlyList<PairedDifference[]> Monthly,
    bool Identical)
{
    /// <summary>Compares two worlds that <see cref="Alignment"/> has cut to the same months and replicates.</summary>
    public static PairedComparison Of(ComparedWorld baseline, ComparedWorld other)
    {
        int columns = Observables.All.Count;
        var effects = new Effect[columns];
        var monthly = new PairedDifference[columns][];
        Parallel.For(0, columns, column =>
        {
            effects[column] = EffectOn(baseline, other, column);
            monthly[column] = MonthByMonth(baseline, other, column);
        });

        double[] adjusted = HolmAdjustment.Of([.. effects.Select(effect => effect.Evidence.PValue)]);
        return new PairedComparison(
            baseline, other, PlanChange.Between(baseline.Scenario.Plan, other.Scenario.Plan),
            [.. effects.Zip(adjusted, (effect, p) => effect with { AdjustedP = p })], monthly, Same(baseline, other));
    }

    private static Effect EffectOn(ComparedWorld baseline, ComparedWorld other, int column)
    {
        double[] before = [.. baseline.Replicates.Select(run => Outcome.Of(run.Series, column))];
        double[] after = [.. other.Replicates.Select(run => Outcome.Of(run.Series, column))];
        Observable observable = Observables.All[column];
        return new Effect(
            observable.Name, observable.Unit, PairedDifference.Of(after, before), PairedEvidence.Of(before, after), double.NaN);
    }

    private static PairedDifference[] MonthByMonth(ComparedWorld baseline, ComparedWorld other, int column)
    {
        var before = new double[baseline.Replicates.Count];
        var after = new double[before.Length];
        var differences = new PairedDifference[baseline.Replicates[0].Series.Months];
        for (int month = 0; month < differences.Length; month++)
        {
            for (int i = 0; i < before.Length; i++)
            {
                before[i] = baseline.Replicates[i].Series[month, column];
                after[i] = other.Replicates[i].Series[month, column];
            }

            differences[month] = PairedDifference.Of(after, before);
        }

        return differences;
    }

    private static bool Same(ComparedWorld one, ComparedWorld other) =>
        one.Replicates.Zip(other.Replicates).All(pair =>
            Enumerable.Range(0, pair.First.Series.Months).All(month => pair.First.Series.Row(month).SequenceEqual(pair.Second.Series.Row(month))));
}
