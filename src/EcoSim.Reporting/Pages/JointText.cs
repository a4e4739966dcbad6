using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Reporting;

/// <summary>Whether changes do more together than the sum of what they do singly.</summary>
public static class JointText
{
    /// <summary>How the table is to be read.</summary>
    public const string Reading =
        "Together: effect of the world that has all these changes. Summed: the effects of the worlds that have some of them each, added up. Difference: together less summed, replicate by replicate, with its 95 % "
        + "confidence interval (Student’s t), each outcome by itself. p adj.: of no difference, corrected (Holm) for these outcomes. "
        + "The headline, in the first row, was named beforehand and is read by its own interval, uncorrected; the others by p adj.";

    /// <summary>What is found for the headline, in a sentence.</summary>
    public static string Of(JointWorld world)
    {
        JointEffect headline = world.Effects[0];
        PairedDifference paired = headline.Paired;
        var scale = new AmountScale(headline.Outcome.Unit, paired.First, paired.Second, paired.Difference, paired.Low, paired.High);
        string singly = string.Join(" and ", world.Parts.Select(part => $"“{part.Other.Label}”"));
        string found = $"Together, as “{world.Together.Other.Label}”, the changes of {singly} move {OutcomeWords.Within(headline.Outcome.Name)} by {scale.Signed(paired.First)}; summed singly by {scale.Signed(paired.Second)}: "
            + $"a paired difference of {(paired.Difference == 0 || SamePairs.AreZero(paired) ? "0" : scale.Signed(paired.Difference))}";
        string idle = Idle(world);
        return paired switch
        {
            { Pairs: < 2 } => $"{found} (one pair of replicates: no interval).{idle}",
            _ when SamePairs.AreZero(paired) => idle.Length > 0 ? $"{found}.{idle}" : $"{found}, so they add up exactly.",
            { Low: <= 0, High: >= 0 } => $"{found} ({Sure()}); the interval includes 0, so it is not known whether they do more or less together.{idle}",
            _ => $"{found} ({Sure()}), so the joint effect is {(paired.Difference > 0 ? "above" : "below")} the sum.{idle}",
        };

        string Sure() => $"{SamePairs.Sure(scale, paired)}, {Amount.Count(paired.Pairs, "pair", "pairs")} of replicates";
    }

    /// <summary>Which parts move the headline in no replicate, so that there is nothing to add; empty when all do.</summary>
    private static string Idle(JointWorld world)
    {
        string[] idle = [.. world.Parts.Where(part => part.Headline.Paired is { Difference: 0 } paired && !(paired.StandardError > 0)).Select(part => $"“{part.Other.Label}”")];
        return idle.Length == 0 ? "" : $" {string.Join(" and ", idle)} alone {(idle.Length == 1 ? "moves" : "move")} nothing here.";
    }

    /// <summary>Every outcome of it.</summary>
    internal static ReportTable Table(JointWorld world) => new(
        $"“{world.Together.Other.Label}” against the sum of {world.PartNames}", Reading,
        [new("Outcome"), new("Together", true), new("Summed", true), new("Difference", true), new("95 % CI", true), new("p adj.", true), new("Unit")],
        [.. world.Effects.Select(effect => new ReportRow(
            [
                OutcomeWords.Of(effect.Outcome.Name), ReportCell.Signed(effect.Paired.First), ReportCell.Signed(effect.Paired.Second), ReportCell.Signed(effect.Paired.Difference),
                ReportCell.Interval(effect.Paired), ReportCell.Probability(effect.AdjustedP), effect.Outcome.Unit,
            ],
            Meaning: ReportParts.Meaning(effect.Outcome.Name) is { Length: > 0 } known ? known : effect.Outcome.Meaning))]);
}
