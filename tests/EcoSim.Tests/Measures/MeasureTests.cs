using EcoSim.Experiments.Measures;
using static EcoSim.Tests.Measures.MadeHistory;

namespace EcoSim.Tests.Measures;

/// <summary>Each measure on a history whose answer is known by hand: who counts, over what, followed how long.</summary>
public sealed class MeasureTests
{
    [Fact]
    public void SurvivalCensorsSalesAndTheEndAndLeavesOutTheWarmup()
    {
        RunHistory run = new MadeHistory()
            .Firm(founded: -5, Fate.Failed, ended: 2)            // founded before the recorded months
            .Firm(founded: 0, Fate.Failed, ended: 12)            // closed at 12: one of five at risk
            .Firm(founded: 10, Fate.Sold, ended: 30)             // leaves observation alive at 20
            .Firm(founded: 20, Fate.Failed, ended: 20 + 36)      // closed at 36: one of three left
            .Firm(founded: 30, Fate.Listed, ended: 90)           // listed firms are followed on
            .Firm(founded: 40)
            .Close();
        Assert.Equal(100 * 4 / 5.0, Value("survival_share_age_1", run), 10);
        Assert.Equal(100 * 4 / 5.0 * 2 / 3, Value("survival_share_age_3", run), 10);
        Assert.Equal(100 * 4 / 5.0 * 2 / 3, Value("survival_share_age_5", run), 10);
    }

    [Fact]
    public void SurvivalToAnAgeThatNobodyReachedIsNotMeasurable() =>
        Assert.True(double.IsNaN(Value("survival_share_age_5", new MadeHistory(48).Firm(0).Firm(3, Fate.Failed, 9).Close())));

    [Fact]
    public void FoundingCountsVenturesOverStaffYearsAndNewFirms()
    {
        RunHistory run = new MadeHistory()
            .Firm(-3, origin: "spin_out").Firm(5, origin: "spin_out").Firm(9, origin: "layoff_spin_out")
            .Firm(20, origin: "independent", alumni: true).Firm(30, origin: "university").Firm(31, origin: "serial").Close() with
        {
            AnchorPersonYears = 400, AnchorSeparations = 60,
        };
        Assert.Equal(100 * 2 / 400.0, Value("anchor_founding_hazard", run), 10);
        Assert.Equal(100 * 2 / 5.0, Value("spin_out_share_of_new_firms", run), 10);
        Assert.Equal(15, Value("anchor_turnover", run), 10);

        // Pooled: two regions weigh by their staff and their firms, not one each.
        RunHistory empty = new MadeHistory().Firm(1).Close() with { AnchorPersonYears = 600, AnchorSeparations = 0 };
        Assert.Equal(0.2, Value("anchor_founding_hazard", run, empty), 10);
        Assert.Equal(6, Value("anchor_turnover", run, empty), 10);
    }

    [Fact]
    public void Shares_from_incumbents_count_ordinary_firms_beside_the_anchor()
    {
        // Of five recorded: the anchor's, two of an ordinary firm of the sector, one of another sector, one of a start-up. The first is of the warm-up.
        RunHistory run = new MadeHistory()
            .Firm(-3, parent: ParentFirm.IncumbentOfSector)
            .Firm(5, origin: "spin_out", parent: ParentFirm.IncumbentOfSector).Firm(6, parent: ParentFirm.IncumbentOfSector).Firm(7, origin: "serial", parent: ParentFirm.IncumbentOfSector)
            .Firm(8, parent: ParentFirm.IncumbentElsewhere).Firm(9, parent: ParentFirm.Other).Close();
        Assert.Equal(20, Value("spin_out_share_of_new_firms", run), 10);
        Assert.Equal(60, Value("sector_incumbent_share_of_new_firms", run), 10);
        Assert.Equal(80, Value("incumbent_share_of_new_firms", run), 10);

        // Who does not know the parents, as the naive rival, has no share.
        Assert.True(double.IsNaN(Value("incumbent_share_of_new_firms", new MadeHistory().Firm(1, origin: "spin_out").Close())));
        Assert.Contains("any incumbent, not from an anchor alone", MeasureCatalogue.Find("spin_out_share_of_new_firms")!.How);
    }

    [Fact]
    public void WithoutAnAnchorThereIsNothingToMeasureOfIt()
    {
        RunHistory run = new MadeHistory().Firm(1).Close();
        Assert.All(new[] { "anchor_founding_hazard", "anchor_turnover", "cloud_price_trend" }, measure => Assert.True(double.IsNaN(Value(measure, run))));
    }

    [Fact]
    public void TheFunnelFollowsFirmsEightYearsOrMore()
    {
        RunHistory run = new MadeHistory()
            .Firm(0, rounds: [10, 30, 50, 70])                   // four rounds
            .Firm(0, rounds: [10, 30, 50, 139])                  // the fourth comes after 10⅔ years
            .Firm(0, rounds: [143])                              // 96 months are left: month 239 is the last
            .Firm(0, rounds: [144, 150])                         // 95 are left, so it is not followed
            .Firm(-20, rounds: [-1, 20])                         // first round before the recorded months
            .Firm(0)                                             // never raised
            .Firm(179, Fate.Failed, 181)                         // never raised, founded 60 months before the last
            .Firm(180, rounds: [181])                            // not followed 5 years
            .Close();
        Assert.Equal(100 * 2 / 3.0, Value("second_round_share", run), 10);
        Assert.Equal(100 * 1 / 3.0, Value("fourth_round_share", run), 10);
        Assert.Equal(100 * 4 / 6.0, Value("externally_funded_share", run), 10);

        // Gaps 20, 20, 6 and 21: second rounds of the recorded months, whenever the first was.
        Assert.Equal(20 / 12.0, Value("first_to_second_round_gap_median", run), 10);
    }

    [Fact]
    public void ReturnsAreThoseOfFirmsThatEndedRoundByRound()
    {
        RunHistory run = new MadeHistory()
            .Firm(0, Fate.Failed, 50).Round("angel", 5, realised: 50, multiple: 0).Round("seed", 10, realised: 50, multiple: 0).Round("a", 30, realised: 50, multiple: 0)
            .Firm(0, Fate.Sold, 80).Round("seed", 10, realised: 80, multiple: 1).Round("a", 30, realised: 80, multiple: 0.99)
            .Firm(0, Fate.Listed, 90).Round("b", 60, realised: 90, multiple: 9)
            .Firm(0).Round("seed", 60, multiple: 0.5)
            .Firm(-40, Fate.Failed, -2).Round("seed", -20, realised: -2, multiple: 0)
            .Close();
        Assert.Equal(100 * 3 / 5.0, Value("cheques_losing_money_share", run), 10);
    }

    [Fact]
    public void DilutionIsTheMedianOfItsStage()
    {
        RunHistory run = new MadeHistory().Firm(0)
            .Round("seed", 1, 0.1).Round("seed", 2, 0.2).Round("seed", 3, 0.4).Round("seed", -3, 0.9).Round("a", 4, 0.3).Close();
        Assert.Equal(20, Value("dilution_seed", run), 10);
        Assert.Equal(30, Value("dilution_series_a", run), 10);
        Assert.True(double.IsNaN(Value("dilution_series_b", run)));
    }

    [Fact]
    public void InputsAreReadWhereTheyAct()
    {
        RunHistory run = new MadeHistory().Firm(0).Close() with
        {
            CloudPrice = [.. Enumerable.Range(0, 60).Select(month => 2 * Math.Pow(0.8, month / 12.0))], AcceleratorDoublingYears = 2.5, SpilloverElasticity = 0.04,
        };
        Assert.Equal(-20, Value("cloud_price_trend", run), 9);
        Assert.Equal(2.5, Value("accelerator_price_performance_doubling", run));
        Assert.Equal(0.04, Value("spillover_elasticity", run));
    }

    [Fact]
    public void DragonsAndFoundersAreComparedByTheirOrigin()
    {
        RunHistory run = new MadeHistory().Firm(0, dragon: true).Firm(0, dragon: true, alumni: true).Firm(0, dragon: true, alumni: true).Firm(0).Close() with
        {
            StaffGroups = [new(2005, "stayed", 100, 2), new(2005, "quit", 50, 10), new(2005, "layoff", 20, 8)],
        };
        Assert.Equal(100 / 3.0, Value("dragons_without_alumni_share", run), 10);
        Assert.Equal(8 * 40 / (12 * 10.0), Value("layoff_founding_odds_ratio", run), 10);
        Assert.Equal(8 * 98 / (12 * 2.0), Value("layoff_to_stayer_founding_odds_ratio", run), 10);
        Assert.Equal(10 * 98 / (40 * 2.0), Value("leaver_founding_odds_ratio", run), 10);
    }

    [Fact]
    public void SizesAreThoseOfTheLivingAtTheLastYearEnd()
    {
        MadeHistory made = new(25);
        for (int i = 0; i < 200; i++)
        {
            made.Firm(0).Year(11, 1).Year(23, Math.Pow((i + 0.5) / 200, -1 / 1.5), valuation: i == 0 ? 101 : 1);
        }

        RunHistory run = made.Firm(0, Fate.Sold, 23).Year(23, 1e6, valuation: 1e6).Close();

        // Σ ln(k/(i + ½)) over k values differs from k by less than ln k.
        Assert.InRange(Value("startup_size_tail_exponent", run) / 1.5, 1 - Math.Log(20) / 20, 1 + Math.Log(20) / 20);

        // The two largest of 200 hold 102 of 300.
        Assert.Equal(100 * 102 / 300.0, Value("startup_value_top_percent_share", run), 10);
    }

    [Fact]
    public void OneReplicateHasAValueWithoutAnError()
    {
        RunHistory run = new MadeHistory().Firm(0, rounds: [3]).Firm(0).Close();
        var estimate = MeasureCatalogue.Find("externally_funded_share")!.Of([run]);
        Assert.Equal((50, double.NaN, 1), (estimate.Value, estimate.StandardError, estimate.Replicates));
    }

    [Fact]
    public void NamesAreUniqueAndNothingBreaksOnNoFirmAtAll()
    {
        Assert.Equal(MeasureCatalogue.All.Count, MeasureCatalogue.All.Select(measure => measure.Name).Distinct().Count());
        RunHistory empty = new MadeHistory(12).Close();
        Assert.All(MeasureCatalogue.All, measure => Assert.True(double.IsNaN(measure.Of([empty, empty]).Value), measure.Name));
        Assert.All(MeasureCatalogue.All, measure => Assert.True(double.IsNaN(measure.Of([]).Value), measure.Name));
    }
}
