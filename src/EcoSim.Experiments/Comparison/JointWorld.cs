using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Comparison;

/// <summary>What changes do together against the sum of what they do singly, for one outcome.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Paired">Replicate by replicate: first the effect of the world with all changes, second the sum of the effects of the worlds with some of them each.</param>
/// <param name="AdjustedP">P-value of no difference, adjusted by Holm over the outcomes of this world; NaN where there is no test.</param>
public sealed record JointEffect(OutcomeMeasure Outcome, PairedDifference Paired, double AdjustedP);

/// <summary>A world whose changes are exactly those of some other worlds, so that joint effect and sum of single effects can be held against each other.</summary>
/// <param name="Together">The world with all changes.</param>
/// <param name="Parts">Worlds whose changes it unites, no change in two of them; as many as there are.</param>
/// <param name="Effects">The headline first, then the other headline outcomes, or all that were declared.</param>
public sealed record JointWorld(PairedComparison Together, IReadOnlyList<PairedComparison> Parts, IReadOnlyList<JointEffect> Effects)
{
    /// <summary>What the table and the sentence call the parts: "a + b".</summary>
    public string PartNames => string.Join(" + ", Parts.Select(part => part.Other.Label));

    /// <summary>Every such world among some that were compared with one baseline.</summary>
    public static IReadOnlyList<JointWorld> Among(IReadOnlyList<PairedComparison> comparisons) =>
        [.. comparisons.Select(together => (together, Parts: PartsOf(together, comparisons))).Where(found => found.Parts.Count > 1).Select(found => Of(found.together, found.Parts))];

    private static JointWorld Of(PairedComparison together, IReadOnlyList<PairedComparison> parts)
    {
        string headline = together.Headline.Outcome;
        OutcomeMeasure[] outcomes =
        [
            .. together.Outcomes.Where(outcome => together.Declared || Headlines.Outcomes.Contains(outcome.Name)).OrderBy(outcome => outcome.Name == headline ? 0 : 1)
                .ThenBy(outcome => together.Declared ? 0 : Headlines.Outcomes.Index().First(known => known.Item == outcome.Name).Index),
        ];
        PairedDifference[] paired = [.. outcomes.Select(outcome => PairedDifference.Of(EffectOf(together, outcome), Sum([.. parts.Select(part => EffectOf(part, outcome))])))];
        double[] adjusted = HolmAdjustment.Of([.. paired.Select(difference => PairedEvidence.PValueOf(difference.Difference, difference.StandardError, difference.Pairs))]);
        return new JointWorld(together, parts, [.. outcomes.Select((outcome, place) => new JointEffect(outcome, paired[place], adjusted[place]))]);
    }

    /// <summary>Other less baseline, replicate by replicate.</summary>
    private static double[] EffectOf(PairedComparison comparison, OutcomeMeasure outcome) =>
        [.. comparison.Other.Replicates.Zip(comparison.Baseline.Replicates, (other, baseline) => outcome.Of(other.Series) - outcome.Of(baseline.Series))];

    private static double[] Sum(double[][] effects) => [.. Enumerable.Range(0, effects[0].Length).Select(replicate => effects.Sum(effect => effect[replicate]))];

    /// <summary>The largest number of worlds whose changes, none of them twice, make up those of one world; none when there are no two.</summary>
    private static IReadOnlyList<PairedComparison> PartsOf(PairedComparison together, IReadOnlyList<PairedComparison> comparisons)
    {
        var all = together.Changes.ToHashSet();
        PairedComparison[] within = [.. comparisons.Where(other => other.Changes.Count > 0 && other.Changes.Count < all.Count && all.IsSupersetOf(other.Changes))];
        return Cover(all) ?? [];

        List<PairedComparison>? Cover(HashSet<PlanChange> left)
        {
            if (left.Count == 0)
            {
                return [];
            }

            // Some part must hold the first change that is left.
            PlanChange first = together.Changes.First(left.Contains);
            List<PairedComparison>? most = null;
            foreach (PairedComparison part in within.Where(part => part.Changes.Contains(first) && left.IsSupersetOf(part.Changes)))
            {
                if (Cover([.. left.Except(part.Changes)]) is { } rest && rest.Count + 1 > (most?.Count ?? 0))
                {
                    most = [part, .. rest];
                }
            }

            return most;
        }
    }
}
