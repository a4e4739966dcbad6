using System.Globalization;
using EcoSim.Model.Declaration;
using MathNet.Numerics.Distributions;

namespace EcoSim.Experiments.Sweeps;

/// <summary>How the values of a parameter lie between its ends.</summary>
public enum VariationKind
{
    /// <summary>Values as listed, each as likely.</summary>
    List,

    Uniform,

    /// <summary>Uniform in the logarithm.</summary>
    LogUniform,

    /// <summary>Normal, cut off at the ends.</summary>
    Normal,
}

/// <summary>How one parameter varies: a map from (0, 1) to its values.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Kind">How values are spread.</param>
public sealed record Variation(ParameterDeclaration Parameter, VariationKind Kind)
{
    /// <summary>Digits kept of a value, so that tables show 0.3 and not 0.30000000000000004.</summary>
    private const string Digits = "G12";

    /// <summary>Values of a list.</summary>
    public IReadOnlyList<double> Listed { get; init; } = [];

    /// <summary>Least value.</summary>
    public double From { get; init; } = Parameter.Min;

    /// <summary>Greatest value.</summary>
    public double To { get; init; } = Parameter.Max;

    /// <summary>Number of levels between the ends; null for a continuum.</summary>
    public int? Steps { get; init; }

    /// <summary>Mean of a normal before it is cut off.</summary>
    public double Mean { get; init; }

    /// <summary>Standard deviation of a normal before it is cut off.</summary>
    public double StandardDeviation { get; init; }

    /// <summary>True when there is a finite number of levels.</summary>
    public bool HasLevels => Kind == VariationKind.List || Steps is not null || Parameter.Kind == ParameterKind.Switch;

    /// <summary>The levels in order; empty for a continuum.</summary>
    public IReadOnlyList<double> Levels =>
        Kind == VariationKind.List ? Listed
        : Parameter.Kind == ParameterKind.Switch ? [0, 1]
        : Steps is { } steps ? [.. Enumerable.Range(0, steps).Select(step => Level(step, steps)).Distinct()]
        : [];

    /// <summary>The value at a share of the distribution.</summary>
    /// <param name="share">In [0, 1].</param>
    public double At(double share)
    {
        if (HasLevels)
        {
            IReadOnlyList<double> levels = Levels;
            return levels[Math.Clamp((int)(share * levels.Count), 0, levels.Count - 1)];
        }

        // A whole number is as likely as any other: the ends get a full share, too.
        return IsWhole && Kind == VariationKind.Uniform
            ? Math.Min(To, Math.Floor(From + share * (To - From + 1)))
            : Tidy(Quantile(share));
    }

    private bool IsWhole => Parameter.Kind is ParameterKind.Integer or ParameterKind.Date;

    /// <summary>Levels reach both ends, except of a normal, whose ends are all but impossible: there they are middles of equally likely parts.</summary>
    private double Level(int step, int steps) =>
        Tidy(Quantile(Kind == VariationKind.Normal ? (step + 0.5) / steps : steps == 1 ? 0.5 : step / (steps - 1.0)));

    private double Quantile(double share) => Kind switch
    {
        VariationKind.LogUniform => From * Math.Pow(To / From, share),
        VariationKind.Normal => NormalQuantile(share),
        _ => From + share * (To - From),
    };

    private double NormalQuantile(double share)
    {
        double low = Normal.CDF(Mean, StandardDeviation, From);
        double high = Normal.CDF(Mean, StandardDeviation, To);
        return high > low
            ? Normal.InvCDF(Mean, StandardDeviation, low + share * (high - low))
            : From + share * (To - From);
    }

    private double Tidy(double value)
    {
        double tidy = IsWhole ? Math.Round(value) : double.Parse(value.ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Math.Clamp(tidy, From, To);
    }
}
