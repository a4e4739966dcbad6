using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Comparison;

/// <summary>The tables of a comparison.</summary>
public static class ComparisonCsv
{
    public const string EffectsName = "effects.csv";
    public const string DifferenceName = "difference.csv";
    public const string PairsName = "pairs.csv";
    public const string JointName = "joint.csv";

    private static readonly string[] EffectsHeader =
    [
        "other", "outcome", "unit", "baseline_mean", "other_mean", "difference", "ci_low", "ci_high", "relative", "same_sign_share",
        "variance_factor", "minimum_detectable", "p_adjusted", "replicates", "measure", "baseline_reached", "other_reached",
    ];

    private static readonly string[] ValueHeader = ["other", "part", "unit", "baseline_mean", "other_mean", "difference", "standard_error", "ci_low", "ci_high", "replicates"];

    private static readonly string[] PairsHeader = ["outcome", "replicate", "world", "value"];

    private static readonly string[] JointHeader =
        ["together", "parts", "outcome", "unit", "measure", "effect_together", "effects_summed", "difference", "standard_error", "ci_low", "ci_high", "p_adjusted", "replicates"];

    private static readonly string[] DifferenceHeader = ["other", "outcome", "month", "difference", "ci_low", "ci_high"];

    /// <summary>A row per other world and outcome.</summary>
    public static ReadOnlyMemory<byte> Effects(IEnumerable<PairedComparison> comparisons)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, EffectsHeader);
        foreach (PairedComparison comparison in comparisons)
        {
            foreach (Effect effect in comparison.Effects)
            {
                PairedDifference paired = effect.Paired;
                PairedEvidence evidence = effect.Evidence;
                text.Word(comparison.Other.Label).Word(effect.Outcome).Word(effect.Unit)
                    .Number(paired.Second).Number(paired.First).Number(paired.Difference).Number(paired.Low).Number(paired.High)
                    .Number(effect.Relative).Number(evidence.SameSignShare).Number(evidence.VarianceFactor)
                    .Number(evidence.MinimumDetectable).Number(effect.AdjustedP).Integer(paired.Pairs)
                    .Word(effect.Measure).Number(effect.Reached?.Baseline ?? double.NaN).Number(effect.Reached?.Other ?? double.NaN)
                    .EndRow();
            }
        }

        return text.Written;
    }

    /// <summary>A row per outcome, replicate and world, the baseline first: what every effect is made from.</summary>
    public static ReadOnlyMemory<byte> Pairs(IReadOnlyList<PairedComparison> comparisons)
    {
        var text = new CsvText(1 << 20);
        CsvTable.WriteHeader(text, PairsHeader);
        ComparedWorld[] worlds = [comparisons[0].Baseline, .. comparisons.Select(comparison => comparison.Other)];
        foreach (OutcomeMeasure outcome in comparisons[0].Outcomes)
        {
            for (int pair = 0; pair < worlds[0].Replicates.Count; pair++)
            {
                foreach (ComparedWorld world in worlds)
                {
                    text.Word(outcome.Name).Integer(world.Replicates[pair].Replicate).Word(world.Label).Number(outcome.Of(world.Replicates[pair].Series)).EndRow();
                }
            }
        }

        return text.Written;
    }

    /// <summary>A row per outcome for each world that unites the changes of others.</summary>
    public static ReadOnlyMemory<byte> Joint(IEnumerable<JointWorld> worlds)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, JointHeader);
        foreach (JointWorld world in worlds)
        {
            foreach (JointEffect effect in world.Effects)
            {
                PairedDifference paired = effect.Paired;
                text.Word(world.Together.Other.Label).Word(world.PartNames).Word(effect.Outcome.Name).Word(effect.Outcome.Unit).Word(effect.Outcome.Meaning)
                    .Number(paired.First).Number(paired.Second).Number(paired.Difference).Number(paired.StandardError).Number(paired.Low).Number(paired.High)
                    .Number(effect.AdjustedP).Integer(paired.Pairs).EndRow();
            }
        }

        return text.Written;
    }

    /// <summary>What the headline value is made of: a row per other world and part.</summary>
    public static ReadOnlyMemory<byte> Values(IEnumerable<PairedComparison> comparisons)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ValueHeader);
        foreach (PairedComparison comparison in comparisons)
        {
            foreach (ValueRow row in comparison.Value)
            {
                PairedDifference paired = row.Effect!.Value;
                text.Word(comparison.Other.Label).Word(row.Part.Name).Word(row.Part.Unit).Number(paired.Second).Number(paired.First).Number(paired.Difference)
                    .Number(paired.StandardError).Number(paired.Low).Number(paired.High).Integer(paired.Pairs).EndRow();
            }
        }

        return text.Written;
    }

    /// <summary>A row per other world, outcome and month.</summary>
    public static ReadOnlyMemory<byte> Differences(IEnumerable<PairedComparison> comparisons)
    {
        var text = new CsvText(1 << 20);
        CsvTable.WriteHeader(text, DifferenceHeader);
        foreach (PairedComparison comparison in comparisons)
        {
            for (int column = 0; column < comparison.Monthly.Count; column++)
            {
                for (int month = 0; month < comparison.Monthly[column].Length; month++)
                {
                    PairedDifference paired = comparison.Monthly[column][month];
                    text.Word(comparison.Other.Label).Word(Observables.All[column].Name).Integer(month)
                        .Number(paired.Difference).Number(paired.Low).Number(paired.High)
                        .EndRow();
                }
            }
        }

        return text.Written;
    }
}
