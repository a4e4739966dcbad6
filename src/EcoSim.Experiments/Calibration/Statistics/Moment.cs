using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Validation;

namespace EcoSim.Experiments.Calibration;

/// <summary>A figure that parameters are fitted to, on its stretched scale.</summary>
/// <param name="Id">Short name, such as C1a.</param>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Link">The scale.</param>
/// <param name="Target">Where it should be.</param>
/// <param name="Below">Standard deviation of the doubt about the target, toward lower values.</param>
/// <param name="Above">The same toward higher values.</param>
/// <remarks>
/// A published band is read as the central 95 % of a normal in two pieces that meet at the published value, so a band that reaches further up
/// than down pulls less from above (the two-piece normal: Wallis 2014, Statistical Science 29:106-112).
/// </remarks>
public sealed record Moment(string Id, string Measure, Link Link, double Target, double Below, double Above)
{
    /// <summary>Standard deviations between the middle and the end of a central 95 %.</summary>
    private const double EndOfBand = 1.959964;

    /// <summary>The narrower side of a band counts at least so much of the wider one.</summary>
    private const double LeastOfOtherSide = 0.1;

    /// <summary>Doubt about a figure whose band has no width, on the stretched scale.</summary>
    private const double LeastDoubt = 1e-3;

    /// <summary>Variance of the luck that made the data, where it is known.</summary>
    public double DataVariance { get; init; }

    /// <summary>The published figure; null for data that were simulated.</summary>
    public CalibrationTarget? Published { get; init; }

    public static Moment Of(CalibrationTarget target)
    {
        Link link = Link.For(MeasureCatalogue.Find(target.Measure)!.Unit, target.Low, target.Value);
        double middle = link.To(target.Value);
        double below = (middle - link.To(target.Low)) / EndOfBand, above = (link.To(target.High) - middle) / EndOfBand;
        return new Moment(
            target.Id, target.Measure, link, middle,
            Math.Max(LeastDoubt, Math.Max(below, LeastOfOtherSide * above)), Math.Max(LeastDoubt, Math.Max(above, LeastOfOtherSide * below)))
        {
            Published = target,
        };
    }

    /// <summary>Both sides taken together.</summary>
    public double Doubt => (Below + Above) / 2;

    /// <summary>Squared standardised difference of a value from the target.</summary>
    /// <param name="value">On the stretched scale.</param>
    /// <param name="variance">Variance with which the value is known.</param>
    public double SquaredDistance(double value, double variance)
    {
        double difference = value - Target;
        return difference * difference / Variance(difference, variance);
    }

    /// <summary>Difference from the target over its standard deviation.</summary>
    public double Standardised(double value, double variance)
    {
        double difference = value - Target;
        return difference / Math.Sqrt(Variance(difference, variance));
    }

    /// <summary>Half the slope of the squared distance in the value.</summary>
    public double DistanceSlope(double value, double variance)
    {
        double difference = value - Target;
        return difference / Variance(difference, variance);
    }

    /// <summary>Logarithm of the density of the target where the model says <paramref name="value"/>, less a constant.</summary>
    public double LogDensity(double value, double variance)
    {
        double known = variance + DataVariance;
        double width = Math.Sqrt(Below * Below + known) + Math.Sqrt(Above * Above + known);
        return -0.5 * SquaredDistance(value, variance) - Math.Log(width);
    }

    private double Variance(double difference, double variance)
    {
        double doubt = difference < 0 ? Below : Above;
        return doubt * doubt + variance + DataVariance;
    }
}
