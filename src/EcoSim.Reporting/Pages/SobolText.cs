using System.Globalization;
using EcoSim.Experiments.Sensitivity;

namespace EcoSim.Reporting;

/// <summary>What estimates of Sobol indices tell and what they cannot, in words.</summary>
public static class SobolText
{
    /// <summary>Shares are shown to a hundredth: what is lost in that rounding is no contradiction, and no interaction.</summary>
    private const double Rounding = 0.005;

    private const int MostNamed = 3;

    /// <summary>True when the whole interval by which the total exceeds the first order lies above what the luck of the replicates gives it; with one replicate that is not known.</summary>
    public static bool TellsInteractions(SobolIndex index) => index.Interactions.Low > Math.Max(Rounding, index.Interactions.NoiseFloor);

    /// <summary>True when the total is estimated below the first order, which it contains: the sample is too small for what lies between them.</summary>
    public static bool Contradicts(SobolIndex index) => index.First.Value - index.Total.Value > Rounding;

    /// <summary>The parameters of an outcome whose interactions are not told, in one sentence; null when there are none.</summary>
    public static string? Untold(SensitivityResult result, OutcomeIndices outcome)
    {
        string[] paths = [.. outcome.Indices.Where(Contradicts).Select(index => Kept(result, index.Parameter))];
        string named = paths.Length > MostNamed ? $"{paths.Length} parameters" : string.Join(" and ", paths);
        return paths.Length == 0 ? null
            : $"Of {named} the total is estimated below the first order, which is a part of it: "
                + $"{Sample(result)} are too few to tell interactions (--points and --replicates give more).";
    }

    /// <summary>What a parameter explains by itself and with its interactions, on what condition, and how well it is known.</summary>
    public static string Explains(SensitivityResult result, SobolIndex index)
    {
        string condition = result.Kept.Count == result.Parameters.Count
            ? $"when all {result.Kept.Count} parameters vary"
            : $"when {Amount.Count(result.Kept.Count, "parameter varies", "parameters vary")} ({Held(result.Parameters.Count - result.Kept.Count)})";
        if (IsVague(index.First))
        {
            return $"Of the variance {condition}, {Kept(result, index.Parameter)} has the largest total, but {Sample(result)} are too few to give its share: "
                + "the 95 % interval of what it explains by itself is wider than from 0 to 100\u00A0% (--points and --replicates give more).";
        }

        string explains = $"Of the variance {condition}, {Kept(result, index.Parameter)} explains {Share(index.First)} by itself";
        double more = index.Interactions.Value, floor = index.Interactions.NoiseFloor;
        return TellsInteractions(index) ? $"{explains} and {Share(index.Total)} with its interactions."
            : Contradicts(index) ? $"{explains}; the sample is too small to tell its interactions."
            : double.IsNaN(floor) ? $"{explains}; its total is {Share(index.Total)}, of which one replicate does not tell how much is luck, so interactions are not told."
            : more > Rounding ? $"{explains}; its total, {Percent(index.Total.Value)}, is higher by {Share(index.Interactions)}, not clearly above what the luck of the replicates gives (noise floor {Percent(floor)}), so no interaction is told."
            : $"{explains}; its total is no higher, so it shows no interaction.";
    }

    /// <summary>Which of the parameters screened have no indices, above all those that move this outcome more than one that has; null when all have them.</summary>
    /// <param name="result">The analysis.</param>
    /// <param name="outcome">Place of the outcome.</param>
    public static string? LeftOut(SensitivityResult result, int outcome)
    {
        MorrisEffect[] left = [.. result.Effects[outcome].Effects.Where(effect => !result.Kept.Contains(effect.Parameter)).OrderByDescending(effect => effect.MuStar.Value)];
        if (left.Length == 0 || result.Kept.Count == 0)
        {
            return null;
        }

        MorrisEffect least = result.Effects[outcome].Effects.Where(effect => result.Kept.Contains(effect.Parameter)).MinBy(effect => effect.MuStar.Value)!;
        MorrisEffect[] above = [.. left.Where(effect => effect.MuStar.IsClear && effect.MuStar.Value > least.MuStar.Value)];
        string held = $"{Amount.Count(left.Length, "parameter", "parameters")} of the {result.Parameters.Count} screened had no part in these indices: {Named(left)}.";
        return above.Length == 0 ? held
            : $"{held} Of these {Named(above)} {(above.Length == 1 ? "moves" : "move")} this outcome more in the screening than {result.Parameters[least.Parameter].Path}, which was kept for other outcomes or by a narrow margin; what "
                + $"{(above.Length == 1 ? "it explains" : "they explain")} is not in these shares (--keep takes more).";

        string Named(MorrisEffect[] effects) => string.Join(", ", effects.Take(MostNamed).Select(effect => result.Parameters[effect.Parameter].Path))
            + (effects.Length > MostNamed ? $" and {effects.Length - MostNamed} more" : "");
    }

    private static string Held(int others) => others == 1 ? "the other held at the scenario’s value" : $"the {others} others held at the scenario’s values";

    private static string Kept(SensitivityResult result, int parameter) => result.Parameters[result.Kept[parameter]].Path;

    /// <summary>True when the interval of a share is wider than all that a share can be.</summary>
    private static bool IsVague(SensitivityIndex index) => index.High - index.Low > 1;

    private static string Sample(SensitivityResult result) =>
        $"{Amount.Count(result.BasePoints, "base point", "base points")} and {Amount.Count(result.Experiment.Replicates, "replicate", "replicates")}";

    /// <summary>"65.2 % (95 % CI 50.1 to 80.3 %)", cut off at 0 and 100 %, where estimates may lie beyond but no share does.</summary>
    private static string Share(SensitivityIndex index) => double.IsNaN(index.Low)
        ? Percent(Cut(index.Value))
        : $"{Percent(Cut(index.Value))} (95 % CI {Number(Cut(index.Low))} to {Percent(Cut(index.High))})";

    private static double Cut(double share) => Math.Clamp(share, 0, 1);

    private static string Percent(double share) => $"{Number(share)}\u00A0%";

    private static string Number(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture).Replace('-', '−');
}
