using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Analysis;

namespace EcoSim.Reporting;

/// <summary>What the interval of a parameter's effect rests on, in words: in a balanced design only luck blurs it, in any other also the chance by which the other parameters differ.</summary>
public static class EffectInterval
{
    /// <summary>"paired over 10 replicates with the same luck".</summary>
    public static string Basis(SweepTable table) =>
        table.IsBalanced ? $"paired over {Amount.Count(table.Replicates, "replicate", "replicates")} with the same luck"
        : table.Replicates < 2 ? "over the points (it holds the chance by which the other parameters differ between them)"
        : $"over the points and {table.Replicates} replicates (it holds the chance by which the other parameters differ between points, and luck)";

    /// <summary>A sentence on the interval.</summary>
    public static string Of(SweepTable table) => $"95 % CI: Student, {Basis(table)}."
        + (table.Design switch
        {
            DesignKind.Sobol => " Points of a Sobol sequence lie more evenly than by chance, so it is rather too wide.",
            DesignKind.Csv => " It takes the points of the file as chosen by chance.",
            _ => "",
        });

    /// <summary>"74.4 % (95 % CI 60.1 to 85.0 %)"; empty where a share says nothing.</summary>
    internal static string Share(SweepTable table, MainEffect effect, int outcome)
    {
        if (table.Design == DesignKind.OneAtATime || double.IsNaN(effect.Share))
        {
            return "";
        }

        var share = VarianceShare.Of(table, effect, outcome);
        string value = Amount.Percent(share.Value).TrimStart('+');
        return double.IsNaN(share.Low) ? value : $"{value} (95 % CI {Amount.Percent(share.Low).TrimStart('+').Replace("\u00A0%", "")} to {Amount.Percent(share.High).TrimStart('+')})";
    }
}
