using System.Globalization;
using EcoSim.Experiments.Sweeps;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Calibration;

/// <summary>The free parameters as a unit cube: each coordinate is the share of the prior below a value.</summary>
public sealed class CalibrationSpace
{
    /// <summary>Digits of a value, so that what is reported is what was simulated.</summary>
    private const string Digits = "G5";

    private readonly Plan _plan;

    /// <param name="variations">Priors.</param>
    /// <param name="plan">The scenario.</param>
    public CalibrationSpace(IReadOnlyList<Variation> variations, Plan plan)
    {
        (Variations, _plan) = (variations, plan);
        OwnValues = [.. variations.Select(variation => variation.Parameter.Get(plan.Parameters))];
        Own = [.. variations.Select((variation, i) => ShareOf(variation, OwnValues[i]))];
        HoldsOwn = variations.Select((variation, i) => OwnValues[i] >= variation.From && OwnValues[i] <= variation.To).All(inside => inside);
    }

    /// <summary>Priors.</summary>
    public IReadOnlyList<Variation> Variations { get; }

    /// <summary>The scenario's own values.</summary>
    public double[] OwnValues { get; }

    /// <summary>The scenario's own point, or the nearest to it.</summary>
    public double[] Own { get; }

    /// <summary>True when the scenario itself lies within the priors.</summary>
    public bool HoldsOwn { get; }

    public int Size => Variations.Count;

    public string NameOf(int parameter) => Variations[parameter].Parameter.Path;

    /// <summary>Value of a parameter at a coordinate.</summary>
    public double Value(int parameter, double share)
    {
        Variation variation = Variations[parameter];
        double value = double.Parse(variation.At(share).ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Math.Clamp(value, variation.From, variation.To);
    }

    /// <summary>Values at a point.</summary>
    public double[] Values(double[] point) => [.. point.Select((share, parameter) => Value(parameter, share))];

    /// <summary>The scenario with other values of the free parameters.</summary>
    public Plan PlanOf(double[] values)
    {
        Parameters parameters = Catalogue.Copy(_plan.Parameters);
        for (int i = 0; i < values.Length; i++)
        {
            Variations[i].Parameter.Set(parameters, values[i]);
        }

        return _plan with { Parameters = parameters };
    }

    /// <summary>Change of a parameter when its coordinate goes from 0 to 1, from the slope at a point.</summary>
    public double Slope(int parameter, double share)
    {
        const double step = 1e-3;
        double low = Math.Max(0, share - step), high = Math.Min(1, share + step);
        return (Variations[parameter].At(high) - Variations[parameter].At(low)) / (high - low);
    }

    /// <summary>The share of a prior below a value; priors rise, so halving finds it.</summary>
    private static double ShareOf(Variation variation, double value)
    {
        double low = 0, high = 1;
        for (int halving = 0; halving < 60; halving++)
        {
            double middle = (low + high) / 2;
            (low, high) = variation.At(middle) < value ? (middle, high) : (low, middle);
        }

        return Math.Clamp((low + high) / 2, 1e-6, 1 - 1e-6);
    }
}
