using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Reporting;

/// <summary>Names the channel that contributes most, without claiming an order that the replicates do not show.</summary>
public static class LeaderText
{
    /// <summary>More contenders than these are counted.</summary>
    private const int MostNamed = 5;

    /// <summary>"the strongest is hub", or "the largest mean is that of hub".</summary>
    public static string Name(OutcomeAttribution outcome) =>
        $"{(outcome.IsOrdered ? "the strongest is" : "the largest mean is that of")} {Channels.Names[outcome.Leader]}";

    /// <summary>Why that is no order, to be put after the number; empty where it is one.</summary>
    public static string Doubt(OutcomeAttribution outcome) => Doubt(new Lead(outcome.Leader, outcome.Contenders, outcome.Values[outcome.Leader].Count), channel => Channels.Names[channel]);

    /// <summary>The same of any quantities.</summary>
    /// <param name="lead">Which leads.</param>
    /// <param name="nameOf">Name of the quantity at a place.</param>
    /// <param name="one">What one of its replicates is called.</param>
    /// <param name="many">What several are called.</param>
    public static string Doubt(Lead lead, Func<int, string> nameOf, string one = "replicate", string many = "replicates") => lead switch
    {
        { IsOrdered: true } => "",
        { Replicates: < 2 } => $", from one {one}, which tells no order",
        { Contenders.Count: 0 } => $", from {lead.Replicates} {many}, too few to say that it is the strongest",
        { Contenders.Count: > MostNamed } => $", whose size the {many} do not tell from that of {string.Join(", ", lead.Contenders.Take(MostNamed).Select(nameOf))} and {lead.Contenders.Count - MostNamed} more",
        _ => $", whose size the {many} do not tell from that of {string.Join(", ", lead.Contenders.Select(nameOf))}",
    };
}
