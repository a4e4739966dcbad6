using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Comparison;

/// <summary>What a change did to one outcome.</summary>
/// <param name="Outcome">Name of the outcome: the observable, and what was declared of it.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Paired">Other less baseline, over replicates with the same luck; First is the other world.</param>
/// <param name="Evidence">How sure the pairs are.</param>
/// <param name="AdjustedP">P-value adjusted by Holm over all outcomes of this pair of worlds; NaN where there is no test.</param>
public sealed record Effect(string Outcome, string Unit, PairedDifference Paired, PairedEvidence Evidence, double AdjustedP)
{
    /// <summary>Difference as a share of the baseline's mean; NaN when that is 0.</summary>
    public double Relative => Paired.Second == 0 ? double.NaN : Paired.Difference / Math.Abs(Paired.Second);

    /// <summary>How the outcome is made from its observable, in words.</summary>
    public string Measure { get; init; } = "";

    /// <summary>True when the difference is told from chance after correction.</summary>
    public bool IsTold => HolmAdjustment.Tells(AdjustedP, Paired.Difference, Paired.StandardError, Paired.Pairs);

    /// <summary>For a first time: replicates of baseline and other world in which it came before the end; null for any other outcome.</summary>
    public (int Baseline, int Other)? Reached { get; init; }
}

/// <summary>Baseline and one other world, replicate by replicate.</summary>
/// <param name="Baseline">What it is compared with.</param>
/// <param name="Other">The changed world.</param>
/// <param name="Changes">What differs between their plans.</param>
/// <param name="Effects">The declared outcomes in their order, the headline always among them; without any one for each observable: the last month, or for flows the sum over months.</param>
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
    /// <summary>What the change did to the headline.</summary>
    public Effect Headline => Effects[HeadlinePlace];

    /// <summary>True when the outcomes were declared by the user, and are therefore all worth showing.</summary>
    public bool Declared { get; private init; }

    /// <summary>What was measured, in the order of the effects.</summary>
    public IReadOnlyList<OutcomeMeasure> Outcomes { get; private init; } = [];

    /// <summary>What the headline value is made of in the other world, and the change of each part.</summary>
    public IReadOnlyList<ValueRow> Value { get; private init; } = [];

    /// <summary>What the worlds differ in for a while did to the headline's observable while it lasted and after.</summary>
    public PassingChanges Passing { get; private init; } = new([], [], []);

    private int HeadlinePlace { get; init; }

    /// <summary>Compares two worlds that <see cref="Alignment"/> has cut to the same months and replicates.</summary>
    /// <param name="baseline">What it is compared with.</param>
    /// <param name="other">The changed world.</param>
    /// <param name="declared">Outcomes, the first of them the headline; none for the usual one of every observable.</param>
    public static PairedComparison Of(ComparedWorld baseline, ComparedWorld other, IReadOnlyList<OutcomeMeasure>? declared = null)
    {
        declared ??= [];
        OutcomeMeasure usual = OutcomeMeasure.Headline;
        IReadOnlyList<OutcomeMeasure> outcomes = declared.Count == 0 ? OutcomeMeasure.Usual : declared.Contains(usual) ? declared : [.. declared, usual];
        var effects = new Effect[outcomes.Count];
        Parallel.For(0, outcomes.Count, place => effects[place] = EffectOn(baseline, other, outcomes[place]));
        var monthly = new PairedDifference[Observables.All.Count][];
        Parallel.For(0, monthly.Length, column => monthly[column] = MonthByMonth(baseline, other, column));

        double[] adjusted = HolmAdjustment.Of([.. effects.Select(effect => effect.Evidence.PValue)]);
        int headline = declared.Count == 0 ? usual.Column : 0;
        IReadOnlyList<PlanChange> changes = PlanChange.Between(baseline.Scenario.Plan, other.Scenario.Plan);
        return new PairedComparison(
            baseline, other, changes,
            [.. effects.Zip(adjusted, (effect, p) => effect with { AdjustedP = p })], monthly, Same(baseline, other))
        {
            Declared = declared.Count > 0,
            Outcomes = outcomes,
            Value = [.. ValueCsv.Of(other.Replicates, baseline.Replicates).Where(row => row.Effect is not null)],
            Passing = PassingChanges.Of(baseline, other, changes, outcomes[headline].Column),
            HeadlinePlace = headline,
        };
    }

    /// <summary>The effect on one outcome, not yet corrected for the number of tests.</summary>
    public static Effect EffectOn(ComparedWorld baseline, ComparedWorld other, OutcomeMeasure outcome)
    {
        double[] before = [.. baseline.Replicates.Select(run => outcome.Of(run.Series))];
        double[] after = [.. other.Replicates.Select(run => outcome.Of(run.Series))];
        return new Effect(outcome.Name, outcome.Unit, PairedDifference.Of(after, before), PairedEvidence.Of(before, after), double.NaN)
        {
            Measure = outcome.Meaning,
            Reached = outcome.Kind == MeasureKind.First
                ? (baseline.Replicates.Count(run => outcome.Reaches(run.Series)), other.Replicates.Count(run => outcome.Reaches(run.Series)))
                : null,
        };
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

    /// <summary>True when every cell of every replicate is the same in both worlds.</summary>
    public static bool Same(ComparedWorld one, ComparedWorld other) =>
        one.Replicates.Zip(other.Replicates).All(pair =>
            Enumerable.Range(0, pair.First.Series.Months).All(month => pair.First.Series.Row(month).SequenceEqual(pair.Second.Series.Row(month))));
}
