namespace EcoSim.Experiments.Calibration;

/// <summary>How far the surfaces at a point are from all figures.</summary>
/// <param name="SquaredDistance">Sum of squared standardised differences.</param>
/// <param name="LogDensity">Logarithm of the synthetic likelihood, less a constant.</param>
internal readonly record struct Discrepancy(double SquaredDistance, double LogDensity)
{
    /// <summary>Of the surfaces at a point.</summary>
    public static Discrepancy At(IReadOnlyList<Moment> moments, Surrogate surrogate, ReadOnlySpan<double> point)
    {
        Span<double> values = stackalloc double[moments.Count], variances = stackalloc double[moments.Count];
        surrogate.Predict(point, values, variances);
        return Of(moments, values, variances);
    }

    /// <summary>Of values with their variances.</summary>
    public static Discrepancy Of(IReadOnlyList<Moment> moments, ReadOnlySpan<double> values, ReadOnlySpan<double> variances)
    {
        double squared = 0, density = 0;
        for (int i = 0; i < moments.Count; i++)
        {
            squared += moments[i].SquaredDistance(values[i], variances[i]);
            density += moments[i].LogDensity(values[i], variances[i]);
        }

        return new Discrepancy(squared, density);
    }

    /// <summary>Of values that were simulated; infinite where one is missing.</summary>
    public static double Simulated(IReadOnlyList<Moment> moments, Evaluation evaluation) => evaluation.IsWhole
        ? Of(moments, evaluation.Values, [.. evaluation.Variances.Select(variance => double.IsFinite(variance) ? variance : 0)]).SquaredDistance
        : double.PositiveInfinity;

    /// <summary>Monte Carlo standard error of the root of that, to first order; NaN where the variance of a value is not known.</summary>
    public static double ErrorOfDistance(IReadOnlyList<Moment> moments, Evaluation evaluation)
    {
        double distance = Math.Sqrt(Simulated(moments, evaluation)), variance = 0;
        for (int i = 0; i < moments.Count; i++)
        {
            double slope = moments[i].DistanceSlope(evaluation.Values[i], evaluation.Variances[i]);
            variance += slope * slope * evaluation.Variances[i];
        }

        return distance > 0 ? Math.Sqrt(variance) / distance : Math.Sqrt(variance);
    }
}
