using System.Text;
using EcoSim.Cli.Validating;
using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Validation;
using EcoSim.Reporting;
using EcoSim.Reporting.Style;
using EcoSim.Tests.Measures;
using EcoSim.Tests.Pages;

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
        Assert.Equal(1, scorecard.Rows.Count(row => row.Verdict == Verdict.InBand));
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

    [Theory]
    [InlineData(66.5, 0.74, true)]
    [InlineData(67.5, 0.74, true)]
    [InlineData(50.9, 0.5, true)]
    [InlineData(65.5, 0.74, false)]
    [InlineData(68.5, 0.74, false)]
    [InlineData(67, 0, false)]
    [InlineData(67, double.NaN, false)]
    [InlineData(double.NaN, double.NaN, false)]
    public void AVerdictWithinTwoErrorsOfAnEndIsNearItsEdge(double value, double error, bool near)
    {
        Assert.Equal(near, RowOf("cheques_losing_money_share", 50, 67, value, error).IsNearEdge);

        // No share passes 100 %, so that such an end decides nothing.
        Assert.False(RowOf("cheques_losing_money_share", 0, 100, 99.9, 1).IsNearEdge);
        Assert.True(RowOf("anchor_turnover", 0, 100, 99.9, 1).IsNearEdge);
    }

    [Fact]
    public void VerdictsNearAnEdgeAreMarkedAndCountedEverywhere()
    {
        var scorecard = new Scorecard(
            [RowOf("cheques_losing_money_share", 50, 67, 66.5, 0.74), RowOf("second_round_share", 40, 54, 55, 1), RowOf("fourth_round_share", 12, 18, 15, 0.5)], [], 12);
        ValidationResult result = SyntheticValidation.Validated() with { Scorecard = scorecard };
        var output = new StringWriter();
        ScorecardTable.Write(output, result);
        Assert.Contains("  in band, near its edge", output.ToString());
        Assert.Contains("  OUT OF BAND, near its edge", output.ToString());
        Assert.Contains("Near its edge: within 2 s.e. of an end of the band", output.ToString());
        const string counted = "Outcomes of the model (emergent figures): 2 of 3 in band; out of band: second_round_share; so near an edge that chance may decide: cheques_losing_money_share, second_round_share.";
        Assert.Contains(counted, output.ToString().ReplaceLineEndings(" "));
        Assert.Equal(counted, ScorecardText.Of(scorecard));
        Assert.Contains("chance may decide: cheques_losing_money_share, second_round_share.", ScorecardFigure.Draw(scorecard, "").Note);

        string[] lines = Encoding.UTF8.GetString(ScorecardCsv.Rows(scorecard).Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith(",url,near_edge", lines[0]);
        Assert.Equal(["yes", "yes", "no"], lines[1..].Select(line => line[(line.LastIndexOf(',') + 1)..]));
        Assert.Contains(",in band,", lines[1]);
    }

    /// <summary>What is put in is not what comes out: it is counted by itself, and chance is said to decide only what is measured with luck in it.</summary>
    [Fact]
    public void InputsAreCountedApartAndChanceIsSaidOnlyOfWhatHasLuckInIt()
    {
        ScorecardRow turnover = RowOf("anchor_turnover", 11, 17, 16.9, 0.2), doubling = RowOf("accelerator_price_performance_doubling", 2.24, 2.72, 2.46, 0);
        ScorecardRow[] inputs = [.. new[] { turnover, doubling }.Select(row => row with { Target = row.Target with { Kind = CalibrationTarget.Input } })];
        var scorecard = new Scorecard([RowOf("fourth_round_share", 12, 18, 15, 0.5), .. inputs], [], 12);
        Assert.Equal(
            "Outcomes of the model (emergent figures): 1 of 1 in band. Inputs, set from their sources and so no test of the model: 2 of 2 in band; measured, with luck in it: anchor_turnover; so near an edge that chance may decide: anchor_turnover.",
            ScorecardText.Of(scorecard));
        Page figure = ScorecardFigure.Draw(scorecard, "");
        Assert.Equal("1 of 1 outcome is in band; the 2 inputs are set from their sources", figure.Title);
        Assert.DoesNotContain("chance", figure.Note);
        var output = new StringWriter();
        ScorecardTable.Write(output, SyntheticValidation.Validated() with { Scorecard = scorecard });
        Assert.Equal(1, output.ToString().Split(", near its edge").Length - 1);
        Assert.Equal((true, false), (inputs[0].ChanceMayDecide, inputs[1].ChanceMayDecide));
        ScorecardRow atItsEnd = inputs[1] with { Estimate = inputs[1].Estimate with { Value = 2.72 } };
        Assert.False(atItsEnd.ChanceMayDecide);
    }

    [Fact]
    public void ATitleNamesInputsThatFail()
    {
        ScorecardRow failing = RowOf("anchor_turnover", 11, 12, 14, 0.2);
        failing = failing with { Target = failing.Target with { Kind = CalibrationTarget.Input } };
        Assert.Equal("1 of 1 outcome is in band; 1 of 1 input is not", ScorecardText.Title(new Scorecard([RowOf("fourth_round_share", 12, 18, 15, 0.5), failing], [], 12)));
    }

    private static ScorecardRow RowOf(string measure, double low, double high, double value, double error) =>
        new(Target(measure, measure, low, high), MeasureCatalogue.Find(measure)!, new PooledEstimate(value, error, 12), double.NaN);

    private static RunHistory Run() => new MadeHistory().Firm(0, origin: "spin_out", rounds: [4, 20]).Firm(0).Close();

    private static RunHistory Naive() => new MadeHistory().Firm(0, rounds: [4]).Firm(0).Close();

    private static CalibrationTarget Target(string id, string measure, double low, double high, string kind = CalibrationTarget.Emergent) =>
        new(id, measure, low, low, high, "", kind, "", "", "", "");
}
