using EcoSim.Cli.Running;
using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;
using EcoSim.Reporting;

namespace EcoSim.Cli.Attributing;

/// <summary>An attribution for the terminal: what each channel contributes to each headline outcome, and the three counterfactuals.</summary>
internal static class AttributionTable
{
    public static void Write(TextWriter output, Scenario scenario, IReadOnlyList<OutcomeAttribution> outcomes, int replicates)
    {
        var run = scenario.Plan.Parameters.Run;
        output.WriteLine(
            $"{scenario.Name}: {Channels.Cells} combinations of {Channels.Names.Count} channels, {replicates} replicate{(replicates == 1 ? "" : "s")} with the same luck in each, "
            + $"{run.Months} months, seed {run.Seed}");
        ChangedText.Write(output, scenario);
        output.WriteLine();
        string[] header = ["", .. outcomes.Select(outcome => outcome.Outcome)];
        int[] right = [.. Enumerable.Range(1, outcomes.Count)];
        TextColumns.Write(output, header, Rows(outcomes), right);
        output.WriteLine("Shapley value ± half its 95 % confidence interval (Student's t over replicates). Counterfactuals, each the scenario less a world in which");
        output.WriteLine("  premium: no channel works: the anchor has the terms of an average employer, cloud or investor; this is the total that is shared out");
        output.WriteLine("  channel: all but one channel work, or only that one; in counterfactuals.csv");
        output.WriteLine("  firm: the anchor never existed, its people in ordinary firms here and in rival hubs; not a sum of channels");
        output.WriteLine();
        WriteVerdict(output, outcomes);
    }

    private static IEnumerable<string[]> Rows(IReadOnlyList<OutcomeAttribution> outcomes)
    {
        for (int channel = 0; channel < Channels.Names.Count; channel++)
        {
            yield return [Channels.Names[channel], .. outcomes.Select(outcome => Text(outcome.Values[channel]))];
        }

        yield return ["total (premium)", .. outcomes.Select(outcome => Text(outcome.Total))];
        yield return ["firm", .. outcomes.Select(outcome => Text(Estimate.Of(outcome.Firm)))];
        yield return ["scenario", .. outcomes.Select(outcome => TerminalNumber.Of(outcome.All))];
        yield return ["unit", .. outcomes.Select(outcome => outcome.Unit)];
    }

    private static void WriteVerdict(TextWriter output, IReadOnlyList<OutcomeAttribution> outcomes)
    {
        foreach (string answer in AttributionReport.Answers(outcomes))
        {
            WrappedText.Write(output, answer);
        }

        OutcomeAttribution rivals = outcomes.First(outcome => outcome.Outcome == "rival_ecosystem_value");
        PairedDifference firm = rivals.Firm;
        output.WriteLine(
            $"Rival hubs: {Text(rivals.Total)} {rivals.Unit} through the channels, {Text(Estimate.Of(firm))} through the firm as a whole.");
        if (firm.Pairs < OutcomeAttribution.FewestForOrder)
        {
            output.WriteLine(
                $"Few replicates ({firm.Pairs}): the intervals after ± are wide and themselves hardly known, so read no ranking from them; --replicates 20 tells more.");
        }
    }

    private static string Text(Estimate estimate) => SamePairs.AreZero(estimate.Mean, estimate.HalfWidth) ? SamePairs.NoReplicate
        : double.IsNaN(estimate.HalfWidth) ? TerminalNumber.Signed(estimate.Mean)
        : $"{TerminalNumber.Signed(estimate.Mean)} ± {TerminalNumber.Of(estimate.HalfWidth)}";
}
