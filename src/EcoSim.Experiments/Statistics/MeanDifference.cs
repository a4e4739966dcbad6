namespace EcoSim.Experiments.Statistics;

/// <summary>A difference of two means and how well it is known.</summary>
/// <param name="Value">The difference.</param>
/// <param name="StandardError">Its standard error; NaN where it is not known.</param>
/// <param name="Low">Lower end of its 95 % Student interval; NaN without.</param>
/// <param name="High">Upper end.</param>
public readonly record struct MeanDifference(double Value, double StandardError, double Low, double High)
{
    public bool HasInterval => !double.IsNaN(Low);

    /// <summary>Half the interval; NaN without.</summary>
    public double HalfWidth => High - Value;

    /// <param name="value">The difference.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="degreesOfFreedom">Of the standard error; below one there is no interval.</param>
    public static MeanDifference Of(double value, double standardError, int degreesOfFreedom)
    {
        double margin = StudentInterval.HalfWidth(degreesOfFreedom) * standardError;
        return new MeanDifference(value, standardError, value - margin, value + margin);
    }

    public static MeanDifference Of(PairedDifference paired) => new(paired.Difference, paired.StandardError, paired.Low, paired.High);

    /// <summary>The same times a factor that is not negative.</summary>
    public MeanDifference Times(double factor) => new(factor * Value, factor * StandardError, factor * Low, factor * High);
}
