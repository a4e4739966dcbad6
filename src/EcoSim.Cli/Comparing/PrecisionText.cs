using System.Globalization;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;

namespace EcoSim.Cli.Comparing;

/// <summary>Says whether the precision asked for was reached, and where not, what it would take.</summary>
internal static class PrecisionText
{
    public static string Of(PrecisionResult result, int pairs)
    {
        PrecisionVerdict verdict = result.Verdict;
        string asked = $"± {Share(result.Target.Share)} of the baseline's mean in {result.Headline}";
        if (verdict.State == PrecisionState.Reached)
        {
            return $"Precision: {asked} was asked for and is reached with {pairs} pairs: ± {Share(verdict.HalfWidth)}.";
        }

        string need = double.IsFinite(verdict.Needed)
            ? $"at the variance seen it needs about {ReadableNumber.Of(verdict.Needed)} pairs{(result.TimeLeft is { } left ? $" (about {Duration(left)} more)" : "")}"
            : "the baseline's mean is 0, so no number of pairs is enough";
        return $"Precision: {asked} was asked for and is not reached: {need}, and --most-replicates allows {result.Target.MostPairs}{(pairs < result.Target.MostPairs ? ", so no more were run" : "")}. With {pairs} pairs it is ± {Share(verdict.HalfWidth)}.";
    }

    /// <summary>A share as "4.8 %".</summary>
    public static string Share(double share) => double.IsFinite(share)
        ? (100 * share).ToString(share < 0.001 ? "0.0000" : share < 0.01 ? "0.00" : "0.0", CultureInfo.InvariantCulture).TrimEnd('0').TrimEnd('.') + " %"
        : "an unknown share";

    /// <summary>A time a person waits: "12 s", "5 min", "3 h".</summary>
    public static string Duration(TimeSpan time) => time.TotalSeconds < 100 ? $"{Math.Max(1, time.TotalSeconds):0} s"
        : time.TotalMinutes < 100 ? $"{time.TotalMinutes:0} min"
        : time.TotalHours < 100 ? $"{time.TotalHours:0} h"
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:#,0} days");
}
