using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Comparison;

/// <summary>
/// What differs between two worlds for a while only, and what that did to the headline's observable while it lasted and after it. The
/// last month alone would not tell a passing blow from none.
/// </summary>
/// <param name="Names">Names of the shocks.</param>
/// <param name="During">Effect on the mean over the months from the first to the last in which one of them holds; the sum where the observable is a flow.</param>
/// <param name="After">The same over as many months from their end, at least a year, or as many as the run has; null when it has none.</param>
/// <remarks>The months are set by the scenarios and not chosen by what came of it. Each interval holds at 95 % by itself, not all of them together.</remarks>
public sealed record PassingChange(IReadOnlyList<string> Names, PassingEffect During, PassingEffect? After)
{
    /// <summary>Fewest months that are called afterwards.</summary>
    private const int LeastAfter = 12;

    /// <summary>What passes between two worlds; null when they differ in anything that does not end within the recorded months.</summary>
    internal static PassingChange? Of(ComparedWorld baseline, ComparedWorld other, IReadOnlyList<PlanChange> changes, int column)
    {
        var changed = changes.Select(change => change.What).ToHashSet();
        Shock[] shocks = [.. baseline.Scenario.Plan.Shocks.Concat(other.Scenario.Plan.Shocks).Where(shock => changed.Contains(PlanChange.Of(shock)))];
        int months = baseline.Replicates[0].Series.Months;
        if (shocks.Length == 0 || changed.Except(shocks.Select(PlanChange.Of)).Any() || shocks.Any(shock => shock.Until is null))
        {
            return null;
        }

        int first = Math.Max(shocks.Min(shock => shock.Month), 0), until = Math.Min(shocks.Max(shock => shock.Until!.Value), months);
        int end = Math.Min(until + Math.Max(until - first, LeastAfter), months);
        return first >= until ? null : new PassingChange(
            [.. shocks.Select(shock => shock.Name).Distinct()], Effect(baseline, other, column, first, until), until < end ? Effect(baseline, other, column, until, end) : null);
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
