using EcoSim.Model.Declaration;

namespace EcoSim.Model.Rooms.Exits;

/// <summary>How start-ups end: closing, sale, listing.</summary>
public sealed class ExitsParameters
{
    [Parameter("1/year", 0, 5, "Hazard with which founders give up a firm that has gone nowhere, once patience is over.")]
    public double GiveUpHazard { get; set; } = 0.35;

    [Parameter("months", 0, 360, "Patience: time without a try at a milestone, successful or not, or a round after which founders may give up.")]
    public double Patience { get; set; } = 24;

    [Parameter("million RMB/year", 0, 1000, "Sales per founder a year above which nobody gives up.")]
    public double LivingSales { get; set; } = 0.6;

    [Parameter("share", 0, 1, "Chance that a failing firm with a reference team of mean worth finds a buyer for its people.")]
    public double TalentSale { get; set; } = 0.12;

    [Parameter("million RMB/person", 0, 100, "Price of a failing firm's people, per head.")]
    public double TalentPrice { get; set; } = 0.4;

    [Parameter("1/year", 0, 5, "Hazard of an offer for a firm with knowledge of 1.")]
    public double OfferHazard { get; set; } = 0.025;

    [Parameter("1", 0, 5, "Elasticity of that hazard in knowledge.")]
    public double OfferKnowledgeElasticity { get; set; } = 1.0;

    [Parameter("1", 0, 20, "Factor on that hazard when an anchor has a stake.")]
    public double StakeFactor { get; set; } = 1.2;

    [Parameter("share", 0, 1, "Share of offers to home firms that come from an anchor, per unit of its need.")]
    public double AnchorBuyerShare { get; set; } = 0.4;

    [Parameter("share/year", 0, 1, "Share of the cash that neither plan nor reserve needs which a firm on the market pays to its holders each year.")]
    public double PayoutShare { get; set; } = 0.5;

    [Parameter("months", 0, 120, "Months of spending that a firm keeps before it pays anything out.")]
    public double PayoutReserve { get; set; } = 12;

    [Parameter("1", 0, 10, "Price paid over the firm's value.")]
    public double Premium { get; set; } = 1.15;

    [Parameter("million RMB", 1, 1e6, "Value from which an anchor or incumbent cannot buy a firm.")]
    public double TooLarge { get; set; } = 6000;

    [Parameter("million RMB", 1, 1e6, "Value from which a firm can be listed.")]
    public double ListingValue { get; set; } = 800;

    [Parameter("million RMB/year", 0, 1e6, "Sales a year from which a firm can be listed.")]
    public double ListingSales { get; set; } = 80;

    [Parameter("1/year", 0, 5, "Hazard of listing for a firm that can be listed.")]
    public double ListingHazard { get; set; } = 0.25;
}
