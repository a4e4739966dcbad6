using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Sweeps.Analysis;

namespace EcoSim.Reporting;

/// <summary>Whether the effect of one parameter of a grid depends on the other: in a sentence, and in a table of all outcomes.</summary>
public static class InteractionText
{
    /// <summary>How the numbers are to be read.</summary>
    public const string Reading =
        "Difference of differences: the effect where the other parameter is changed less that where it is at its base, within each replicate, which has the same luck at all four corners of the grid; "
        + "it is what both changes together add beyond the two alone. Base: of the least and the greatest value the one that the file names first. "
        + "95 % CI: Student interval of its mean. Each outcome stands for itself: of twenty without any interaction one shows an interval beyond 0 by chance.";

    /// <summary>Why a design of two parameters tells nothing of it.</summary>
    public const string WithoutCorners =
        "Whether the effect of one parameter depends on the other is not told: that takes points at all four corners, where each of the two is at its least or its greatest value, which a grid has (\"design\": \"grid\").";

    /// <summary>The difference of differences in one outcome, and what it tells.</summary>
    public static string Answer(Interaction interaction)
    {
        PairedDifference atBase = interaction.AtBase, changed = interaction.AtChanged, contrast = interaction.Contrast;
        double detectable = PairedEvidence.MinimumDetectableDifference(contrast.StandardError, contrast.Pairs);
        var scale = new AmountScale(interaction.Outcome.Unit, atBase.Difference, changed.Difference, contrast.Low, contrast.High, detectable);
        string effects = $"{interaction.Cause.Parameter.Path} from {Value(interaction.Cause, interaction.Cause.From)} to {Value(interaction.Cause, interaction.Cause.To)} "
            + $"changes {OutcomeWords.Within(interaction.Outcome.Observable.Name)} by {scale.Signed(atBase.Difference)} where {At(interaction.Condition, interaction.Condition.From)} "
            + $"and by {scale.Signed(changed.Difference)} where it is {Value(interaction.Condition, interaction.Condition.To)}: a difference of {scale.Signed(contrast.Difference)}";
        if (contrast.Pairs < 2)
        {
            return $"{effects} ({Amount.Count(contrast.Pairs, "replicate", "replicates")}: no interval, so luck and interaction cannot be told apart).";
        }

        string sure = $"{effects} (standard error {scale.Of(contrast.StandardError)}, {SamePairs.Sure(scale, contrast)}, paired over {contrast.Pairs} replicates)";
        return contrast switch
        {
            _ when SamePairs.AreZero(contrast) => $"{effects} in each of {contrast.Pairs} replicates. Together they do what the two do alone.",
            { Low: <= 0, High: >= 0 } => $"{sure}. The interval includes 0, so it is not known whether the effect is higher there or lower"
                + (double.IsNaN(detectable) ? "" : $"; to be found by so many replicates (80 % power) it would have to be {scale.Of(detectable)}") + $". {Sum(interaction, scale)}",
            _ => $"{sure}. {Verdict(interaction)} {Sum(interaction, scale)}",
        };
    }

    /// <summary>What both changes do together, against the sum of the two alone.</summary>
    private static string Sum(Interaction interaction, AmountScale scale)
    {
        PairedDifference contrast = interaction.Contrast;
        double together = interaction.Together, alone = interaction.Alone;
        if (contrast is { Low: <= 0, High: >= 0 })
        {
            return $"Whether together they add more or less than the two alone is not known (95 % CI {scale.Range(contrast.Low, contrast.High)}).";
        }

        // Counted in the direction in which they go, so that the interval has the sign of the word.
        int way = together < 0 && alone < 0 ? -1 : 1, sign = Math.Sign(contrast.Difference);
        string verb = together * alone > 0 ? $"{(way > 0 ? "add" : "take away")} " : $"come to {scale.Signed(together)}, ";
        string than = together * alone > 0 ? "the two alone" : $"the two alone ({scale.Signed(alone)})";
        double low = Math.Min(Math.Abs(contrast.Low), Math.Abs(contrast.High)), high = Math.Max(Math.Abs(contrast.Low), Math.Abs(contrast.High));
        return $"Together they {verb}{scale.Of(Math.Abs(contrast.Difference))} {(sign == way ? "more" : "less")} than {than} (95 % CI {scale.Range(low, high)}).";
    }

    /// <summary>What a difference of a known sign means: more or less only where both effects are known to go the same way, since an effect that lowers the outcome less is a higher one.</summary>
    private static string Verdict(Interaction interaction)
    {
        ParameterSpan cause = interaction.Cause, condition = interaction.Condition;
        (string first, string second) = (EndWords.Lower(condition.Parameter), EndWords.Upper(condition.Parameter));
        (first, second) = condition.From < condition.To ? (first, second) : (second, first);
        string where = $"where {condition.Parameter.Path} is {second}", rising = EndWords.Rising(cause.Parameter, "it");
        // Spoken of as the parameter rises, whichever end the file names first.
        int way = cause.From < cause.To ? 1 : -1;
        int atBase = way * Sign(interaction.AtBase), changed = way * Sign(interaction.AtChanged), more = way * Math.Sign(interaction.Contrast.Difference);
        return (atBase * changed) switch
        {
            > 0 => $"So it does {(more == changed ? "more" : "less")} {where}: {rising} {Verb(changed)} the outcome {EndWords.Both(condition.Parameter)}.",
            < 0 => $"So its effect turns its sign: {EndWords.Rising(cause.Parameter, cause.Parameter.Path)} {Verb(atBase)} the outcome where {condition.Parameter.Path} is {first}, and {Verb(changed)} it where that is {second}.",
            _ => $"So the effect of {rising} is {(more > 0 ? "higher" : "lower")} {where}.",
        };

        static string Verb(int sign) => sign > 0 ? "raises" : "lowers";
    }

    /// <summary>1 or -1 where the interval leaves out 0, otherwise 0.</summary>
    private static int Sign(PairedDifference effect) => effect switch { { Low: > 0 } => 1, { High: < 0 } => -1, _ => 0 };

    /// <summary>What the table asks.</summary>
    public static string Caption(IReadOnlyList<Interaction> interactions) =>
        $"Does the effect of {interactions[0].Cause.Parameter.Path} depend on {interactions[0].Condition.Parameter.Path}?";

    /// <summary>"cloud.priceFactor is 0.5".</summary>
    public static string At(ParameterSpan span, double value) => $"{span.Parameter.Path} is {Value(span, value)}";

    internal static ReportTable Table(IReadOnlyList<Interaction> interactions)
    {
        ParameterSpan cause = interactions[0].Cause, condition = interactions[0].Condition;
        return new ReportTable(
            Caption(interactions),
            $"Effect of {cause.Parameter.Path}: at {Value(cause, cause.To)} less at {Value(cause, cause.From)}, {Amount.Count(interactions[0].Contrast.Pairs, "replicate", "replicates")}. {Reading}",
            [
                new("Outcome"), new($"Where {At(condition, condition.From)}", true), new($"Where it is {Value(condition, condition.To)}", true), new("Difference", true),
                new("Standard error", true), new("95 % CI", true), new("Unit"),
            ],
            [.. interactions.Select(interaction => new ReportRow(
                [
                    SweptOutcome.Of(interaction.Outcome), ReportCell.Signed(interaction.AtBase.Difference), ReportCell.Signed(interaction.AtChanged.Difference), ReportCell.Signed(interaction.Contrast.Difference),
                    ReportCell.Number(interaction.Contrast.StandardError), ReportCell.Interval(interaction.Contrast), interaction.Outcome.Unit,
                ],
                Meaning: ReportParts.Meaning(interaction.Outcome.Observable.Name)))]);
    }

    /// <summary>A value as a person reads it.</summary>
    public static string Value(ParameterSpan span, double value) => ParameterAxis.Text(span.Parameter, value);
}
