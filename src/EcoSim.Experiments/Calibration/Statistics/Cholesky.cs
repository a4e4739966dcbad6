namespace EcoSim.Experiments.Calibration;

/// <summary>Lower triangular root L of a positive definite matrix A = L Lᵀ.</summary>
/// <remarks>Written out so that sums are taken in the same order on every machine and number of threads.</remarks>
internal sealed class Cholesky
{
    private readonly double[][] _root;

    private Cholesky(double[][] root) => _root = root;

    public int Size => _root.Length;

    /// <summary>Row of the root.</summary>
    public ReadOnlySpan<double> Row(int row) => _root[row].AsSpan(0, row + 1);

    /// <summary>The root; a pivot that rounding made negative is raised to a trifle.</summary>
    /// <param name="matrix">Symmetric; the lower triangle is read.</param>
    public static Cholesky Of(double[][] matrix)
    {
        int size = matrix.Length;
        var root = new double[size][];
        for (int i = 0; i < size; i++)
        {
            root[i] = new double[size];
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++)
                {
                    sum -= root[i][k] * root[j][k];
                }

                root[i][j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12 * Math.Max(1e-12, matrix[i][i]))) : sum / root[j][j];
            }
        }

        return new Cholesky(root);
    }

    /// <summary>Solves L y = b in place.</summary>
    public void Forward(Span<double> b)
    {
        for (int i = 0; i < b.Length; i++)
        {
            double sum = b[i];
            double[] row = _root[i];
            for (int k = 0; k < i; k++)
            {
                sum -= row[k] * b[k];
            }

            b[i] = sum / row[i];
        }
    }

    /// <summary>Solves A x = b in place.</summary>
    public void Solve(Span<double> b)
    {
        Forward(b);
        for (int i = b.Length - 1; i >= 0; i--)
        {
            double sum = b[i];
            for (int k = i + 1; k < b.Length; k++)
            {
                sum -= _root[k][i] * b[k];
            }

            b[i] = sum / _root[i][i];
        }
    }

    /// <summary>bᵀ A⁻¹ b; the vector is overwritten.</summary>
    public double Form(Span<double> b)
    {
        Forward(b);
        double sum = 0;
        foreach (double value in b)
        {
            sum += value * value;
        }

        return sum;
    }
}
