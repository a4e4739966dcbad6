namespace EcoSim.Experiments.Results;

/// <summary>The outcomes that comparisons and attributions speak of first.</summary>
public static class Headlines
{
    public const string EcosystemValue = "ecosystem_value";

    /// <summary>What the hub has, and last what its rivals have.</summary>
    public static readonly IReadOnlyList<string> Outcomes =
        [EcosystemValue, "startups_alive", "spin_outs_founded", "dragons_total", "startup_jobs", "rival_ecosystem_value"];
}
