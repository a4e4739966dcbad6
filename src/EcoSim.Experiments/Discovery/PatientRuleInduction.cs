namespace EcoSim.Experiments.Discovery;

/// <summary>A step of the peeling.</summary>
/// <param name="Box">The box.</param>
/// <param name="Score">How well it tells.</param>
public readonly record struct PeelingStep(ParameterBox Box, BoxScore Score);

/// <summary>
/// The patient rule induction method (Friedman and Fisher 1999, Statistics and Computing 9:123-143): from all of space a thin slice is peeled off
/// again and again, each time where it raises the density of points at which the statement holds the most.
/// </summary>
/// <param name="points">Points of the sweep.</param>
/// <param name="holds">Where the statement holds.</param>
internal sealed class PatientRuleInduction(IReadOnlyList<double[]> points, IReadOnlyList<bool> holds)
{
    /// <summary>Share of the box that one slice takes.</summary>
    private const double Slice = 0.05;

    /// <summary>Fewest points of a box, as a share of all and as a number.</summary>
    private const double LeastShare = 0.04;
    private const int LeastPoints = 5;

    private readonly int _parameters = points.Count == 0 ? 0 : points[0].Length;
    private readonly int _least = Math.Max(LeastPoints, (int)(LeastShare * points.Count));

    /// <summary>Boxes from all of space to the smallest, each inside the one before.</summary>
    public IReadOnlyList<PeelingStep> Peel()
    {
        ParameterBox box = ParameterBox.Whole(_parameters);
        var steps = new List<PeelingStep> { new(box, BoxScore.Of(box, points, holds)) };
        while (steps[^1].Score.Density < 1 && Best(box, steps[^1].Score) is { } next)
        {
            box = next;
            steps.Add(new(box, BoxScore.Of(box, points, holds)));
        }

        return steps;
    }

    /// <summary>The steps to take, the best first: of those as dense as was asked the one of most coverage, else the densest; without a density only the one with the best balance of both.</summary>
    /// <param name="steps">Steps of the peeling.</param>
    /// <param name="density">Least density of the box; null for the best balance.</param>
    public static IReadOnlyList<int> Choose(IReadOnlyList<PeelingStep> steps, double? density)
    {
        int[] dense = [.. steps.Index().Where(step => step.Item.Score.Density >= density).OrderByDescending(step => step.Item.Score.Coverage).Select(step => step.Index)];
        return density is null ? [steps.Index().MaxBy(step => step.Item.Score.Balance).Index]
            : dense.Length > 0 ? dense
            : [steps.Index().MaxBy(step => step.Item.Score.Density).Index];
    }

    /// <summary>The box with its ends put back out as long as that does not lower its density.</summary>
    public ParameterBox Paste(ParameterBox box)
    {
        BoxScore score = BoxScore.Of(box, points, holds);
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (ParameterBox wider in Wider(box))
            {
                BoxScore other = BoxScore.Of(wider, points, holds);
                if (other.Density >= score.Density && other.Hits > score.Hits)
                {
                    (box, score, changed) = (wider, other, true);
                    break;
                }
            }
        }

        return box;
    }

    private ParameterBox? Best(ParameterBox box, BoxScore score)
    {
        ParameterBox? best = null;
        double most = double.NegativeInfinity;
        foreach (ParameterBox candidate in Narrower(box))
        {
            BoxScore other = BoxScore.Of(candidate, points, holds);
            if (other.Points < _least || other.Points == score.Points)
            {
                continue;
            }

            // Levels of a list take more than a thin slice, so the gain is counted for each point given up.
            double gain = (other.Density - score.Density) / (score.Points - other.Points);
            if (gain > most)
            {
                (best, most) = (candidate, gain);
            }
        }

        return best;
    }

    private IEnumerable<ParameterBox> Narrower(ParameterBox box)
    {
        double[][] inside = [.. points.Where(box.Contains)];
        for (int parameter = 0; parameter < _parameters; parameter++)
        {
            double[] sorted = [.. inside.Select(point => point[parameter]).Order()];
            int slice = Math.Max(1, (int)(Slice * sorted.Length));

            // Where the slice ends among equal values, all of them go.
            double low = sorted[slice] > sorted[0] ? sorted[slice] : sorted.FirstOrDefault(value => value > sorted[0], double.NaN);
            double high = sorted[^(slice + 1)] < sorted[^1] ? sorted[^(slice + 1)] : sorted.LastOrDefault(value => value < sorted[^1], double.NaN);
            if (!double.IsNaN(low))
            {
                yield return box.With(parameter, low, box.High[parameter]);
            }

            if (!double.IsNaN(high))
            {
                yield return box.With(parameter, box.Low[parameter], high);
            }
        }
    }

    private IEnumerable<ParameterBox> Wider(ParameterBox box)
    {
        for (int parameter = 0; parameter < _parameters; parameter++)
        {
            ParameterBox open = box.Without(parameter);
            double[] sorted = [.. points.Where(open.Contains).Select(point => point[parameter]).Order()];
            int slice = Math.Max(1, (int)(Slice * sorted.Length));
            if (!double.IsInfinity(box.Low[parameter]))
            {
                double[] below = [.. sorted.Where(value => value < box.Low[parameter])];
                yield return box.With(parameter, below.Length > slice ? below[^slice] : double.NegativeInfinity, box.High[parameter]);
            }

            if (!double.IsInfinity(box.High[parameter]))
            {
                double[] above = [.. sorted.Where(value => value > box.High[parameter])];
                yield return box.With(parameter, box.Low[parameter], above.Length > slice ? above[slice - 1] : double.PositiveInfinity);
            }
        }
    }
}
