namespace EcoSim.Tests.Sensitivity;

/// <summary>Functions on the unit cube whose sensitivities are known.</summary>
internal static class PublishedFunctions
{
    /// <summary>Ishigami and Homma 1990: sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ on (−π, π)³.</summary>
    public static double Ishigami(double[] unit)
    {
        double[] x = [.. unit.Select(u => Math.PI * (2 * u - 1))];
        return Math.Sin(x[0]) + 7 * Math.Pow(Math.Sin(x[1]), 2) + 0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]);
    }

    /// <summary>First-order and total indices of it, in closed form.</summary>
    public static (double[] First, double[] Total) IshigamiIndices()
    {
        const double a = 7, b = 0.1;
        double pi4 = Math.Pow(Math.PI, 4), pi8 = pi4 * pi4;
        double alone = 0.5 * Math.Pow(1 + b * pi4 / 5, 2), second = a * a / 8, joint = b * b * pi8 * (1 / 18.0 - 1 / 50.0);
        double variance = alone + second + joint;
        return ([alone / variance, second / variance, 0], [(alone + joint) / variance, second / variance, joint / variance]);
    }

    public static readonly double[] SobolWeights = [0, 0.5, 3, 9, 99];

    /// <summary>Sobol's g-function: ∏ (|4xᵢ − 2| + aᵢ) / (1 + aᵢ).</summary>
    public static double SobolG(double[] x) => x.Zip(SobolWeights, (u, a) => (Math.Abs(4 * u - 2) + a) / (1 + a)).Aggregate(1.0, (product, factor) => product * factor);

    public static (double[] First, double[] Total) SobolGIndices()
    {
        double[] parts = [.. SobolWeights.Select(a => 1 / (3 * (1 + a) * (1 + a)))];
        double all = parts.Aggregate(1.0, (product, part) => product * (1 + part));
        return ([.. parts.Select(part => part / (all - 1))], [.. parts.Select(part => part * (all / (1 + part)) / (all - 1))]);
    }

    /// <summary>Inputs of Morris's function.</summary>
    public const int MorrisInputs = 20;

    /// <summary>Morris 1991: twenty inputs, of which the first ten matter, and seven of them by curvature or interaction.</summary>
    public static double Morris(double[] x)
    {
        double[] w = [.. x.Select((value, input) => Transform(value, input))];
        double sum = 0;
        for (int i = 0; i < MorrisInputs; i++)
        {
            sum += First(i) * w[i];
            for (int j = i + 1; j < MorrisInputs; j++)
            {
                sum += Second(i, j) * w[i] * w[j];
                for (int l = j + 1; l < 5; l++)
                {
                    sum += -10 * w[i] * w[j] * w[l];
                }
            }
        }

        return sum + 5 * w[0] * w[1] * w[2] * w[3];
    }

    /// <summary>Coefficient of an input by itself.</summary>
    public static double First(int i) => i < 10 ? 20 : Sign(i + 1);

    /// <summary>Coefficient of a pair.</summary>
    public static double Second(int i, int j) => j < 6 ? -15 : Sign(i + j + 2);

    /// <summary>2 (x − ½), and 2 (1.1 x / (x + 0.1) − ½) for the third, fifth and seventh input.</summary>
    public static double Transform(double x, int input) => input is 2 or 4 or 6 ? 2 * (1.1 * x / (x + 0.1) - 0.5) : 2 * (x - 0.5);

    private static double Sign(int power) => power % 2 == 0 ? 1 : -1;
}
