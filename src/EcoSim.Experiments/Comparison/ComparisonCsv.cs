using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Comparison;

/// <summary>The tables of a comparison.</summary>
public static class ComparisonCsv
{
    public const string EffectsName = "effects.csv";
    public const string DifferenceName = "difference.csv";

    private static readonly string[] EffectsHeader =
    [
        "other", "outcome", "unit", "baseline_mean", "other_mean", "difference", "ci_low", "ci_high", "relative", "same_sign_share",
        "variance_factor", "minimum_detectable", "p_adjusted", "replicates", "measure", "baseline_reached", "other_reached",
    ];

    private static readonly string[] ValueHeader = ["other", "part", "unit", "baseline_mean", "other_mean", "difference", "standard_error", "ci_low", "ci_high", "replicates"];

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
