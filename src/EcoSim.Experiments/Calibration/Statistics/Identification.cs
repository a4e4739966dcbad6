using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace EcoSim.Experiments.Calibration;

/// <summary>How a measure answers to a parameter at the estimate.</summary>
/// <param name="Slope">Change of the stretched measure when the parameter goes through its prior, from the slope at the estimate.</param>
/// <param name="Error">Its standard error, from the regression.</param>
/// <param name="Strength">The slope over the doubt about the figure, for a move by the prior's standard deviation.</param>
public sealed record Response(double Slope, double Error, double Strength);

/// <summary>Which figure fixes which parameter.</summary>
/// <param name="Responses">For each parameter and measure.</param>
/// <param name="Condition">Condition number of the matrix of strengths: largest over least singular value.</param>
/// <param name="SingularValues">Its singular values, falling.</param>
/// <param name="WidthRatios">For each parameter, width of the central 90 % of the posterior over that of the prior.</param>
/// <param name="Pins">For each parameter, the measure whose loss would widen it most; −1 where none would by much.</param>
public sealed record Identification(Response[][] Responses, double Condition, double[] SingularValues, double[] WidthRatios, int[] Pins)
{
    /// <summary>Up to this ratio of widths the figures say something of a parameter.</summary>
    public const double IdentifiedRatio = 0.75;

    /// <summary>Widths so near to that ratio might as well lie on its other side.</summary>
    public const double BorderlineWithin = 0.05;

    /// <summary>Share of the prior in the intervals.</summary>
    public const double Central = 0.9;

    /// <summary>A figure pins a parameter when its standard deviation would be larger without it by so much.</summary>
    private const double LeastWidening = 1.05;

    private const double PriorDeviation = 0.28867513459481287;

    /// <summary>Directions in parameter space of which the figures tell more than the priors: where the singular value is above one.</summary>
    public int Directions => SingularValues.Count(value => value > 1);

    public bool IsIdentified(int parameter) => WidthRatios[parameter] <= IdentifiedRatio;

    /// <summary>True when another seed might well turn the verdict on a width.</summary>
    public static bool IsBorderline(double widthRatio) => Math.Abs(widthRatio - IdentifiedRatio) <= BorderlineWithin;

    /// <summary>A width with three decimals, or as many as it takes to show on which side of the ratio it lies.</summary>
    public static string WidthText(double widthRatio)
    {
        const int least = 3, most = 15;
        string text = "";
        for (int decimals = least; decimals <= most; decimals++)
        {
            text = widthRatio.ToString($"F{decimals}", CultureInfo.InvariantCulture);
            if (double.Parse(text, CultureInfo.InvariantCulture) <= IdentifiedRatio == widthRatio <= IdentifiedRatio)
            {
                break;
            }
        }

        return text;
    }

    internal static Identification Of(IReadOnlyList<Moment> moments, WaveResult result)
    {
        int size = result.Estimate.Length;
        var responses = new Response[size][];
        double[] values = new double[moments.Count], variances = new double[moments.Count];
        result.Surrogate.Predict(result.Estimate, values, variances);
        for (int parameter = 0; parameter < size; parameter++)
        {
            responses[parameter] = new Response[moments.Count];
            for (int measure = 0; measure < moments.Count; measure++)
            {
                (double slope, double error) = result.Surrogate.Slope(result.Estimate, measure, parameter);
                double doubt = Math.Sqrt(moments[measure].Doubt * moments[measure].Doubt + variances[measure] + moments[measure].DataVariance);
                responses[parameter][measure] = new Response(slope, error, slope * PriorDeviation / doubt);
            }
        }

        Matrix<double> strengths = Matrix<double>.Build.Dense(moments.Count, size, (measure, parameter) => responses[parameter][measure].Strength);
        double[] singular = [.. strengths.Svd(computeVectors: false).S];
        double condition = singular[^1] > 0 ? singular[0] / singular[^1] : double.PositiveInfinity;
        return new Identification(responses, condition, singular, [.. Enumerable.Range(0, size).Select(i => WidthRatio(result.Draws, i))], PinsOf(strengths));
    }

    /// <summary>Width of the central 90 % of these draws of a coordinate, over that of a uniform.</summary>
    internal static double WidthRatio(double[][] draws, int coordinate)
    {
        double[] sorted = [.. draws.Select(draw => draw[coordinate]).Order()];
        double tail = (1 - Central) / 2;
        return (Quantile(sorted, 1 - tail) - Quantile(sorted, tail)) / Central;
    }

    /// <summary>Quantile by linear interpolation.</summary>
    internal static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return below >= sorted.Length - 1 ? sorted[^1] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>In the linear approximation with a normal prior: posterior variances with all measures, against those without each.</summary>
    private static int[] PinsOf(Matrix<double> strengths)
    {
        int size = strengths.ColumnCount;
        double[] all = Variances(strengths);
        double[][] without = [.. Enumerable.Range(0, strengths.RowCount).Select(row => strengths.RowCount == 1 ? [.. all.Select(_ => 1.0)] : Variances(strengths.RemoveRow(row)))];
        return [.. Enumerable.Range(0, size).Select(parameter =>
        {
            int most = Enumerable.Range(0, without.Length).MaxBy(row => without[row][parameter]);
            return without[most][parameter] > LeastWidening * LeastWidening * all[parameter] ? most : -1;
        })];
    }

    private static double[] Variances(Matrix<double> strengths)
    {
        Matrix<double> precision = strengths.TransposeThisAndMultiply(strengths) + Matrix<double>.Build.DenseIdentity(strengths.ColumnCount);
        return [.. precision.Inverse().Diagonal()];
    }
}
