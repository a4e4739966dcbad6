using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Reporting;

/// <summary>What a corrected p-value is, for someone who has not met one.</summary>
public static class HolmText
{
    /// <summary>In a few sentences; null where nothing was tested.</summary>
    /// <param name="effects">Effects of one world, tested together.</param>
    /// <param name="worlds">Worlds that are compared with the baseline, each of them corrected by itself.</param>
    public static string? Of(IReadOnlyList<Effect> effects, int worlds)
    {
        int tests = effects.Count(effect => !double.IsNaN(effect.AdjustedP)), found = effects.Count(effect => effect.AdjustedP < HolmAdjustment.Level);
        int certain = effects.Count(effect => effect.IsTold && double.IsNaN(effect.AdjustedP));
        return tests == 0
            ? null
            : $"the chance of so large a difference if nothing but luck were at work, raised (Holm's correction) because among {tests} outcomes some look moved by luck alone; "
                + $"so corrected, the chance of even one false alarm among {(worlds > 1 ? "this world's outcomes" : "those")} below 0.05 is at most 5 %{Each(worlds)}. "
                + $"{found} of {tests} {(found == 1 ? "is" : "are")} below 0.05{Certain(certain)}. The headline was named beforehand and is read by its own interval, uncorrected.";
    }

    private static string Certain(int count) => count == 0 ? ""
        : $"; {count} more, without a p, {(count == 1 ? "differs" : "differ")} by the same in every pair and {(count == 1 ? "needs" : "need")} no test";

    private static string Each(int worlds) => worlds > 1 ? $", and each of the {worlds} worlds has that chance again" : "";
}
