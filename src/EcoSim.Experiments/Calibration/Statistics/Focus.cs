namespace EcoSim.Experiments.Calibration;

/// <summary>Where in the cube points matter: middle and spread of a cloud.</summary>
/// <param name="Middle">Mean of each coordinate.</param>
/// <param name="Covariance">Their covariances.</param>
internal sealed record Focus(double[] Middle, double[][] Covariance)
{
    /// <summary>A cloud is at least so wide, lest one that collapsed leave nothing to fit to.</summary>
    private const double LeastDeviation = 0.02;

    private const double UniformVariance = 1.0 / 12;

    private readonly Cholesky _root = Cholesky.Of(Covariance);

    public int Size => Middle.Length;

    /// <summary>The whole cube.</summary>
    public static Focus Everywhere(int size) => new(
        [.. Enumerable.Repeat(0.5, size)],
        [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => i == j ? UniformVariance : 0.0).ToArray())]);

    /// <summary>Middle and spread of these points.</summary>
    public static Focus Of(IReadOnlyList<double[]> points)
    {
        int size = points[0].Length;
        double[] middle = [.. Enumerable.Range(0, size).Select(i => points.Average(point => point[i]))];
        var covariance = new double[size][];
        for (int i = 0; i < size; i++)
        {
            covariance[i] = new double[size];
            for (int j = 0; j < size; j++)
            {
                covariance[i][j] = points.Sum(point => (point[i] - middle[i]) * (point[j] - middle[j])) / Math.Max(1, points.Count - 1);
            }

            covariance[i][i] += LeastDeviation * LeastDeviation;
        }

        return new Focus(middle, covariance);
    }

    /// <summary>Standard deviation of a coordinate.</summary>
    public double Deviation(int coordinate) => Math.Sqrt(Covariance[coordinate][coordinate]);

    /// <summary>Squared Mahalanobis distance of a point from the middle.</summary>
    public double SquaredDistance(ReadOnlySpan<double> point)
    {
        Span<double> difference = stackalloc double[Middle.Length];
        for (int i = 0; i < difference.Length; i++)
        {
            difference[i] = point[i] - Middle[i];
        }

        return _root.Form(difference);
    }

    /// <summary>A step of independent standard normals with the shape of the cloud.</summary>
    public void Shape(ReadOnlySpan<double> normals, Span<double> step)
    {
        for (int i = 0; i < step.Length; i++)
        {
            double sum = 0;
            ReadOnlySpan<double> row = _root.Row(i);
            for (int k = 0; k < row.Length; k++)
            {
                sum += row[k] * normals[k];
            }

            step[i] = sum;
        }
    }
}
