namespace EcoSim.Experiments.Statistics;

/// <summary>Difference of an outcome's mean between two groups of points, with an interval that holds both the chance by which points came into a group and the luck of the replicates.</summary>
/// <remarks>
/// Points and replicates are crossed: replicate r has the same luck at every point. With p points in a group, s² the variance of their means, and R replicates,
/// V = s₁²/p₁ + s₂²/p₂ + max(0, V_R − V_PR): V_R is the squared standard error of the difference over replicates, V_PR what luck of each point's own contributes to it, which the
/// first two terms hold already (two-way clustering: Cameron, Gelbach and Miller 2011, Journal of Business and Economic Statistics 29:238). Degrees of freedom: Welch and Satterthwaite,
/// rounded down. Points that lie more evenly than independent ones (a Sobol sequence, a Latin hypercube) mostly make it too wide.
/// </remarks>
public static class PointsDifference
{
    /// <summary>First group less second; without an interval below two points in either.</summary>
    /// <param name="first">For each point of a group its replicates, in the same order at every point; NaN where missing, one value where only a mean is at hand.</param>
    /// <param name="second">The other group.</param>
    public static MeanDifference Of(IReadOnlyList<double[]> first, IReadOnlyList<double[]> second)
    {
        Spread one = OverPoints(first), other = OverPoints(second);
        if (Shared(first, second) is not { } shared)
        {
            return MeanDifference.Of(one.Mean - other.Mean, double.NaN, 0);
        }

        List<(double Variance, double Degrees)> terms = [(Square(one.StandardError), one.Count - 1.0), (Square(other.StandardError), other.Count - 1.0), .. shared];
        double variance = terms.Sum(term => term.Variance);
        double degrees = Square(variance) / terms.Sum(term => Square(term.Variance) / term.Degrees);

        // Where nothing varies the degrees do not matter, only that there are some.
        int whole = one.Count < 2 || other.Count < 2 ? 0 : variance > 0 ? Math.Max(1, (int)degrees) : 1;
        return MeanDifference.Of(one.Mean - other.Mean, Math.Sqrt(variance), whole);
    }

    /// <summary>
    /// What luck shared by all points adds: V_R and −V_PR, or nothing where the second is the larger or there is one replicate. Where runs are missing it is taken
    /// from the points that have them all, since it does not depend on which points share it; null where fewer than two of a group do.
    /// </summary>
    private static IEnumerable<(double Variance, double Degrees)>? Shared(IReadOnlyList<double[]> first, IReadOnlyList<double[]> second)
    {
        int replicates = first.Concat(second).Select(point => point.Length).DefaultIfEmpty(0).Max();
        if (replicates < 2 || first.Count < 2 || second.Count < 2)
        {
            return [];
        }

        double[][] one = Whole(first, replicates), other = Whole(second, replicates);
        if (one.Length < 2 || other.Length < 2)
        {
            return null;
        }

        int[] all = [.. Enumerable.Range(0, replicates)];
        double[] differences = [.. all.Select(replicate => one.Average(point => point[replicate]) - other.Average(point => point[replicate]))];
        double shared = Square(Spread.Of(differences).StandardError), own = Own(one, all) + Own(other, all);
        return shared > own ? [(shared, replicates - 1.0), (-own, (replicates - 1.0) * (one.Length + other.Length - 2.0))] : [];
    }

    private static double[][] Whole(IReadOnlyList<double[]> group, int replicates) => [.. group.Where(point => point.Length == replicates && !point.Any(double.IsNaN))];

    /// <summary>Variance of a group's mean by luck that each point has for itself: what neither point nor replicate explains, over points and replicates.</summary>
    private static double Own(IReadOnlyList<double[]> group, int[] replicates)
    {
        double[] byPoint = [.. group.Select(point => replicates.Average(replicate => point[replicate]))];
        double[] byReplicate = [.. replicates.Select(replicate => group.Average(point => point[replicate]))];
        double all = byPoint.Average(), squares = 0;
        for (int point = 0; point < group.Count; point++)
        {
            for (int i = 0; i < replicates.Length; i++)
            {
                squares += Square(group[point][replicates[i]] - byPoint[point] - byReplicate[i] + all);
            }
        }

        return squares / ((group.Count - 1.0) * (replicates.Length - 1.0)) / group.Count / replicates.Length;
    }

    private static Spread OverPoints(IReadOnlyList<double[]> group) => Spread.Of([.. group.Select(point => Spread.Of(point).Mean)]);

    private static double Square(double x) => x * x;
}
