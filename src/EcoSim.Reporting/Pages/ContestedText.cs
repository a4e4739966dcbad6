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
        string unclear = most.FosteredChange switch
        {
            { Pairs: < 2 } => "",
            { Low: <= 0, High: >= 0 } => ", a change that may be 0",
            _ when !most.IsTold => $", not told from 0 once {Tests(rows)} tests are corrected for (Holm, p {ReportCell.Probability(most.AdjustedP).Text})",
            _ => "",
        };
        return $"The {(lead.IsOrdered && most.IsTold ? "link on which most rests" : "link with the largest mean change")} is {most.Name}: at nothing it moves what is fostered by {change(most.FosteredChange)}{unclear}"
            + $"{LeaderText.Doubt(lead, place => links[place].Name)}.";
    }

    /// <summary>What the corrected p-values of the table are, and that its intervals are not corrected; empty for a single replicate, which has neither.</summary>
    public static string Corrected(IReadOnlyList<ContestedRow> rows)
    {
        int told = rows.Count(row => row.IsTold);
        return rows[0].Fostered.Pairs < 2 || Tests(rows) == 0
            ? ""
            : $"Each 95 % interval stands for itself: among {Tests(rows)} rows some leave out 0 by luck alone. p adj.: of no change of what is fostered, corrected for these {Tests(rows)} tests (Holm), so that the chance of even one "
                + $"false alarm among those below 0.05 is at most 5 %; {told} of {Tests(rows)} {(told == 1 ? "is" : "are")}.";
    }

    private static int Tests(IReadOnlyList<ContestedRow> rows) => rows.Count(row => row.IsTested);
}
