using EcoSim.Experiments.Validation;

namespace EcoSim.Reporting;

/// <summary>How many figures agree: those that come out of the model apart from those that are put in, since only the first test it.</summary>
public static class ScorecardText
{
    /// <summary>A sentence on outcomes, with which of them chance may decide, and one on inputs.</summary>
    public static string Of(Scorecard scorecard) => $"{OfOutcomes(scorecard)} {OfInputs(scorecard)}".Trim();

    /// <summary>"10 of 10 outcomes are in band; the 9 inputs are set from their sources", for a title.</summary>
    internal static string Title(Scorecard scorecard)
    {
        int outcomes = scorecard.Outcomes.Count, inputs = scorecard.Inputs.Count;
        string tested = outcomes == 0 ? "No outcome is among the figures" : $"{Agreeing(scorecard.Outcomes)} of {Amount.Count(outcomes, "outcome is", "outcomes are")} in band";
        int failing = inputs - Agreeing(scorecard.Inputs);
        return (inputs, failing) switch
        {
            (0, _) => tested,
            (1, 0) => $"{tested}; the input is set from its source",
            (_, 0) => $"{tested}; the {inputs} inputs are set from their sources",
            _ => $"{tested}; {failing} of {Amount.Count(inputs, "input is", "inputs are")} not",
        };
    }

    /// <summary>Outcomes that chance may decide.</summary>
    internal static IReadOnlyList<string> NearEdge(Scorecard scorecard) => Ids(scorecard.Outcomes, row => row.ChanceMayDecide);

    private static string OfOutcomes(Scorecard scorecard) => scorecard.Outcomes.Count == 0
        ? "No outcome of the model is among the figures."
        : $"Outcomes of the model (emergent figures): {Counted(scorecard.Outcomes)}{Named(NearEdge(scorecard), "so near an edge that chance may decide")}.";

    private static string OfInputs(Scorecard scorecard)
    {
        if (scorecard.Inputs.Count == 0)
        {
            return "";
        }

        IReadOnlyList<string> lucky = Ids(scorecard.Inputs, row => row.Estimate.StandardError > 0);
        return $"Inputs, set from their sources and so no test of the model: {Counted(scorecard.Inputs)}{Named(lucky, "measured, with luck in it")}{Named(Ids(scorecard.Inputs, row => row.ChanceMayDecide), "so near an edge that chance may decide")}.";
    }

    private static string Counted(IReadOnlyList<ScorecardRow> rows) => $"{Agreeing(rows)} of {rows.Count} in band"
        + Named(Ids(rows, row => row.Verdict == Verdict.OutOfBand), "out of band") + Named(Ids(rows, row => row.Verdict == Verdict.NotMeasurable), "not measurable here");

    private static int Agreeing(IReadOnlyList<ScorecardRow> rows) => rows.Count(row => row.Verdict == Verdict.InBand);

    private static string[] Ids(IEnumerable<ScorecardRow> rows, Func<ScorecardRow, bool> holds) => [.. rows.Where(holds).Select(row => row.Target.Id)];

    private static string Named(IReadOnlyList<string> ids, string words) => ids.Count == 0 ? "" : $"; {words}: {string.Join(", ", ids)}";
}
