using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Reporting;

/// <summary>Names the contested link on which most rests, without claiming an order that the replicates do not show.</summary>
public static class ContestedText
{
    /// <param name="rows">The scenario as it is first, then a link at nothing each, all of them last.</param>
    /// <param name="change">A change with its interval, in words.</param>
    /// <returns>A sentence; links that are at nothing already change nothing and are left out of it.</returns>
    public static string Most(IReadOnlyList<ContestedRow> rows, Func<PairedDifference, string> change)
    {
        ContestedRow[] links = [.. rows.Skip(1).SkipLast(1).Where(row => row.Changes.Count > 0)];
        if (links.Length == 0)
        {
            return "Every contested link is at nothing already.";
        }

        Lead lead = Lead.Of([.. links.Select(row => row.FosteredChanges.ToArray())]);
        ContestedRow most = links[lead.Leader];
        string unclear = most.FosteredChange is { Low: <= 0, High: >= 0 } ? ", an interval that includes 0" : "";
        return $"The {(lead.IsOrdered ? "link on which most rests" : "link with the largest mean change")} is {most.Name}: at nothing it moves what is fostered by {change(most.FosteredChange)}{unclear}"
            + $"{LeaderText.Doubt(lead, place => links[place].Name)}.";
    }
}
