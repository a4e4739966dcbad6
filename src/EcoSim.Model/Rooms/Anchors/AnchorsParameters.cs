using EcoSim.Model.Declaration;

namespace EcoSim.Model.Rooms.Anchors;

/// <summary>A giant firm: its size, research, own AI, equity and appetite for start-ups.</summary>
public sealed class AnchorParameters
{
    [Parameter("switch", 0, 1, "Whether the anchor exists; false is the firm counterfactual, in which it never did.", AtStart = true)]
    public bool Present { get; set; } = true;

    [Parameter("share", 0.0001, 0.8, "Share of the region's workers that the anchor employs at the start.", AtStart = true)]
    public double WorkforceShare { get; set; } = 0.10;

    [Parameter("years", 1, 300, "Age of the anchor when its people are placed, at the beginning of the warm-up: nobody on its staff has then been there for longer.", "assumption: as old as the longest career allowed, so that it binds nobody", AtStart = true)]
    public double AgeAtStart { get; set; } = 40;

    [Parameter("1/year", -0.5, 1, "Growth of the output that the anchor's markets ask for.")]
    public double DemandGrowth { get; set; } = 0.02;

    [Parameter("1", 0, 10, "Lever: factor on the output that the anchor's markets ask for, a business won or lost; without effect in historical mode.")]
    public double DemandFactor { get; set; } = 1;

    [Parameter("switch", 0, 1, "Historical mode: the headcount follows anchor.targetHeadcount instead of demand.")]
    public bool Historical { get; set; }

    [Parameter("people", 0, 5_000_000, "Headcount aimed at in historical mode; usually driven by a series.")]
    public double TargetHeadcount { get; set; } = 10_000;

    [Parameter("share", 0, 1, "How far above its target the headcount may stand before the anchor lays off.")]
    public double LayoffBand { get; set; } = 0.05;

    [Parameter("share", 0, 1, "Share of an excess beyond the band that is laid off in a month.")]
    public double LayoffSpeed { get; set; } = 0.2;

    [Parameter("share/month", 0, 1, "Lever: share of staff laid off in each month in which it is above zero.")]
    public double LayoffShare { get; set; }

    [Parameter("months", 1, 120, "Time in which vacancies are to be filled.")]
    public double HiringMonths { get; set; } = 4;

    [Parameter("million RMB/year", 0, 100, "Revenue per member of staff at the start's productivity.", "Alibaba FY2018: 250.3 billion RMB over 66,421 people, 20-F; headcount from memory")]
    public double RevenuePerHead { get; set; } = 3.8;

    [Parameter("share", 0, 1, "Share of revenue spent on research.", "Alibaba FY2018: 22.8 of 250.3 billion RMB, 20-F")]
    public double ResearchIntensity { get; set; } = 0.09;

    [Parameter("share", 0, 1, "Share of research that counts as the AI staff's and tools' budget at which AI knowledge stays at 1.")]
    public double AiReferenceIntensity { get; set; } = 0.09;

    [Parameter("1", 0, 1, "Exponent of internal compute in making AI knowledge; research people have the rest.")]
    public double AiComputeExponent { get; set; } = 0.4;

    [Parameter("1/year", 0, 2, "Rate at which AI knowledge goes out of date.")]
    public double AiObsolescence { get; set; } = 0.15;

    [Parameter("1", -0.5, 2, "Rise of productivity when AI knowledge doubles from one.", "Published trials span +26 % of tasks (standard error 10) and −19 % of speed; contested, 0 is reported")]
    public double AiProductivity { get; set; } = 0.05;

    [Parameter("1", 0, 5, "Rise of the anchor's technology level over an ordinary firm's at the reference of research.")]
    public double TechnologyLead { get; set; } = 0.25;

    [Parameter("months", 1, 360, "Lag with which the technology level follows research.")]
    public double TechnologyLag { get; set; } = 24;

    [Parameter("million RMB/year", 0, 10, "Equity that vests a year per member of staff of mean ability, at grant value.")]
    public double EquityPerYear { get; set; } = 0.06;

    [Parameter("1", 0, 1000, "Price of the anchor's shares over their price at grant.")]
    public double SharePrice { get; set; } = 1.5;

    [Parameter("share", 0, 1, "Share of vested equity that can be turned into money; a rise is a liquidity event.")]
    public double Liquidity { get; set; } = 1;

    [Parameter("share", 0, 1, "Share of revenue that is free cash flow.")]
    public double CashFlowShare { get; set; } = 0.2;

    [Parameter("share", 0, 1, "Share of free cash flow for strategic investment in start-ups of all hubs.")]
    public double StrategicShare { get; set; } = 0.08;

    [Parameter("1", 0, 10, "Factor on the strategic budget, an investment mandate.")]
    public double StrategicMandate { get; set; } = 1;

    [Parameter("1", 0, 10, "Weight of the fit with the anchor's needs in what it thinks of a start-up.")]
    public double StrategicFit { get; set; } = 0.4;
}
