namespace EcoSim.Experiments.Calibration;

/// <summary>The terms of a full quadratic in coordinates that are centred and scaled: 1, xᵢ, xᵢ², xᵢxⱼ.</summary>
internal sealed class QuadraticBasis(double[] middle, double[] scale)
{
    /// <summary>Coordinates.</summary>
    public int Size => middle.Length;

    /// <summary>Terms.</summary>
    public int Terms => TermsOf(Size);

    /// <summary>Terms before those of second order.</summary>
    public int LinearTerms => 1 + Size;

    public static int TermsOf(int size) => 1 + size + size * (size + 1) / 2;

    /// <summary>The terms at a point.</summary>
    public void At(ReadOnlySpan<double> point, Span<double> terms)
    {
        Span<double> x = stackalloc double[Size];
        Scale(point, x);
        terms[0] = 1;
        x.CopyTo(terms[1..]);
        int term = LinearTerms;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i; j < x.Length; j++)
            {
                terms[term++] = x[i] * x[j];
            }
        }
    }

    /// <summary>Derivatives of the terms in one coordinate of the point.</summary>
    public void Slope(ReadOnlySpan<double> point, int coordinate, Span<double> terms)
    {
        Span<double> x = stackalloc double[Size];
        Scale(point, x);
        terms.Clear();
        terms[1 + coordinate] = 1 / scale[coordinate];
        int term = LinearTerms;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i; j < x.Length; j++, term++)
            {
                terms[term] = ((i == coordinate ? x[j] : 0) + (j == coordinate ? x[i] : 0)) / scale[coordinate];
            }
        }
    }

    private void Scale(ReadOnlySpan<double> point, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = (point[i] - middle[i]) / scale[i];
        }
    }
}
