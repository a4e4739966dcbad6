namespace EcoSim.Experiments.Results;

/// <summary>The outcomes that comparisons and attributions speak of first.</summary>
public static class Headlines
{
    public const string EcosystemValue = "ecosystem_value";

    /// <summary>What the hub has, and last what its rivals have.</summary>
    public static readonly IReadOnlyList<string> Outcomes =
        [EcosystemValue, "startups_alive", "spin_outs_founded", "dragons_total", "startup_jobs", "rival_ecosystem_value"];

    /// <summary>What every table of outcomes shows at once, on the terminal and on pages, in this order; an outcome that is to be seen there is added here.</summary>
    public static readonly IReadOnlyList<string> Prominent =
    [
        .. Outcomes, "startups_founded", "startups_failed", "dragons_alumni", "angel_investment", "venture_investment", "anchor_headcount", "workforce", "rent",
    ];
}
