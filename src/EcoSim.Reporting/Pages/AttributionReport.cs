using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Reporting;

/// <summary>The page of an attribution.</summary>
public static class AttributionReport
{
    /// <param name="design">The worlds that were run.</param>
    /// <param name="outcomes">The attribution of each headline outcome.</param>
    /// <param name="replicates">Replicates that are done in every world.</param>
    /// <param name="drawn">Its figures.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static Report Of(
        FactorialDesign design, IReadOnlyList<OutcomeAttribution> outcomes, int replicates, DrawnFigures drawn, string commandLine)
    {
        Scenario scenario = design.Scenario;
        var run = scenario.Plan.Parameters.Run;
        return new Report
        {
            Title = $"What each channel contributes in {scenario.Name}",
            Context = $"Attribution over {Amount.Count(run.Months, "month", "months")} from {run.Start}: {Channels.Cells} combinations of {Channels.Names.Count} channels, "
                + $"{Amount.Count(replicates, "replicate", "replicates")} with the same luck in each",
            Questions = [$"Through which channel does the anchor act in “{scenario.Name}”?", .. scenario.Question.Length == 0 ? (string[])[] : [scenario.Question]],
            Answers = [.. Answers(outcomes)],
            AnswerNote = "Shapley values: the mean contribution of a channel over all orders of switching channels on; they sum to the whole effect. ± is half the 95 % confidence interval "
                + "over replicates (Student’s t); it does not cover doubt about parameters or about the model. A channel at 0 gives the anchor the terms of an average employer, cloud or investor; the anchor itself stays.",
            Changes = [ReportParts.OtherThanDefaults(scenario)],
            Warnings = [.. Warned(scenario, outcomes, replicates, drawn.FontProblem).OfType<Warning>()],
            Figures = drawn.Figures,
            Tables = [ShapleyTable(outcomes), CounterfactualTable(outcomes)],
            Provenance =
            [
                .. ReportParts.Provenance(run, ProgramVersion.Text, ProgramVersion.ModelBuild),
                ("Replicates", $"{replicates} in each of {Channels.Cells} combinations, and as many without the anchor"),
                ("Scenario", ReportParts.Files(scenario)),
                ("Content hash", design.Hash),
            ],
            CommandLine = commandLine,
        };
    }

    /// <summary>The whole effect and the channel that contributes most; and which two channels interact most.</summary>
    public static IEnumerable<string> Answers(IReadOnlyList<OutcomeAttribution> outcomes) => [Answer(Headline(outcomes)), Interaction(Headline(outcomes))];

    /// <summary>The largest interaction, and whether it is told from 0 and from the others, in one sentence.</summary>
    internal static string Interaction(OutcomeAttribution outcome)
    {
        int leader = outcome.InteractionLead.Leader;
        Estimate index = outcome.InteractionOf(leader);
        if (index is { Mean: 0, StandardError: 0 })
        {
            return "No two channels interact.";
        }

        var scale = new AmountScale(outcome.Unit, index.Mean, index.HalfWidth);
        string p = $"p {ReportCell.Probability(outcome.InteractionPs[leader]).Text} by Holm’s correction for {Channels.Pairs.Count} pairs";
        string zero = index.Count < 2 || double.IsNaN(outcome.InteractionPs[leader]) ? "" : outcome.TellsInteraction(leader) ? $", told from 0 ({p})" : $", not told from 0 ({p})";
        return $"Largest mean interaction: {Channels.NameOf(Channels.Pairs[leader])}, {Text(index, scale)}{zero}{LeaderText.Doubt(outcome.InteractionLead, pair => Channels.NameOf(Channels.Pairs[pair]))}.";
    }

    /// <summary>The whole effect and the channel that contributes most, in one sentence.</summary>
    internal static string Answer(OutcomeAttribution outcome)
    {
        int leader = outcome.Leader;
        var scale = new AmountScale(outcome.Unit, [outcome.All, outcome.Total.Mean, .. outcome.Values.Select(value => value.Mean)]);
        string share = outcome.Total.Mean == 0 ? "" : $", {Amount.Percent(outcome.ShareOf(leader)).TrimStart('+')} of the whole";
        return $"The anchor’s six channels together move {OutcomeWords.Within(outcome.Outcome)} by {Text(outcome.Total, scale)}, to {scale.Of(outcome.All)}; "
            + $"{LeaderText.Name(outcome)} with {Text(outcome.Values[leader], scale)}{share}{LeaderText.Doubt(outcome)}.";
    }

    private static OutcomeAttribution Headline(IReadOnlyList<OutcomeAttribution> outcomes) => outcomes.First(outcome => outcome.Outcome == Headlines.EcosystemValue);

    private static string Text(Estimate estimate, AmountScale scale) => double.IsNaN(estimate.HalfWidth)
        ? scale.Signed(estimate.Mean)
        : $"{scale.Signed(estimate.Mean)} (± {scale.Of(estimate.HalfWidth)})";

    private static IEnumerable<Warning?> Warned(Scenario scenario, IReadOnlyList<OutcomeAttribution> outcomes, int replicates, string? fontProblem)
    {
        yield return Warnings.OfCompleteness(replicates, scenario.Plan.Parameters.Run.Replicates);
        yield return Warnings.OfReplicates(replicates);
        yield return Warnings.OfInterval("the channels’ whole effect", Headline(outcomes).Counterfactuals[0].Effect);
        string[] unclear = [.. Channels.Names.Where((_, channel) => Headline(outcomes).Values[channel] is { Count: > 1, IsClear: false } value && value.Mean != 0)];
        if (unclear.Length > 0)
        {
            yield return new Warning(
                WarningKind.IntervalCrossesZero,
                $"The interval of {(unclear.Length == 1 ? "this channel" : "each of these channels")} includes 0, so its sign is not known: {string.Join(", ", unclear)}.",
                $"Use more replicates: --replicates {4 * Math.Max(replicates, 5)} halves the intervals.");
        }

        yield return Warnings.OfAnchorScale(scenario.Plan);
        yield return Warnings.OfOverlap(scenario.Plan);
        yield return Warnings.OfEstimates(scenario);
        yield return Warnings.OfContestedLinks(scenario.Plan.Parameters);
        yield return Warnings.OfCalibration();
        yield return Warnings.OfFonts(fontProblem);
    }

    private static ReportTable ShapleyTable(IReadOnlyList<OutcomeAttribution> outcomes)
    {
        IEnumerable<ReportRow> channels = Channels.Names.Select((name, channel) => Row(name, outcome => outcome.Values[channel]));
        return new ReportTable(
            "Contribution of each channel",
            $"Shapley value ± half its 95 % confidence interval. Units: {string.Join(", ", outcomes.Select(outcome => $"{OutcomeWords.Within(outcome.Outcome)} in {outcome.Unit}"))}.",
            [new("Channel"), .. outcomes.Select(outcome => new ReportColumn(OutcomeWords.Of(outcome.Outcome), true))],
            [
                .. channels,
                Row("All six (premium)", outcome => outcome.Total),
                Row("The firm itself", outcome => Estimate.Of(outcome.Firm)),
            ]);

        ReportRow Row(string name, Func<OutcomeAttribution, Estimate> of) => new([name, .. outcomes.Select(outcome => Cell(of(outcome)))]);
    }

    private static ReportCell Cell(Estimate estimate) => new(
        SamePairs.AreZero(estimate.Mean, estimate.HalfWidth) ? SamePairs.NoReplicate
        : double.IsNaN(estimate.HalfWidth) ? Amount.Signed(estimate.Mean)
        : $"{Amount.Signed(estimate.Mean)} ± {ReadableNumber.Of(estimate.HalfWidth)}", estimate.Mean);

    private static ReportTable CounterfactualTable(IReadOnlyList<OutcomeAttribution> outcomes) => new(
        "Counterfactuals: the scenario against a world in which fewer channels work",
        "Difference: the scenario less that world. A channel works at the scenario’s strength or not at all: then the anchor has the terms of an average employer, cloud or investor in it. Premium: none works. Channel: all but one work, or only one. Firm: the anchor never existed. Rivals’ rows show what other hubs lost or gained.",
        [new("Outcome"), new("Kind"), new("World in which"), new("Scenario", true), new("That world", true), new("Difference", true), new("95 % CI", true), new("Unit")],
        [.. outcomes.SelectMany(outcome => outcome.Counterfactuals.Select(named => new ReportRow(
            [
                OutcomeWords.Of(outcome.Outcome), named.Kind, named.World, ReportCell.Number(named.Effect.First), ReportCell.Number(named.Effect.Second),
                ReportCell.Signed(named.Effect.Difference), ReportCell.Interval(named.Effect), outcome.Unit,
            ],
            named.Kind != "channel", ReportParts.Meaning(outcome.Outcome))))]);
}
