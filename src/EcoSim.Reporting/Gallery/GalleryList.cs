namespace EcoSim.Reporting;

/// <summary>The comparisons of the gallery, in the order in which a reader meets them.</summary>
public static class GalleryList
{
    private const string Baseline = "baseline";

    public static readonly IReadOnlyList<GalleryEntry> All =
    [
        new(
            "anchor", "How much of the region's start-up economy exists because of the anchor?",
            "Both worlds begin with the same people. Without the anchor they work in ordinary firms, some of them in other hubs: nobody is deleted, but nobody trains at the anchor, "
            + "rents its cloud, takes its money or follows it to the region.",
            "no-anchor", Baseline),
        new(
            "channels", "Through which channel does the anchor matter most?",
            "In each world one channel gives the anchor the terms of an average employer, investor, cloud or neighbour, and the other five work as they do. Effects of single channels need not add up: "
            + "'ecosim attribute baseline' shares the whole out among them.",
            Baseline, "no-talent", "no-capital", "no-signal", "no-cloud", "no-spillover", "no-hub"),
        new(
            "layoffs", "What does the region gain and lose when the anchor lays off three in ten of its staff?",
            "People who are dismissed look for work, found firms or leave, and carry with them what they learned. The anchor stays smaller afterwards, so fewer people train there.",
            Baseline, "layoffs"),
        new(
            "price-cut", "Who gains when the anchor halves its cloud's list price?",
            "Compute becomes cheaper for every start-up that rents it. Demand rises, and is rationed where it exceeds capacity, which is built with a lag.",
            Baseline, "price-cut"),
        new(
            "compute-shortage", "What does a five-year shortage of compute cost?",
            "Capacity does not grow with demand. Work waits, milestones come later, and firms burn money meanwhile.",
            Baseline, "compute-shortage"),
        new(
            "capital-winter", "Does the region recover from three years of scarce venture money?",
            "Venture money falls to a quarter and returns. Firms that cannot raise a round run out of money; angels and the anchor's own money stay.",
            Baseline, "capital-winter"),
        new(
            "non-compete", "What does a strictly enforced non-compete rule prevent?",
            "Staff may not found in their employer's own sector, so founders wait or go to another sector, where less of what they know applies.",
            Baseline, "non-compete"),
        new(
            "rival-boom", "What does the region lose when its largest rival draws more strongly?",
            "People, founders and venture money find the rival more attractive. What one hub gains another may lose.",
            Baseline, "rival-boom"),
        new(
            "state-fund", "What does a tenfold guidance fund with grants add?",
            "The state invests ten times as much and gives grants. Some of the firms it reaches would have lived anyway.",
            Baseline, "state-fund"),
        new(
            "two-anchors", "Does a second anchor add to the ecosystem or share it?",
            "A second firm of two thirds the size trains people, invests and rents out compute beside the first, and competes with it and with start-ups for staff.",
            Baseline, "two-anchors"),
    ];
}
