namespace EcoSim.Experiments.Sweeps.Designs;

/// <summary>Latin hypercubes (McKay, Beckman and Conover 1979): of n points, each coordinate has exactly one in each n-th part of (0, 1).</summary>
/// <remarks>
/// The design of 2n points begins with the design of n: each part is halved, and the new points take the halves that are free. So a design that
/// is doubled adds only what is missing.
/// </remarks>
internal static class LatinHypercube
{
    /// <summary>The points, in the open unit cube.</summary>
    public static double[][] Points(int points, int dimensions, DesignLuck luck)
    {
        if (points % 2 == 1)
        {
            return First(points, dimensions, luck);
        }

        double[][] half = Points(points / 2, dimensions, luck);
        return [.. half, .. Fill(half, dimensions, luck.Part(points))];
    }

    private static double[][] First(int points, int dimensions, DesignLuck luck)
    {
        double[][] design = Empty(points, dimensions);
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            int[] parts = luck.Permutation(2 * dimension, points);
            for (int i = 0; i < points; i++)
            {
                design[i][dimension] = (parts[i] + luck.Uniform(2 * dimension + 1, i)) / points;
            }
        }

        return design;
    }

    private static double[][] Fill(double[][] half, int dimensions, DesignLuck luck)
    {
        int n = half.Length;
        double[][] design = Empty(n, dimensions);
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            var taken = new bool[2 * n];
            foreach (double[] point in half)
            {
                taken[(int)(point[dimension] * 2 * n)] = true;
            }

            int[] free = [.. Enumerable.Range(0, 2 * n).Where(part => !taken[part])];
            int[] order = luck.Permutation(2 * dimension, n);
            for (int i = 0; i < n; i++)
            {
                design[i][dimension] = (free[order[i]] + luck.Uniform(2 * dimension + 1, i)) / (2 * n);
            }
        }

        return design;
    }

    private static double[][] Empty(int points, int dimensions) => [.. Enumerable.Range(0, points).Select(_ => new double[dimensions])];
}
