using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Comparison;

/// <summary>All that differs between two worlds for a while only.</summary>
/// <param name="Told">Those with no other difference in the same months, in their order.</param>
/// <param name="Untold">Names of those that another difference overlaps which does not end, so that their effect cannot be told by itself.</param>
/// <param name="Beside">What overlaps them: paths of parameters and series, names of dated changes without an end.</param>
public sealed record PassingChanges(IReadOnlyList<PassingChange> Told, IReadOnlyList<string> Untold, IReadOnlyList<string> Beside)
{
    /// <summary>Fewest months that are called afterwards.</summary>
    private const int LeastAfter = 12;

    /// <summary>What passes between two worlds.</summary>
    internal static PassingChanges Of(ComparedWorld baseline, ComparedWorld other, IReadOnlyList<PlanChange> changes, int column)
    {
        Shock[] shocks = [.. OnlyInOne(baseline.Scenario.Plan.Shocks, other.Scenario.Plan.Shocks)];
        var shockNames = shocks.Select(PlanChange.Of).ToHashSet();
        string[] standing = [.. changes.Select(change => change.What).Where(what => !shockNames.Contains(what))];
        int months = baseline.Replicates[0].Series.Months;
        Shock[] endless = [.. shocks.Where(shock => shock.Until is null && shock.Month < months)];
        List<Window> windows = Windows(shocks, months);
        List<PassingChange> told = [];
        List<string> untold = [], beside = [];
        foreach (Window window in windows.Where(window => window.Until > 0))
        {
            Shock[] over = [.. endless.Where(shock => shock.Month < window.Until)];
            if (standing.Length + over.Length > 0)
            {
                untold.AddRange(window.Names);
                beside.AddRange([.. standing, .. over.Select(shock => shock.Name)]);
                continue;
            }

            int next = windows.Select(later => later.First).Concat(endless.Select(shock => shock.Month)).Where(month => month >= window.Until).DefaultIfEmpty(months).Min();
            string[] earlier = [.. windows.Where(before => before.Until <= window.First).SelectMany(before => before.Names).Except(window.Names).Distinct()];
            told.Add(Measured(baseline, other, column, window, next, earlier));
        }

        return new PassingChanges(told, [.. untold.Distinct()], [.. beside.Distinct()]);
    }

    private static PassingChange Measured(ComparedWorld baseline, ComparedWorld other, int column, Window window, int next, string[] earlier)
    {
        int first = Math.Max(window.First, 0), end = Math.Min(window.Until + Math.Max(window.Until - first, LeastAfter), next);
        return new PassingChange(
            window.Names, Effect(baseline, other, column, first, window.Until), window.Until < end ? Effect(baseline, other, column, window.Until, end) : null, earlier);
    }

    /// <summary>Dated changes that one plan has and the other lacks; of one that was moved or made stronger both.</summary>
    private static IEnumerable<Shock> OnlyInOne(IReadOnlyList<Shock> one, IReadOnlyList<Shock> other)
    {
        var shared = one.Select(Whole).Intersect(other.Select(Whole)).ToHashSet();
        return one.Concat(other).Where(shock => !shared.Contains(Whole(shock)));

        static (string, string) Whole(Shock shock) => (shock.Name, PlanChange.Describe(shock));
    }

    /// <summary>Stretches without a gap in which changes that end hold, in their order, cut at the end of the run. One that holds in the warm-up only ends before month 0.</summary>
    private static List<Window> Windows(IEnumerable<Shock> shocks, int months)
    {
        List<Window> windows = [];
        foreach (Shock shock in shocks.Where(shock => shock.Until is not null && shock.Month < months).OrderBy(shock => shock.Month))
        {
            int until = Math.Min(shock.Until!.Value, months);
            if (windows.Count > 0 && windows[^1] is var last && shock.Month < last.Until)
            {
                windows[^1] = new Window(last.First, Math.Max(last.Until, until), [.. last.Names.Append(shock.Name).Distinct()]);
            }
            else
            {
                windows.Add(new Window(shock.Month, until, [shock.Name]));
            }
        }

        return windows;
    }

    private static PassingEffect Effect(ComparedWorld baseline, ComparedWorld other, int column, int first, int until)
    {
        Observable observable = Observables.All[column];
        MeasureKind kind = observable.Kind == ObservableKind.Flow ? MeasureKind.Sum : MeasureKind.Mean;
        return new(first, until - 1, PairedComparison.EffectOn(baseline, other, new OutcomeMeasure(observable.Name, column, kind) { Window = (first, until - 1) }));
    }

    /// <summary>Months from First to before Until.</summary>
    private readonly record struct Window(int First, int Until, string[] Names);
}
