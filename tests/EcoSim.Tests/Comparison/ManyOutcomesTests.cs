using EcoSim.Cli.Comparing;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Observation;
using EcoSim.Reporting;
using EcoSim.Tests.Pages;

namespace EcoSim.Tests.Comparison;

/// <summary>What is shown of many outcomes, and what is said of their number.</summary>
public sealed class ManyOutcomesTests
{
    [Fact]
    public void Prominent_outcomes_exist_each_once_and_begin_with_the_headlines()
    {
        Assert.All(Headlines.Prominent, name => Assert.Contains(Observables.All, observable => observable.Name == name));
        Assert.Equal(Headlines.Prominent.Distinct(), Headlines.Prominent);
        Assert.Equal(Headlines.Outcomes, Headlines.Prominent.Take(Headlines.Outcomes.Count));
        Assert.Equal(Headlines.Prominent, ReportParts.HeadlinesFirst(Observables.All, observable => observable.Name).Take(Headlines.Prominent.Count).Select(observable => observable.Name));
    }

    [Fact]
    public void Beside_the_usual_ones_the_three_surest_are_shown()
    {
        IReadOnlyList<Effect> effects = Uncertain();
        string[] beside = [.. effects.Select(effect => effect.Outcome).Except(Headlines.Prominent).Take(6)];
        var ps = new Dictionary<string, double> { [beside[0]] = 0.04, [beside[1]] = 0.01, [beside[2]] = 0.03, [beside[3]] = 0.02, [beside[4]] = 0.06, [beside[5]] = double.NaN };
        Effect[] adjusted = [.. effects.Select(effect => effect with { AdjustedP = ps.GetValueOrDefault(effect.Outcome, Headlines.Prominent.Contains(effect.Outcome) ? 0 : 1) })];
        Assert.Equal([beside[1], beside[3], beside[2]], ComparisonTable.MovedBeside(adjusted).Select(effect => effect.Outcome));
        Assert.Empty(ComparisonTable.MovedBeside([.. effects.Select(effect => effect with { AdjustedP = 0.05 })]));
    }

    [Fact]
    public void What_differs_by_the_same_in_every_pair_needs_no_test_and_comes_first()
    {
        IReadOnlyList<Effect> effects = Uncertain();
        string[] beside = [.. effects.Select(effect => effect.Outcome).Except(Headlines.Prominent).Take(2)];
        Effect[] mixed = [.. effects.Select(effect => effect.Outcome == beside[0]
            ? effect with { AdjustedP = double.NaN, Paired = PairedDifference.Of([3, 4, 5], [1, 2, 3]) }
            : effect with { AdjustedP = effect.Outcome == beside[1] ? 0.001 : 1 })];
        Assert.Equal(beside, ComparisonTable.MovedBeside([.. mixed.Reverse()]).Select(effect => effect.Outcome));
        Assert.Contains($"1 of {mixed.Length - 1} is below 0.05; 1 more, without a p, differs by the same in every pair and needs no test.", HolmText.Of(mixed, 1));
        Assert.Null(HolmText.Of([mixed.First(effect => effect.Outcome == beside[0])], 1));
    }

    /// <summary>Effects on all usual outcomes, each of another size in every pair.</summary>
    private static Effect[] Uncertain() =>
        [.. SyntheticReports.Pair(2, "other", changed: true, months: 12).Effects.Select(effect => effect with { Paired = PairedDifference.Of([3, 5, 5], [1, 2, 3]) })];

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, true)]
    public void The_chance_of_a_false_alarm_is_said_to_be_each_worlds(int worlds, bool said)
    {
        IReadOnlyList<Effect> effects = SyntheticReports.Pair(2, "other", changed: true, months: 12).Effects;
        string text = HolmText.Of([.. effects.Select(effect => effect with { AdjustedP = 0.01 })], worlds)!;
        Assert.Equal(said, text.Contains("each of the 3 worlds has that chance again", StringComparison.Ordinal));
        Assert.Equal(said, text.Contains("among this world's outcomes below 0.05", StringComparison.Ordinal));
        Assert.Contains("correction for all outcomes of its world", EffectsFigure.Reading(5));
    }

    [Fact]
    public void Every_kind_of_measure_has_a_word_and_one_that_is_unknown_is_none_of_them()
    {
        Assert.Equal(Enum.GetValues<MeasureKind>(), MeasureWord.All.Select(measure => measure.Kind));
        Assert.Equal("final, mean, sum and first", MeasureWord.Listed);
        Assert.Equal("final, mean, sum, mean:FROM-TO or sum:FROM-TO in months, or first:X, the first month at or above X ('first<=X': at or below)", MeasureWord.Help);
        var unknown = OutcomeMeasure.Headline with { Kind = (MeasureKind)99 };
        Assert.Throws<InvalidOperationException>(() => unknown.Of(new Model.SeriesTable(1, Observables.All.Count)));
        Assert.Throws<InvalidOperationException>(() => unknown.Unit);
        Assert.Throws<InvalidOperationException>(() => unknown.Meaning);
    }
}
