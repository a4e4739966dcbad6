using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Reporting;

namespace EcoSim.Tests.Pages;

/// <summary>The answer in one sentence: the number, its unit, its interval, and what may not be concluded.</summary>
public sealed class AnswerTests
{
    [Fact]
    public void What_the_anchor_fostered() => Assert.Equal(
        "Of the 12.5 billion RMB that the region’s start-ups are worth at the end or have paid out by sales, listings and profits, 4.20 billion RMB would not be there had the anchor never existed "
        + "(95 % confidence interval 3.21 to 5.19 billion RMB, 10 pairs of replicates).",
        RunReport.FosteredText(new FosteredRow("ecosystem_value", "million RMB", new PairedDifference(12_500, 8300, 4200, 440, 3210, 5190, 10))));

    [Fact]
    public void One_pair_has_no_interval() => Assert.EndsWith(
        "(one pair of replicates: no interval).",
        RunReport.FosteredText(new FosteredRow("ecosystem_value", "million RMB", new PairedDifference(12_000, 8000, 4000, double.NaN, double.NaN, double.NaN, 1))));

    [Fact]
    public void A_change_that_lowers() => Assert.Equal(
        "Against “with”, “other” lowers ecosystem value by 20.5 million RMB (−20.5\u00A0%; 95 % confidence interval −30.5 to −10.5 million RMB, 8 pairs of replicates).",
        ComparisonReport.Answer(Compared(-20.5, -30.5, -10.5)));

    [Fact]
    public void A_change_whose_direction_is_not_known() => Assert.Equal(
        "Against “with”, “other” moves ecosystem value by +5.25 million RMB (+5.3\u00A0%; 95 % confidence interval −10 to 20.5 million RMB, 8 pairs of replicates); "
        + "the interval includes 0, so its direction is not known.",
        ComparisonReport.Answer(Compared(5.25, -10, 20.5)));

    [Fact]
    public void One_pair_has_no_corrected_chance_to_explain()
    {
        Assert.DoesNotContain("p adj.", NoteOfEffects(1));
        Assert.Contains("p adj.: the chance of", NoteOfEffects(4));

        static string NoteOfEffects(int pairs) =>
            ComparisonReport.Of([SyntheticReports.Pair(pairs, "other", changed: true, months: 12)], [], DrawnFigures.None, "").Tables.Single(table => table.Caption.StartsWith("Effects of", StringComparison.Ordinal)).Note;
    }

    [Fact]
    public void No_change() => Assert.Equal(
        "“same”: nothing changed; every outcome is the same in every month of every replicate.",
        ComparisonReport.Answer(SyntheticReports.Pair(2, "same", changed: false, months: 12)));

    [Fact]
    public void Few_replicates_name_no_strongest_channel() => Assert.StartsWith(
        "The anchor’s six channels together move ecosystem value by +2.11 billion RMB (± 0.0149 billion RMB), to 3.11 billion RMB; the largest mean is that of hub with +0.601 billion RMB",
        AttributionReport.Answer(SyntheticReports.Attributed(3).Outcomes[0]));

    [Fact]
    public void Enough_replicates_that_tell_it_from_every_other_name_the_strongest() =>
        Assert.Contains("the strongest is hub with", AttributionReport.Answer(SyntheticReports.Attributed(OutcomeAttribution.FewestForOrder).Outcomes[0]));

    [Fact]
    public void A_lead_within_the_play_of_chance_is_no_order() => Assert.Contains(
        "the largest mean is that of hub with", AttributionReport.Answer(SyntheticReports.Attributed(OutcomeAttribution.FewestForOrder).Outcomes[0] with { Contenders = [0, 3] }));

    private static PairedComparison Compared(double difference, double low, double high)
    {
        PairedComparison comparison = SyntheticReports.Pair(2, "other", changed: true, months: 12);
        return comparison with
        {
            Effects = [.. comparison.Effects.Select(effect => effect with { Unit = "million RMB", Paired = new PairedDifference(100 + difference, 100, difference, 5, low, high, 8) })],
        };
    }
}
