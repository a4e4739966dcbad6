using EcoSim.Experiments.Attribution;

namespace EcoSim.Reporting;

/// <summary>Names the channel that contributes most, without claiming an order that the replicates do not show.</summary>
public static class LeaderText
{
    /// <summary>"the strongest is hub", or "the largest mean is that of hub".</summary>
    public static string Name(OutcomeAttribution outcome) =>
        $"{(outcome.IsOrdered ? "the strongest is" : "the largest mean is that of")} {Channels.Names[outcome.Leader]}";

    /// <summary>Why that is no order, to be put after the number; empty where it is one.</summary>
    public static string Doubt(OutcomeAttribution outcome) => outcome.IsOrdered ? ""
        : outcome.Contenders.Count == 0 ? $", from {outcome.Values[outcome.Leader].Count} replicates, too few to say that it is the strongest"
        : $", which the replicates do not tell from {string.Join(", ", outcome.Contenders.Select(channel => Channels.Names[channel]))}";
}
