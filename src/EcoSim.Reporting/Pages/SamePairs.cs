using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Reporting;

/// <summary>Words in place of an interval that has no width: where every pair differs by the same, nothing is seen of luck, and "0 to 0" would pass for certainty.</summary>
public static class SamePairs
{
    /// <summary>What stands where nothing was observed to differ.</summary>
    public const string NoPair = "no pair differs";

    /// <summary>The same of runs that are not paired.</summary>
    public const string NoRun = "no run differs";

    /// <summary>What stands where a mean over replicates is 0 in all of them.</summary>
    public const string NoReplicate = "0 in every replicate";

    private const string EveryPair = "the same in every pair";

    /// <summary>The words; null where the pairs differ by different amounts, and below two of them.</summary>
    public static string? Of(PairedDifference paired) =>
        paired.Pairs < 2 || !IsNothing(paired.StandardError) ? null : IsNothing(paired.Difference) ? NoPair : EveryPair;

    /// <summary>True when nothing differs in any of two pairs or more.</summary>
    public static bool AreZero(PairedDifference paired) => Of(paired) == NoPair;

    /// <summary>True for both ends of an interval at 0, also where rounding has left a trace.</summary>
    public static bool AreZero(double low, double high) => IsNothing(low) && IsNothing(high);

    /// <summary>"95 % confidence interval 1.2 to 3.4 billion RMB", or the words.</summary>
    internal static string Sure(AmountScale scale, PairedDifference paired) => Of(paired) ?? $"95 % confidence interval {scale.Range(paired.Low, paired.High)}";

    private static bool IsNothing(double value) => ReadableNumber.Of(value) == "0";
}
