using EcoSim.Model.Declaration;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Capital;

/// <summary>Who has money for start-ups, how they judge, and on what terms.</summary>
public sealed class CapitalParameters
{
    private const string PerRegion = "for a region of 100,000 workers";

    [Parameter("million RMB", 0, 1e6, "Size of the anchor's affiliated fund, " + PerRegion + "; successive funds are invested over their life. In a small region more of it may change nothing, since the fund's attention binds (capital.fundAttention).", "Vision Plus: 250 million USD (fund II), AVCJ c. 2018, over Hangzhou's modelled workforce of about half a million")]
    public double AffiliatedFundSize { get; set; } = 350;

    [Parameter("years", 0.5, 20, "Time over which one affiliated fund is invested.")]
    public double AffiliatedFundYears { get; set; } = 4;

    [Parameter("1", 0, 100, "Factor on what is committed to venture funds, in all hubs: a capital winter or a flood.")]
    public double VentureSupply { get; set; } = 1;

    [Parameter("1", 0, 2, "Elasticity, with the sign turned, of the quality that venture funds ask for in what is committed to them: with little money they are choosier. It stands in for the price, which is fixed by stage.", "Assumption. Gompers & Lerner 2000, J. Financial Economics 55(2):281-325: inflows raise the price of like firms (by 7-21 % when doubled, from memory), and whether these succeed is not related to it")]
    public double SupplyElasticity { get; set; } = 0.2;

    [Parameter("months", 1, 60, "Time over which a change in commitments is felt in what venture funds ask for.")]
    public int InflowMonths { get; set; } = 12;

    [Parameter("million RMB/year", 0, 1e7, "Money that limited partners commit a year to venture funds of all hubs, " + PerRegion + ".")]
    public double VentureCommitments { get; set; } = 1000;

    [Parameter("funds", 1, 10_000, "Venture funds of all hubs, " + PerRegion + ".", AtStart = true)]
    public double VentureFunds { get; set; } = 60;

    [Parameter("1", 0, 3, "Standard deviation of the logarithm of fund sizes.", AtStart = true)]
    public double FundSpread { get; set; } = 0.8;

    [Parameter("years", 0.5, 20, "Commitments that a fund may hold uninvested before its partners wait.")]
    public double DryPowderYears { get; set; } = 3;

    [Parameter("people", 0, 100_000, "Angels who owe nothing to an anchor, " + PerRegion + " and per hub of its size.", AtStart = true)]
    public double OrdinaryAngels { get; set; } = 6;

    [Parameter("million RMB/year", 0, 1000, "Money that an ordinary angel sets aside a year.")]
    public double OrdinaryAngelMoney { get; set; } = 1.5;

    [Parameter("deals/month", 0, 100, "Deals that an angel can look at closely in a month.")]
    public double AngelAttention { get; set; } = 1.0;

    [Parameter("deals/month", 0, 100, "Deals that a fund can look at closely in a month; the anchor's and the state's houses " + PerRegion + ".")]
    public double FundAttention { get; set; } = 2.0;

    [Parameter("months", 1, 24, "Months over which attention that is not used piles up, to one deal more than that; the anchor's and the state's houses pile up at least as much as a fund, however small the region.")]
    public double AttentionMonths { get; set; } = 3;

    [Parameter("deals", 0, 24, "Deals of later rounds for which an affiliated fund keeps its attention free before it looks at an angel round, " + PerRegion + " or less.")]
    public double LooksReserved { get; set; } = 1;

    [Parameter("years", 0.1, 10, "Time after which strategic money that the anchor did not spend lapses.")]
    public double StrategicBudgetYears { get; set; } = 4;

    [Parameter("share", 0, 1, "Share of founders who ever look for outside money.")]
    public double SeekingShare { get; set; } = 0.85;

    [Parameter("months", 0, 120, "Months of cash below which a firm looks for money.")]
    public double SeekingRunway { get; set; } = 9;

    [Parameter("share", 0, 1, "Share of what its plan needs below which a firm's cash makes it look for money to grow.")]
    public double SeekingGap { get; set; } = 0.8;

    [Parameter("1", 1, 100, "Growth of sales since the last round from which a firm looks for money to grow.")]
    public double GrowthMark { get; set; } = 3;

    [Parameter("months", 1, 240, "How long after its last try at a milestone a firm that has reached one since the last round goes on looking for money without needing it.")]
    public int SeekingMonths { get; set; } = 12;

    [Parameter("months", 0, 60, "How long a firm that was turned down works on before it asks again.")]
    public int RefusalPause { get; set; } = 2;

    [Parameter("share", 0.01, 1, "Least part of the money asked for that an investor short of cash puts in instead.")]
    public double LeastPart { get; set; } = 0.4;

    [Parameter("steps", 0, 12, "Milestones done from which a firm without money asks funds for a seed round instead of angels.")]
    public int SeedSteps { get; set; } = 2;

    [Parameter("months", 0, 120, "Least time between rounds.", "Median of 1.6 years from first to second round, Carta 2024, is an outcome, not this bound")]
    public int LeastInterval { get; set; } = 9;

    [Parameter("index", 0.01, 10, "Team worth times know-how that counts as quality 1.")]
    public double ReferenceWorth { get; set; } = 0.55;

    [Parameter("1", 0.05, 10, "Standard deviation of what an investor sees of log quality at the angel stage.")]
    public double OpinionNoise { get; set; } = 0.9;

    [Parameter("share", 0, 1, "Share of the variance of that noise that all investors have in common about a firm at a stage.")]
    public double SharedOpinion { get; set; } = 0.7;

    [Parameter("1", 0.05, 1, "Factor on that noise from one stage to the next.")]
    public double NoisePerStage { get; set; } = 0.85;

    [Parameter("1", 0.05, 10, "Standard deviation of log quality that investors expect over all who ask.")]
    public double PriorSpread { get; set; } = 0.7;

    [Parameter("1", 0, 10, "Rise of an investor's precision through a tie with the founders.", "Sorenson & Stuart 2001, AJS 106(6):1546-1588, on ties and distance")]
    public double TiePrecision { get; set; } = 0.5;

    [Parameter("1", 0, 10, "Rise of an investor's precision in the own sector.")]
    public double SectorPrecision { get; set; } = 0.5;

    [Parameter("1", 0, 10, "Precision of an earlier backer's opinion for the next investor, over the precision of the prior; 0 is no signal.", "Contested: trials and discontinuities find little or no effect")]
    public double SignalPrecision { get; set; } = 0.7;

    [Parameter("share", 0, 1, "Weight of a backer tied to the founders in the signal, over an independent one's.")]
    public double AffiliatedSignal { get; set; } = 0.8;

    [Parameter("1", -2, 2, "How much too well investors think of founders from their own former employer; log quality.", "By analogy from co-investors: Gompers, Mukharlyamov & Xuan 2016 find lower success with a shared past employer; contested")]
    public double AffinityBias { get; set; } = 0.10;

    [Parameter("share", 0, 1, "Weight of the founding team, against traction, in an angel's view.", "Bernstein, Korteweg & Laws 2017, J. Finance 72(2):509-538")]
    public double AngelTeamWeight { get; set; } = 0.75;

    [Parameter("share", 0, 1, "Weight of the founding team, against traction, in a fund's view.")]
    public double FundTeamWeight { get; set; } = 0.4;

    [Parameter("million RMB/year", 0.01, 1000, "Sales a year at which traction counts ln 2.")]
    public double TractionSales { get; set; } = 5;

    [Parameter("1", 0, 5, "Distance elasticity of the likelihood of a deal, with the sign turned.", "Sorenson & Stuart 2001: about 0.30, derived from the reported decay")]
    public double DistanceElasticity { get; set; } = 0.30;

    [Parameter("1", 0, 10, "Log weight of a tie in the choice of whom to pitch to.")]
    public double TiePull { get; set; } = 1.0;

    [Parameter("share", 0, 1, "Tie to any fund that an introduction by a backer of the anchor's circle gives, through the signal channel.")]
    public double IntroductionTie { get; set; } = 0.5;

    [Parameter("1", 0, 20, "Fall of the log weight of an investor who is known to be out of money or attention.")]
    public double UnableCost { get; set; } = 4;

    [Parameter("investors", 1, 16, "Investors among whom a firm without contacts can choose.")]
    public int InvestorsSeen { get; set; } = 4;

    [Parameter("investors", 0, 16, "Investors that contacts made at events bring into view at most.")]
    public int MostContactsSeen { get; set; } = 8;

    [Parameter("share", 0, 1, "Angels of the anchor's circle whom a firm without alumni meets, over those whom alumni meet.")]
    public double OutsiderShare { get; set; } = 0.5;

    [Parameter("share", 0, 1, "Share of their stake that earlier funds take up in the next round.")]
    public double ProRata { get; set; } = 0.5;

    [Parameter("1", 0, 5, "Elasticity of the money raised in the investor's opinion of quality.")]
    public double AmountElasticity { get; set; } = 0.4;

    [Parameter("months", 0, 120, "Months of present burn that a round covers at least.")]
    public double LeastMonths { get; set; } = 12;

    [Section("Angel rounds.")]
    public StageParameters Angel { get; } = new() { Amount = 2, Dilution = 0.12, Hurdle = -0.3 };

    [Section("Seed rounds.")]
    public StageParameters Seed { get; } = new() { Amount = 6, Dilution = 0.206, Hurdle = 0.88 };

    [Section("Series A.")]
    public StageParameters A { get; } = new() { Amount = 18, Dilution = 0.201, Hurdle = 0.8 };

    [Section("Series B.")]
    public StageParameters B { get; } = new() { Amount = 45, Dilution = 0.176, Hurdle = 0.5 };

    [Section("Series C.")]
    public StageParameters C { get; } = new() { Amount = 90, Dilution = 0.134, Hurdle = 1.0 };

    [Section("Series D.")]
    public StageParameters D { get; } = new() { Amount = 150, Dilution = 0.115, Hurdle = 1.4 };

    [Section("Series E and later.")]
    public StageParameters E { get; } = new() { Amount = 220, Dilution = 0.10, Hurdle = 1.5 };

    public StageParameters Of(Stage stage) => stage switch
    {
        Stage.Angel => Angel,
        Stage.Seed => Seed,
        Stage.A => A,
        Stage.B => B,
        Stage.C => C,
        Stage.D => D,
        _ => E,
    };
}

/// <summary>Terms of a round.</summary>
public sealed class StageParameters
{
    [Parameter("million RMB", 0.01, 1e5, "Money raised by a firm of expected quality.", "Chinese rounds of the 2010s, order of magnitude from memory; Carta Q1 2024 medians are 3.5/9.3/21/23 million USD")]
    public double Amount { get; set; }

    [Parameter("share", 0.001, 0.9, "Equity sold in the round.", "Carta 2023 medians: seed 20.6 %, A 20.1 %, B 17.6 %, C 13.4 %, D 11.5 %; angel and later: assumption")]
    public double Dilution { get; set; }

    [Parameter("1", -10, 10, "Least opinion of log quality at which an investor puts money in.", "Set by hand with the figures C4-C8 of 'ecosim validate'")]
    public double Hurdle { get; set; }
}
