using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Comparison;

/// <summary>
/// What a dated change that ends did to the headline's observable while it lasted, and in as many months after it. The last month alone
/// would not tell a passing blow from none.
/// </summary>
/// <param name="Name">Name of the shock.</param>
/// <param name="During">Effect on the mean over the months in which it holds; the sum where the observable is a flow.</param>
/// <param name="After">The same over as many months from its end, or as many as the run has; null when it has none.</param>
/// <remarks>The months are set by the scenario and not chosen by what came of it, so the intervals are those of one test each, not corrected for their number.</remarks>
public sealed record PassingChange(string Name, PassingEffect During, PassingEffect? After)
{
    /// <summary>The changes of the other world that the baseline does not have, that end, and during which months are recorded; in their order.</summary>
    internal static IReadOnlyList<PassingChange> Of(ComparedWorld baseline, ComparedWorld other, IReadOnlyList<PlanChange> changes, int column)
    {
        int months = baseline.Replicates[0].Series.Months;
        return
        [
            .. from shock in other.Scenario.Plan.Shocks
               where changes.Any(change => change.What == PlanChange.Of(shock))
               let first = Math.Max(shock.Month, 0)
               let until = Math.Min(shock.Until ?? 0, months)
               where first < until
               select new PassingChange(
                   shock.Name, Effect(baseline, other, column, first, until),
                   until < months ? Effect(baseline, other, column, until, Math.Min(2 * until - first, months)) : null),
        ];
    }

    private static PassingEffect Effect(ComparedWorld baseline, ComparedWorld other, int column, int first, int until)
    {
        Observable observable = Observables.All[column];
        MeasureKind kind = observable.Kind == ObservableKind.Flow ? MeasureKind.Sum : MeasureKind.Mean;
        return new(first, until - 1, PairedComparison.EffectOn(baseline, other, new OutcomeMeasure(observable.Name, column, kind) { Window = (first, until - 1) }));
    }
}

/// <summary>An effect over some months.</summary>
/// <param name="First">First recorded month.</param>
/// <param name="Last">Last month.</param>
/// <param name="Effect">Effect on the mean over them, or on the sum of a flow.</param>
public sealed record PassingEffect(int First, int Last, Effect Effect);
