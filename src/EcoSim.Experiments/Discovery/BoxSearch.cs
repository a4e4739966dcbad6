using MathNet.Numerics.Distributions;

namespace EcoSim.Experiments.Discovery;

/// <summary>A limit of a box on one parameter, and whether it could be chance.</summary>
/// <param name="Parameter">Which parameter.</param>
/// <param name="Low">Lower end; −∞ for none.</param>
/// <param name="High">Upper end; +∞ for none.</param>
/// <param name="PValue">Chance of so many hits were the density in the box that without this limit (binomial; Bryant and Lempert 2010).</param>
public readonly record struct BoxLimit(int Parameter, double Low, double High, double PValue);

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
    /// <summary>Limits less sure than this are left out.</summary>
    private const double Significant = 0.05;

    /// <summary>The box; all of space when no limit is sure.</summary>
    /// <param name="points">Points of the sweep.</param>
    /// <param name="holds">Where the statement holds.</param>
    /// <param name="density">Least density asked for; null for the best balance of density and coverage.</param>
    public static FoundBox Find(IReadOnlyList<double[]> points, IReadOnlyList<bool> holds, double? density)
    {
        var induction = new PatientRuleInduction(points, holds);
        IReadOnlyList<PeelingStep> steps = induction.Peel();
        int chosen = PatientRuleInduction.Choose(steps, density);
        ParameterBox box = induction.Paste(steps[chosen].Box);
        while (LeastSure(box, points, holds) is { } limit && !(limit.PValue < Significant))
        {
            box = box.Without(limit.Parameter);
        }

        BoxLimit[] limits = [.. Limits(box, points, holds).OrderBy(limit => limit.PValue)];
        return new FoundBox(box, BoxScore.Of(box, points, holds), limits, steps, chosen);
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
