using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace EcoSim.Experiments.Statistics;

/// <summary>Quantiles of Student's t, kept once computed: a comparison asks for the same one thousands of times.</summary>
public static class StudentInterval
{
    private const double UpperTail = 0.975;

    private static readonly ConcurrentDictionary<int, double> Quantiles = new();

    /// <summary>Half-width of a two-sided 95 % interval in standard errors; NaN below one degree of freedom.</summary>
    public static double HalfWidth(int degreesOfFreedom) => degreesOfFreedom < 1
        ? double.NaN
        : Quantiles.GetOrAdd(degreesOfFreedom, degrees => StudentT.InvCDF(0, 1, degrees, UpperTail));
}
