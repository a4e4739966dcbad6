using EcoSim.Model.Declaration;

namespace EcoSim.Model.Rooms.Products;

/// <summary>How start-ups build, sell and staff.</summary>
public sealed class ProductsParameters
{
    [Parameter("million RMB/year", 0.01, 10, "Cost of a member of staff a year at rent 1, all included.", "Order of magnitude of urban software pay with charges; from memory")]
    public double WagePerYear { get; set; } = 0.30;

    [Parameter("share", 0, 1, "What founders pay themselves before the market entry, or in a month without cash, over a wage.")]
    public double FounderPay { get; set; } = 0.35;

    [Parameter("million RMB/year", 0, 10, "Rent and other costs per person and year at rent 1.")]
    public double OverheadPerHead { get; set; } = 0.04;

    [Parameter("people", 1, 1000, "Team size at which milestones take their mean time.")]
    public double ReferenceTeam { get; set; } = 5;

    [Parameter("1", 0, 2, "Elasticity of the milestone hazard in team size.")]
    public double TeamElasticity { get; set; } = 0.5;

    [Parameter("1", 0, 3, "Elasticity of the milestone hazard in knowledge.")]
    public double KnowledgeElasticity { get; set; } = 0.6;

    [Parameter("1", 0, 3, "Elasticity of the milestone hazard in the share of compute served.")]
    public double ServedElasticity { get; set; } = 1.0;

    [Parameter("1", 0, 5, "How strongly know-how lowers the chance that a milestone fails: φ^(know-how^this).")]
    public double CareElasticity { get; set; } = 0.8;

    [Parameter("million RMB/year", 0, 10, "Sales of project work a year per person of a young firm, with routines and luck of 1.")]
    public double ProjectSales { get; set; } = 0.08;

    [Parameter("1", 0, 3, "Standard deviation of the logarithm of a firm's lasting luck with project work.")]
    public double ProjectSpread { get; set; } = 0.55;

    [Parameter("1", 0, 2, "Standard deviation of the logarithm of a year's luck with project work: orders come and go.", "Yearly growth of small firms' sales spreads by about 0.3-0.5 in logs; from memory")]
    public double ProjectNoise { get; set; } = 0.4;

    [Parameter("people", 0.1, 1000, "Largest number of people whom project work can occupy.")]
    public double ProjectPeople { get; set; } = 8;

    [Parameter("workers", 100, 1e7, "Home workers per niche of a sector at the start.", AtStart = true)]
    public double WorkersPerNiche { get; set; } = 1000;

    [Parameter("1", 0, 3, "Standard deviation of the logarithm of niche sizes.", AtStart = true)]
    public double NicheSpread { get; set; } = 1.2;

    [Parameter("years", 0.5, 60, "Time in which demand of a niche goes from a tenth to nine tenths of saturation.", "Logistic diffusion; level: assumption", AtStart = true)]
    public double NicheYears { get; set; } = 12;

    [Parameter("years", 0, 100, "Start of the span over which niches open evenly: this long before the first recorded month.", AtStart = true)]
    public double NicheOpeningBefore { get; set; } = 12;

    [Parameter("years", 0, 100, "End of the span over which niches open evenly: this long after the first recorded month.", AtStart = true)]
    public double NicheOpeningAfter { get; set; } = 25;

    [Parameter("1", 0, 10, "Taste: exponent of quality in the logit of buyers.")]
    public double Taste { get; set; } = 1.8;

    [Parameter("1", 0, 10, "Brand: exponent of one plus the market share in the logit of buyers; 0 leaves quality alone.", "History-friendly model of the computer industry, Malerba et al. 1999, ICC 8(1):3-40")]
    public double Brand { get; set; } = 2;

    [Parameter("1", 0.001, 1000, "Weight of established suppliers in a niche, where a new firm of quality 0 weighs 1.")]
    public double EstablishedWeight { get; set; } = 100;

    [Parameter("million RMB/year", 0.01, 100, "Most sales a year that a member of staff can serve, at knowledge of 1.")]
    public double SalesPerHead { get; set; } = 0.8;

    [Parameter("1/√month", 0, 2, "Standard deviation a month of lasting shocks to log quality: tastes and fortunes move.", "Growth of firms is close to a random walk in logs (Gibrat); with the default taste a spread of about 0.5 a year, as among young firms: from memory")]
    public double QualityNoise { get; set; } = 0.08;

    [Parameter("share", 0, 1, "Share of staff who do research once on the market.")]
    public double ResearchShare { get; set; } = 0.25;

    [Parameter("1/month", 0, 1, "Rate ζ of innovations of a firm with one research person or fewer; it rises with the square root of their number, in proportion to its knowledge, and with compute and cluster.", "K+S, Dosi, Fagiolo & Roventini 2010, JEDC 34(9):1748-1767, where the rate is proportional to research; its root, and the level: assumption")]
    public double InnovationRate { get; set; } = 0.02;

    [Parameter("1", -1, 1, "Worst step of log quality of an innovation.", "K+S: Beta on a bounded support")]
    public double InnovationWorst { get; set; } = -0.10;

    [Parameter("1", -1, 2, "Best step of log quality of an innovation.", "K+S: Beta on a bounded support")]
    public double InnovationBest { get; set; } = 0.20;

    [Parameter("1/year", 0, 2, "Log quality that a standing product loses a year to a market that moves on.")]
    public double QualityDecay { get; set; } = 0.06;

    [Parameter("1", 0, 5, "Rise of log quality when log knowledge rises by one, at market entry.")]
    public double KnowledgeInQuality { get; set; } = 0.8;

    [Parameter("1", 0, 5, "Rise of log quality when log founders' marketing skill rises by one, at market entry.")]
    public double MarketingInQuality { get; set; } = 0.5;

    [Parameter("months", 1, 120, "Months of cost that a firm wants its cash to last when it hires.")]
    public double HiringHorizon { get; set; } = 20;

    [Parameter("share", 0, 2, "Share of gross profit that a firm spends on staff when it hires.")]
    public double StaffShare { get; set; } = 0.75;

    [Parameter("share/month", 0, 1, "Largest growth of staff in a month, beyond one person.")]
    public double MostHiring { get; set; } = 0.08;

    [Parameter("months", 1, 60, "Length of a firm's plan: the growth for which it raises money, and which it funds before it pays anything out.", "Rounds are usually sized for 18 to 24 months; rule of thumb, from memory")]
    public double PlanMonths { get; set; } = 18;

    [Parameter("share", 0, 1, "How far staff may stand above what is wanted before a start-up dismisses.")]
    public double StaffBand { get; set; } = 0.15;

    [Parameter("1", 0, 50, "Value of a firm on the market over its yearly gross profit, at no growth.")]
    public double SalesMultiple { get; set; } = 6;

    [Parameter("1", 0, 20, "Rise of that multiple per doubling of sales in a year.")]
    public double GrowthMultiple { get; set; } = 5;

    [Parameter("months", 1, 360, "Time over which the price of the last round fades by the factor e from what a firm is thought to be worth.")]
    public double RoundMemory { get; set; } = 36;

    [Parameter("million RMB", 1, 1e6, "Value from which a firm is recognised as a little dragon.", "About 200 million US dollars; the threshold is a choice")]
    public double DragonThreshold { get; set; } = 1400;

    [Parameter("1", 0, 2, "How much an anchor's strategic backing adds to what buyers see of a firm, as a share of it: market reach.")]
    public double StrategicReach { get; set; } = 0.5;

    [Parameter("1/year", 0, 2, "Speed at which guidance of an affiliated or strategic backer raises routines to those of an ordinary firm.")]
    public double Guidance { get; set; } = 0.3;

    [Parameter("1/year", 0, 2, "Speed at which a start-up's own experience raises routines.")]
    public double RoutineLearning { get; set; } = 0.08;
}
