using MathNet.Numerics.Distributions;

namespace EcoSim.Experiments.Discovery;

/// <summary>A limit of a box on one parameter, and whether it could be chance.</summary>
/// <param name="Parameter">Which parameter.</param>
/// <param name="Low">Lower end; −∞ for none.</param>
/// <param name="High">Upper end; +∞ for none.</param>
/// <param name="PValue">Chance of so many hits were the density in the box that without this limit (binomial; Bryant and Lempert 2010). The limit was sought among many: not corrected for that.</param>
public readonly record struct BoxLimit(int Parameter, double Low, double High, double PValue)
{
    /// <summary>Limits less sure than this could be chance.</summary>
    private const double Significant = 0.05;

    /// <summary>False where it could be chance, even before the search is thought of.</summary>
    public bool IsSure => PValue < Significant;
}

/// <summary>A box that was found.</summary>
/// <param name="Box">The box.</param>
/// <param name="Score">How well it tells.</param>
/// <param name="Limits">Its limits, the surest first.</param>
/// <param name="Steps">The peeling that led to it.</param>
/// <param name="Chosen">The step that was taken.</param>
public sealed record FoundBox(ParameterBox Box, BoxScore Score, IReadOnlyList<BoxLimit> Limits, IReadOnlyList<PeelingStep> Steps, int Chosen);

/// <summary>Finds a box by peeling, pasting, and leaving out the limits that could be chance.</summary>
internal static class BoxSearch
{
    /// <summary>The box; all of space when no limit is sure.</summary>
    /// <param name="points">Points of the sweep.</param>
    /// <param name="holds">Where the statement holds.</param>
    /// <param name="density">Least density asked for; null for the best balance of density and coverage.</param>
    public static FoundBox Find(IReadOnlyList<double[]> points, IReadOnlyList<bool> holds, double? density)
    {
        var induction = new PatientRuleInduction(points, holds);
        IReadOnlyList<PeelingStep> steps = induction.Peel();

        // Leaving limits out makes a box less dense, so what was asked may take a later step; where none gives it, the densest is next to it.
        FoundBox? densest = null;
        foreach (int step in PatientRuleInduction.Choose(steps, density))
        {
            FoundBox found = At(step);
            if (density is null || found.Score.Density >= density)
            {
                return found;
            }

            densest = densest is null || found.Score.Density > densest.Score.Density ? found : densest;
        }

        return densest!;

        FoundBox At(int step)
        {
            ParameterBox box = induction.Paste(steps[step].Box);
            while (LeastSure(box, points, holds) is { } limit && !limit.IsSure)
            {
                box = box.Without(limit.Parameter);
            }

            return new FoundBox(box, BoxScore.Of(box, points, holds), [.. Limits(box, points, holds).OrderBy(limit => limit.PValue)], steps, step);
        }
    }

    private static BoxLimit? LeastSure(ParameterBox box, IReadOnlyList<double[]> points, IReadOnlyList<bool> holds)
    {
        BoxLimit[] limits = [.. Limits(box, points, holds)];
        return limits.Length == 0 ? null : limits.MaxBy(limit => limit.PValue);
    }

    private static IEnumerable<BoxLimit> Limits(ParameterBox box, IReadOnlyList<double[]> points, IReadOnlyList<bool> holds)
    {
        BoxScore score = BoxScore.Of(box, points, holds);
        for (int parameter = 0; parameter < box.Low.Length; parameter++)
        {
            if (box.Restricts(parameter))
            {
                double without = BoxScore.Of(box.Without(parameter), points, holds).Density;
                double p = score.Hits == 0 || without >= 1 ? 1 : 1 - Binomial.CDF(without, score.Points, score.Hits - 1);
                yield return new BoxLimit(parameter, box.Low[parameter], box.High[parameter], Math.Max(0, p));
            }
        }
    }
}
