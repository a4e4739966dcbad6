using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Naive;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Validation;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Measures;

/// <summary>The naive rival simulates what its rates imply, and measures find the rates that were planted.</summary>
public sealed class NaiveRivalTests
{
    private const int Replicates = 12;

    /// <summary>High rates, so that hardly anything is still to come when firms are measured.</summary>
    private static readonly NaiveRates Planted = new(Closing: 0.3, Sale: 0.25, FirstRound: 0.8, NextRound: 0.9, Drift: 0.1, AnchorFounding: 0.004, SpinOutShare: 0.3);

    private static readonly Lazy<RunHistory[]> Worlds = new(() =>
    {
        var rival = new NaiveRival(Planted, new NaiveSize(Months: 240, WarmupMonths: 60, AnchorStaff: 6000, NewFirms: 0));
        return [.. Enumerable.Range(0, Replicates).Select(replicate => rival.Simulate(7, replicate))];
    });

    [Theory]
    [InlineData("survival_share_age_1", 1)]
    [InlineData("survival_share_age_3", 1)]
    [InlineData("survival_share_age_5", 1)]
    [InlineData("anchor_founding_hazard", 0)]
    [InlineData("spin_out_share_of_new_firms", 0)]
    [InlineData("second_round_share", 0)]
    [InlineData("fourth_round_share", 0)]
    [InlineData("first_to_second_round_gap_median", 0)]
    [InlineData("cheques_losing_money_share", 0)]
    [InlineData("externally_funded_share", 0)]
    public void MeasuresFindWhatThePlantedRatesImply(string measure, int halfMonthsLost)
    {
        PooledEstimate found = MeasureCatalogue.Find(measure)!.Of(Worlds.Value);

        // Times are cut to whole months: to be seen alive beyond twelve a firm must live 12½ in the mean.
        double implied = Planted.Predict(measure) * Math.Exp(-halfMonthsLost * Planted.Closing / 24);

        // What is still to come: firms are followed five years or more, at rates of about 1.4 a year; months rounded down shift a median by none.
        double unseen = implied * 3 * Math.Exp(-5 * (Planted.FirstRound + Planted.Ending));
        double tolerance = 5 * found.StandardError + unseen + Truncation(measure, implied);
        Assert.True(Math.Abs(found.Value - implied) <= tolerance, $"{measure}: found {found.Value}, implied {implied}, allowed ± {tolerance}");
    }

    [Fact]
    public void GrowthIsNormalOfOneSpreadForAllSizes()
    {
        PooledEstimate shape = MeasureCatalogue.Find("growth_rate_shape")!.Of(Worlds.Value), fall = MeasureCatalogue.Find("size_variance_exponent")!.Of(Worlds.Value);
        Sigma.Within((shape.Value - 2) / shape.StandardError, 5, $"shape {shape.Value} of 2");
        Sigma.Within(fall.Value / fall.StandardError, 5, $"exponent {fall.Value} of 0");
        PooledEstimate ratio = MeasureCatalogue.Find("spin_out_closing_hazard_ratio")!.Of(Worlds.Value);
        Sigma.Within((ratio.Value - 1) / ratio.StandardError, 5, $"hazard ratio {ratio.Value} of 1");
    }

    [Fact]
    public void TheFitFindsRatesFromTheFiguresThatTheyImply()
    {
        string[] measures = ["survival_share_age_1", "survival_share_age_3", "survival_share_age_5", "externally_funded_share", "second_round_share", "fourth_round_share", "first_to_second_round_gap_median", "cheques_losing_money_share", "anchor_founding_hazard", "spin_out_share_of_new_firms"];
        NaiveRates fitted = NaiveFit.To(measures.Select(Target));
        Assert.All(measures, measure => Assert.Equal(Planted.Predict(measure), fitted.Predict(measure), 1e-3 * Planted.Predict(measure)));

        // Nothing to fit leaves the start, and inputs play no part.
        Assert.Equal(NaiveRates.Start, NaiveFit.To([]));
        Assert.Equal(NaiveRates.Start, NaiveFit.To([Target("survival_share_age_1") with { Kind = CalibrationTarget.Input }]));

        static CalibrationTarget Target(string measure)
        {
            double value = Planted.Predict(measure);
            return new CalibrationTarget(measure, measure, value, 0.9 * value, 1.1 * value, "", CalibrationTarget.Emergent, "", "", "", "");
        }
    }

    [Fact]
    public void TheSameSeedAndReplicateGiveTheSameWorld()
    {
        var rival = new NaiveRival(NaiveRates.Start, new NaiveSize(24, 6, 2000, 5));
        Assert.Equal(rival.Simulate(1, 3).Firms.Select(firm => firm.Founded), rival.Simulate(1, 3).Firms.Select(firm => firm.Founded));
        Assert.NotEqual(rival.Simulate(1, 3).Firms.Select(firm => firm.Founded), rival.Simulate(1, 4).Firms.Select(firm => firm.Founded));
        Assert.NotEmpty(new NaiveRival(NaiveRates.Start, new NaiveSize(24, 6, 0, 5)).Simulate(1, 0).Firms);
    }

    /// <summary>
    /// Entry began five years before the recorded months, so at a time t the firms older than t + 5 are missing among those that end: e^(−λ(t + 5)) of
    /// them, in the mean over twenty years. Rounding both months down adds a variance of 1/6 month² to a gap, and half of that times the slope λ of
    /// its log density is what its median moves by.
    /// </summary>
    private static double Truncation(string measure, double implied) => measure switch
    {
        "cheques_losing_money_share" => implied * Math.Exp(-5 * Planted.Ending) / (Planted.Ending * 20),
        "first_to_second_round_gap_median" => (Planted.NextRound + Planted.Ending) / (12 * 144.0),
        _ => 0,
    };
}
