using EcoSim.Experiments.Sensitivity;

namespace EcoSim.Reporting;

/// <summary>What estimates of Sobol indices cannot tell, in words.</summary>
public static class SobolText
{
    /// <summary>Shares are shown to a hundredth: what is lost in that rounding is no contradiction.</summary>
    private const double Rounding = 0.005;

    private const int MostNamed = 3;

    /// <summary>False when the total is estimated below the first order, which it contains: the sample is too small for what lies between them.</summary>
    public static bool TellsInteractions(SobolIndex index) => !(index.First.Value - index.Total.Value > Rounding);

    /// <summary>The parameters of an outcome whose interactions are not told, in one sentence; null when there are none.</summary>
    public static string? Untold(SensitivityResult result, OutcomeIndices outcome)
    {
        string[] paths = [.. outcome.Indices.Where(index => !TellsInteractions(index)).Select(index => result.Parameters[result.Kept[index.Parameter]].Path)];
        string named = paths.Length > MostNamed ? $"{paths.Length} parameters" : string.Join(" and ", paths);
        return paths.Length == 0 ? null
            : $"Of {named} the total is estimated below the first order, which is a part of it: {Amount.Count(result.BasePoints, "base point", "base points")} and "
                + $"{Amount.Count(result.Experiment.Replicates, "replicate", "replicates")} are too few to tell interactions (--points and --replicates give more).";
    }
}
