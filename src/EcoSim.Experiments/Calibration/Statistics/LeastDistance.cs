namespace EcoSim.Experiments.Calibration;

/// <summary>The point at which the surfaces come nearest to the figures.</summary>
/// <remarks>
/// Simulated moments (McFadden 1989, Econometrica 57:995-1026; Duffie and Singleton 1993, Econometrica 61:929-952), each weighted by the inverse of its variance and of the doubt about
/// the figure, minimised by Levenberg-Marquardt steps within the cube. A slight pull toward the scenario's own values decides where figures leave a direction open: nothing is
/// changed for nothing.
/// </remarks>
internal static class LeastDistance
{
    /// <summary>Weight of a move by the prior's standard deviation, against a figure missed by one standard deviation.</summary>
    private const double Pull = 0.05;

    private const double PriorVariance = 1.0 / 12, Wall = 0.005, Difference = 1e-5;
    private const int MostSteps = 60;

    /// <summary>The best point found from any of the starts.</summary>
    /// <param name="moments">The figures.</param>
    /// <param name="surrogate">The surfaces.</param>
    /// <param name="own">Where the scenario is.</param>
    /// <param name="starts">Where to begin.</param>
    public static double[] Find(IReadOnlyList<Moment> moments, Surrogate surrogate, double[] own, IEnumerable<double[]> starts)
    {
        double[] best = own;
        double least = double.PositiveInfinity;
        foreach (double[] start in starts)
        {
            double[] found = From(moments, surrogate, own, [.. start.Select(Within)]);
            double value = Squares(Residuals(moments, surrogate, own, found));
            if (value < least)
            {
                (best, least) = (found, value);
            }
        }

        return best;
    }

    /// <summary>What is minimised, for a point that was simulated.</summary>
    public static double Criterion(IReadOnlyList<Moment> moments, Evaluation evaluation, double[] own) =>
        Discrepancy.Simulated(moments, evaluation) + evaluation.Point.Select((value, i) => Pull * (value - own[i]) * (value - own[i]) / PriorVariance).Sum();

    private static double[] From(IReadOnlyList<Moment> moments, Surrogate surrogate, double[] own, double[] point)
    {
        int size = point.Length;
        double damping = 1;
        double[] residuals = Residuals(moments, surrogate, own, point);
        for (int step = 0; step < MostSteps && damping < 1e8; step++)
        {
            double[][] slopes = Slopes(moments, surrogate, own, point, residuals);
            double[][] curvature = [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => Product(slopes[i], slopes[j]) * (i == j ? 1 + damping : 1)).ToArray())];
            double[] move = [.. Enumerable.Range(0, size).Select(i => -Product(slopes[i], residuals))];
            Cholesky.Of(curvature).Solve(move);
            double[] next = [.. point.Select((value, i) => Within(value + move[i]))];
            double[] there = Residuals(moments, surrogate, own, next);
            double gain = Squares(residuals) - Squares(there);
            if (gain > 0)
            {
                (point, residuals, damping) = (next, there, damping / 4);
                if (gain < 1e-10)
                {
                    break;
                }
            }
            else
            {
                damping *= 5;
            }
        }

        return point;
    }

    private static double[] Residuals(IReadOnlyList<Moment> moments, Surrogate surrogate, double[] own, double[] point)
    {
        Span<double> values = stackalloc double[moments.Count], variances = stackalloc double[moments.Count];
        surrogate.Predict(point, values, variances);
        var residuals = new double[moments.Count + point.Length];
        for (int i = 0; i < moments.Count; i++)
        {
            residuals[i] = moments[i].Standardised(values[i], variances[i]);
        }

        for (int i = 0; i < point.Length; i++)
        {
            residuals[moments.Count + i] = Math.Sqrt(Pull / PriorVariance) * (point[i] - own[i]);
        }

        return residuals;
    }

    private static double[][] Slopes(IReadOnlyList<Moment> moments, Surrogate surrogate, double[] own, double[] point, double[] residuals)
    {
        var slopes = new double[point.Length][];
        for (int i = 0; i < slopes.Length; i++)
        {
            double[] beside = (double[])point.Clone();
            beside[i] += Difference;
            double[] there = Residuals(moments, surrogate, own, beside);
            slopes[i] = [.. there.Select((value, k) => (value - residuals[k]) / Difference)];
        }

        return slopes;
    }

    private static double Within(double value) => Math.Clamp(value, Wall, 1 - Wall);

    private static double Squares(double[] values) => Product(values, values);

    private static double Product(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
