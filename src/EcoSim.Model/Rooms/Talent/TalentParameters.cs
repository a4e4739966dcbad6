using EcoSim.Model.Declaration;

namespace EcoSim.Model.Rooms.Talent;

/// <summary>How people learn at work, and what the anchor teaches beyond an ordinary employer.</summary>
public sealed class TalentParameters
{
    private const string Eurace = "Order of magnitude of Eurace@Unibi (Dawid et al. 2018): half-life of a skill gap 4 to 20 months";

    [Parameter("1/month", 0, 1, "Speed at which a fully exposed worker of mean ability closes the gap to the employer's frontier.", Eurace)]
    public double LearningRate { get; set; } = 0.07;

    [Parameter("1", 0, 1.5, "Standard deviation of the logarithm of the speed of learning over people.", Eurace, AtStart = true)]
    public double AbilitySpread { get; set; } = 0.35;

    [Parameter("months", 6, 1200, "Half-life of an unused technical skill.")]
    public double TechnicalHalfLife { get; set; } = 96;

    [Parameter("months", 6, 1200, "Half-life of an unused marketing skill.")]
    public double MarketingHalfLife { get; set; } = 144;

    [Parameter("months", 6, 1200, "Half-life of an unused operations skill.")]
    public double OperationsHalfLife { get; set; } = 144;

    [Parameter("months", 6, 1200, "Half-life of an unused finance skill.")]
    public double FinanceHalfLife { get; set; } = 144;

    [Parameter("share", 0, 1, "Share of time in which staff of an ordinary firm meet the work of other trades.")]
    public double OrdinaryBreadth { get; set; } = 0.10;

    [Parameter("share", 0, 1, "Share of time in which the anchor's staff meet the work of other trades, with rotation and projects at scale.", "Rotation and breadth make generalists: Lazear 2005, J. Labor Econ. 23(4):649-680; level: assumption")]
    public double AnchorBreadth { get; set; } = 0.35;

    [Parameter("share", 0, 1, "Share of time in which staff of a start-up meet the work of other trades.")]
    public double StartUpBreadth { get; set; } = 0.45;

    [Parameter("share", 0, 1, "Exposure that work of other trades gives in every skill.")]
    public double BroadExposure { get; set; } = 0.5;

    [Parameter("index", 0, 5, "How far the anchor's technical frontier lies above an ordinary firm's at full pressure.")]
    public double TechnicalPremium { get; set; } = 0.30;

    [Parameter("index", 0, 5, "How far the anchor's marketing frontier lies above an ordinary firm's at full pressure.")]
    public double MarketingPremium { get; set; } = 0.25;

    [Parameter("index", 0, 5, "How far the anchor's operations frontier lies above an ordinary firm's at full pressure.")]
    public double OperationsPremium { get; set; } = 0.30;

    [Parameter("index", 0, 5, "How far the anchor's finance frontier lies above an ordinary firm's at full pressure.")]
    public double FinancePremium { get; set; } = 0.15;

    [Parameter("share", 0.0001, 1, "Anchor staff, as a share of the region's workers, at which scale and pressure give half of the premium.")]
    public double PressureHalfSize { get; set; } = 0.03;

    [Parameter("index", 0, 2, "Rise of the anchor's technical and operations frontiers when its AI knowledge doubles from one.")]
    public double AiFrontier { get; set; } = 0.10;

    [Parameter("share", 0, 0.5, "Extra exposure to the leading skill of an anchor's division.")]
    public double DivisionTilt { get; set; } = 0.10;

    [Section("Exposure of engineers to the four skills.")]
    public ExposureParameters Engineer { get; } = new() { Technical = 0.80, Marketing = 0.04, Operations = 0.15, Finance = 0.04 };

    [Section("Exposure of marketers to the four skills.")]
    public ExposureParameters Marketer { get; } = new() { Technical = 0.05, Marketing = 0.80, Operations = 0.15, Finance = 0.15 };

    [Section("Exposure of managers to the four skills.")]
    public ExposureParameters Manager { get; } = new() { Technical = 0.15, Marketing = 0.25, Operations = 0.65, Finance = 0.45 };
}

/// <summary>How far a trade exercises each skill.</summary>
public sealed class ExposureParameters
{
    [Parameter("share", 0, 1, "Exposure to technical work.")]
    public double Technical { get; set; }

    [Parameter("share", 0, 1, "Exposure to marketing.")]
    public double Marketing { get; set; }

    [Parameter("share", 0, 1, "Exposure to operations.")]
    public double Operations { get; set; }

    [Parameter("share", 0, 1, "Exposure to finance.")]
    public double Finance { get; set; }
}
