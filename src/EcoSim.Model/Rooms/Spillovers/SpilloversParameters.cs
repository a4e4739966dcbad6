using EcoSim.Model.Declaration;

namespace EcoSim.Model.Rooms.Spillovers;

/// <summary>How knowledge leaks: by people who move, by papers and open source, and at events.</summary>
public sealed class SpilloversParameters
{
    [Parameter("index", 0, 10, "Rise of the published stock above an ordinary region's when an anchor of the reference size publishes all its research.")]
    public double PublicationGain { get; set; } = 1.5;

    [Parameter("share", 0, 1, "Share of the anchor's research that is published or opened.")]
    public double Openness { get; set; } = 0.3;

    [Parameter("share", 0.001, 1, "Anchor staff as a share of the region's workers at which publications have their reference size.")]
    public double ReferenceShare { get; set; } = 0.10;

    [Parameter("months", 1, 600, "Half-life of published knowledge.")]
    public double HalfLife { get; set; } = 60;

    [Parameter("1/100 km", 0, 10, "Decay of published knowledge with distance ρ: reached with exp(−ρ·d).", "Island model of Fagiolo & Dosi 2003 for the form; level: assumption")]
    public double DistanceDecay { get; set; } = 0.08;

    [Parameter("1/year", 0, 10, "Speed at which a firm with full absorptive capacity closes its gap to published knowledge.")]
    public double Uptake { get; set; } = 0.35;

    [Parameter("people", 0.1, 1000, "Technical staff at which absorptive capacity is one half.", "Cohen & Levinthal 1990, ASQ 35(1):128-152, for the concept")]
    public double AbsorptiveHalf { get; set; } = 3;

    [Parameter("1", 0, 10, "Share of the gap between a hire's skill and the firm's knowledge that the hire closes, per head of the firm.")]
    public double HireTransfer { get; set; } = 0.5;

    [Parameter("1/year", 0, 100, "Events a year that founders attend in a hub of reference density.")]
    public double EventRate { get; set; } = 0.5;

    [Parameter("1", 0, 10, "Rise of that rate through an anchor's conferences, at full strength of the spillover channel.")]
    public double AnchorEvents { get; set; } = 1.0;

    [Parameter("share", 0, 1, "Knowledge taken up at an event, as a share of the gap to published knowledge.")]
    public double EventTransfer { get; set; } = 0.03;

    [Parameter("months", 1, 600, "Half-life of contacts made at events.")]
    public double ContactHalfLife { get; set; } = 48;
}
