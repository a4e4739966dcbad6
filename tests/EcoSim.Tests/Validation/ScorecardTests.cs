using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Validation;
using EcoSim.Tests.Measures;

namespace EcoSim.Tests.Validation;

/// <summary>Verdicts and what is said of the naive rival.</summary>
public sealed class ScorecardTests
{
    private static readonly CalibrationTarget[] Targets =
    [
        Target("F", "externally_funded_share", 30, 60), Target("S", "spin_out_share_of_new_firms", 80, 90), Target("R", "second_round_share", 0, 40),
        Target("G", "fourth_round_share", 1, 2), Target("H", "anchor_founding_hazard", 0, 1), Target("T", "anchor_turnover", 10, 20, CalibrationTarget.Input),
    ];

    [Fact]
    public void AFigureIsInBandOutOfItOrNotMeasurable()
    {
        // Half of the firms raised, all of them again, a fourth time none; half are spin-outs; there is no anchor.
        Scorecard scorecard = Scorecard.Of(Targets, [Run(), Run()], [Naive()]);
        Assert.Equal(
            [Verdict.InBand, Verdict.OutOfBand, Verdict.OutOfBand, Verdict.OutOfBand, Verdict.NotMeasurable, Verdict.NotMeasurable],
            scorecard.Rows.Select(row => row.Verdict));
        Assert.Equal(1, scorecard.Count(Verdict.InBand));
        Assert.Equal((50, 0, 2), (scorecard.Rows[0].Estimate.Value, scorecard.Rows[0].Estimate.StandardError, scorecard.Replicates));
        Assert.Equal(MeasureCatalogue.All.Count - Targets.Length, scorecard.Patterns.Count);
    }

    [Fact]
    public void TheRivalIsComparedOnEmergentFiguresAlone()
    {
        Scorecard scorecard = Scorecard.Of(Targets, [Run(), Run()], [Naive()]);
        Assert.True(double.IsNaN(scorecard.Rows[5].Naive));
        Assert.Equal(
            "Naive rival (Gibrat growth with entry, constant exit and funding hazards, fitted to the same figures): "
            + "it passes F as well, so agreeing with these says nothing for the model; only the rival passes R; neither passes S, G.",
            NaiveVerdict.Of(scorecard));
        Assert.Contains("nothing to say", NaiveVerdict.Of(Scorecard.Of([Targets[5]], [Run()], [Naive()])));
    }

    [Fact]
    public void AnErrorAboveAQuarterOfTheBandIsTold()
    {
        RunHistory none = new MadeHistory().Firm(0).Firm(0).Close();
        Assert.True(Scorecard.Of(Targets, [Run(), none], []).Rows[0].IsImprecise);
        Assert.True(Scorecard.Of(Targets, [Run()], []).Rows[0].IsImprecise);
        Assert.False(Scorecard.Of(Targets, [Run(), Run()], []).Rows[0].IsImprecise);
    }

    private static RunHistory Run() => new MadeHistory().Firm(0, origin: "spin_out", rounds: [4, 20]).Firm(0).Close();

    private static RunHistory Naive() => new MadeHistory().Firm(0, rounds: [4]).Firm(0).Close();

    private static CalibrationTarget Target(string id, string measure, double low, double high, string kind = CalibrationTarget.Emergent) =>
        new(id, measure, low, low, high, "", kind, "", "", "", "");
}
