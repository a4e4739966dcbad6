using System.Text;
using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Validation;

namespace EcoSim.Tests.Validation;

/// <summary>Tables of published figures: what is read, and how slips are named.</summary>
public sealed class TargetTableTests
{
    private const string Header = "id,measure,value,low,high,kind\n";

    [Fact]
    public void TheProgramsOwnTableIsWholeAndEveryFigureHasASource()
    {
        TargetReading reading = TargetReading.Of(null);
        Assert.Empty(reading.Problems);
        IReadOnlyList<CalibrationTarget> targets = reading.Targets!;
        Assert.Equal(19, targets.Count);
        Assert.Equal(10, targets.Count(target => !target.IsInput));
        Assert.All(targets, target => Assert.True(target.Source.Length > 0 && target.Url.StartsWith("http", StringComparison.Ordinal), target.Id));
        CalibrationTarget spinOuts = targets.Single(target => target.Id == "C3");
        Assert.Equal(("spin_out_share_of_new_firms", 25.0, 16.7, 33.3), (spinOuts.Measure, spinOuts.Value, spinOuts.Low, spinOuts.High));
        Assert.Equal("Brazil, universe of formal firms", spinOuts.Sample);
        Assert.True(spinOuts.Admits(16.7) && spinOuts.Admits(33.3) && !spinOuts.Admits(33.4) && !spinOuts.Admits(double.NaN));
    }

    [Fact]
    public void RemarksBlankLinesQuotesAndAByteOrderMarkAreFine()
    {
        string text = "\uFEFF# my figures\r\nid,measure,value,low,high,source\r\n\r\nX1,anchor_turnover,14,11,17,\"Smith, \"\"Jobs\"\"\"\r\n";
        CalibrationTarget target = Assert.Single(TargetReading.Of(Encoding.UTF8.GetBytes(text), "mine.csv").Targets!);
        Assert.Equal(("X1", "Smith, \"Jobs\"", true), (target.Id, target.Source, target.IsInput));
    }

    [Theory]
    [InlineData("", 0, true)]
    [InlineData("input", 0, true)]
    [InlineData("emergent", 1, false)]
    public void WhatIsSetFromItsSourceIsAnInput(string kind, int warnings, bool input)
    {
        TargetReading reading = TargetReading.Of(Encoding.UTF8.GetBytes(Header + $"C9,anchor_turnover,14,11,17,{kind}\n"), "mine.csv");
        Assert.Equal((warnings, input), (reading.Warnings.Count, Assert.Single(reading.Targets!).IsInput));
        Assert.All(reading.Warnings, warning => Assert.Contains("anchor_turnover is called emergent", warning));
    }

    [Fact]
    public void AnUnknownMeasureIsNamedWithTheNearestOne()
    {
        Problem problem = Only(Header + "C5,second_round_shares,48,40,54,emergent\n");
        Assert.Equal((2, 4, "C5", "second_round_share"), (problem.Line, problem.Column, problem.Path, problem.Suggestion));
        Assert.Contains("\"second_round_shares\"", problem.Found);
        Assert.Contains(MeasureCatalogue.All[0].Name, problem.Allowed);
    }

    [Theory]
    [InlineData(Header + "C5,second_round_share,48,40,x,emergent\n", "\"x\"")]
    [InlineData(Header + "C5,second_round_share,,40,54,emergent\n", "nothing")]
    [InlineData(Header + "C5,second_round_share,NaN,40,54,emergent\n", "\"NaN\"")]
    [InlineData(Header + "C5,second_round_share,48,54,40,emergent\n", "the value 48 with the band 54 to 40")]
    [InlineData(Header + "C5,second_round_share,60,40,54,emergent\n", "the value 60 with the band 40 to 54")]
    [InlineData(Header + "C5,second_round_share,48,40,54,emergant\n", "the kind \"emergant\"")]
    [InlineData(Header + "C5,second_round_share,48,40,54\n", "5 cells")]
    [InlineData(Header + ",second_round_share,48,40,54,emergent\n", "an empty id")]
    [InlineData(Header + "C5,second_round_share,48,40,54,emergent\nC5,fourth_round_share,15,12,18,emergent\n", "\"C5\" a second time")]
    [InlineData("id,measure,value,low,hihg\n", "the column \"hihg\"")]
    [InlineData("id,measure,value,low\nX,anchor_turnover,1,0\n", "no column \"high\"")]
    [InlineData(Header, "a header without figures")]
    [InlineData("", "an empty file")]
    [InlineData("\0\0", "bytes that are no text")]
    public void SlipsAreNamed(string text, string found)
    {
        TargetReading reading = TargetReading.Of(Encoding.UTF8.GetBytes(text), "mine.csv");
        Assert.Null(reading.Targets);
        Assert.Contains(reading.Problems, problem => problem.Found.Contains(found, StringComparison.Ordinal));
        Assert.All(reading.Problems, problem => Assert.Equal("mine.csv", problem.File));
    }

    [Fact]
    public void AllSlipsOfATableAreToldAtOnce() =>
        Assert.Equal(3, TargetReading.Of(Encoding.UTF8.GetBytes(Header + "A,nothing_like_it,1,0,2,input\nB,anchor_turnover,x,0,2,input\nC,anchor_turnover,1,2,0,input\n"), "m").Problems.Count);

    [Theory]
    [InlineData("survival_share_age_1", "180", "180 % for survival_share_age_1", "0 to 100 %")]
    [InlineData("survival_share_age_1", "-5", "-5 % for survival_share_age_1", "0 to 100 %")]
    [InlineData("first_to_second_round_gap_median", "-1", "-1 years for first_to_second_round_gap_median", "at least 0 years")]
    [InlineData("anchor_founding_hazard", "-0.1", "-0.1 % a year for anchor_founding_hazard", "at least 0 % a year")]
    [InlineData("leaver_founding_odds_ratio", "-2", "-2 for leaver_founding_odds_ratio", "at least 0,")]
    [InlineData("startup_value_herfindahl", "1.5", "1.5 for startup_value_herfindahl", "0 to 1,")]
    [InlineData("cloud_price_trend", "-120", "-120 % a year for cloud_price_trend", "at least -100 % a year")]
    public void ValuesThatAMeasureCannotTakeAreRefused(string measure, string value, string found, string allowed)
    {
        TargetReading reading = TargetReading.Of(Encoding.UTF8.GetBytes($"{Header}X,{measure},{value},{value},{value},emergent\n"), "mine.csv");
        Assert.Null(reading.Targets);
        Assert.Equal(["X value", "X low", "X high"], reading.Problems.Select(problem => problem.Path));
        Assert.All(reading.Problems, problem => Assert.Equal(found, problem.Found));
        Assert.All(reading.Problems, problem => Assert.StartsWith(allowed, problem.Allowed));
    }

    [Fact]
    public void ImpossibleValuesOfAllLinesAreToldAtOnceAndPossibleOnesAreFine()
    {
        Assert.Equal(2, TargetReading.Of(Encoding.UTF8.GetBytes(Header + "A,survival_share_age_1,90,80,101,emergent\nB,second_round_share,48,-1,54,emergent\n"), "m").Problems.Count);
        Assert.Empty(TargetReading.Of(Encoding.UTF8.GetBytes(Header + "A,cloud_price_trend,-20,-25,-7,input\nB,anchor_turnover,120,90,150,input\nC,size_variance_exponent,-0.2,-0.3,0,emergent\n"), "m").Problems);
    }

    [Fact]
    public void AShareOfOneWhereAPercentageIsMeantIsWarnedOf()
    {
        TargetReading reading = TargetReading.Of(Encoding.UTF8.GetBytes(Header + "A,survival_share_age_1,0.8,0.7,0.9,emergent\nB,anchor_founding_hazard,0.3,0.2,0.4,emergent\nC,second_round_share,1,0,2,emergent\n"), "mine.csv");
        Assert.NotNull(reading.Targets);
        Assert.StartsWith("mine.csv:2: A: survival_share_age_1 is in %, from 0 to 100, and its whole band lies at or below 1; is 0.8 a share of one?", Assert.Single(reading.Warnings));
        Assert.Empty(TargetReading.Of(null).Warnings);
    }

    [Fact]
    public void BandsOfOneMeasureThatHaveNothingInCommonAreRefused()
    {
        Problem problem = Only(Header + "A,second_round_share,48,40,54,emergent\n# another source\nB,second_round_share,70,60.5,80,emergent\n");
        Assert.Equal((4, "B"), (problem.Line, problem.Path));
        Assert.Equal("the band 60.5 to 80 % for second_round_share, which has no value in common with the band 40 to 54 % for it in line 2 (A)", problem.Found);
        Assert.Contains("take one of the two lines out, or widen a band", problem.Allowed);
        Assert.Equal(2, TargetReading.Of(Encoding.UTF8.GetBytes(Header + "A,second_round_share,70,60,80,emergent\nB,second_round_share,48,40,54,emergent\nC,second_round_share,57,55,60,emergent\n"), "m").Problems.Count);
    }

    [Theory]
    [InlineData("B,second_round_share,60,54,66,emergent")]
    [InlineData("B,second_round_share,45,42,50,emergent")]
    [InlineData("B,fourth_round_share,15,12,18,emergent")]
    public void TwoSourcesOfOneMeasureWhoseBandsOverlapAreFine(string second) =>
        Assert.Equal(2, TargetReading.Of(Encoding.UTF8.GetBytes(Header + "A,second_round_share,48,40,54,emergent\n" + second + "\n"), "mine.csv").Targets!.Count);

    [Fact]
    public void AFileThatIsNotThereIsNamed() => Assert.Contains("no-such.csv", Assert.Single(TargetReading.Of("no-such.csv").Problems).Found);

    private static Problem Only(string text) => Assert.Single(TargetReading.Of(Encoding.UTF8.GetBytes(text), "mine.csv").Problems);
}
