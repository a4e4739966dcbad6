namespace EcoSim.Experiments.Calibration;

/// <summary>How a measure is stretched before it is compared.</summary>
public enum LinkKind
{
    Identity,

    /// <summary>Natural logarithm, for positive measures.</summary>
    Logarithm,

    /// <summary>Log odds, for percentages.</summary>
    Logit,
}

/// <summary>The scale on which a measure is compared and its surface fitted: unbounded, and more nearly linear in parameters than shares or rates are.</summary>
/// <param name="Kind">How the measure is stretched.</param>
/// <param name="Floor">Least value that counts, lest a share or rate of zero be infinitely far from everything; percentages count up to 100 less it.</param>
public readonly record struct Link(LinkKind Kind, double Floor = 0)
{
    /// <summary>One in a thousand: smaller shares are a handful of firms.</summary>
    private const double LeastPercent = 0.1;

    /// <summary>Least positive value that counts, as a share of the published one.</summary>
    private const double LeastOfTarget = 0.01;

    private const string Percent = "%";

    /// <summary>The link that suits a measure.</summary>
    /// <param name="unit">Its unit.</param>
    /// <param name="low">Lower end of the published band.</param>
    /// <param name="value">Published value.</param>
    public static Link For(string unit, double low, double value) =>
        unit == Percent && low >= 0 ? new Link(LinkKind.Logit, LeastPercent)
        : low > 0 ? new Link(LinkKind.Logarithm, LeastOfTarget * value)
        : new Link(LinkKind.Identity);

    /// <summary>The measure on the stretched scale; NaN stays NaN.</summary>
    public double To(double value) => Kind switch
    {
        LinkKind.Logarithm => double.IsNaN(value) ? value : Math.Log(Math.Max(value, Floor)),
        LinkKind.Logit => double.IsNaN(value) ? value : LogOdds(Math.Clamp(value, Floor, 100 - Floor)),
        _ => value,
    };

    /// <summary>Back to the measure's own unit.</summary>
    public double From(double scaled) => Kind switch
    {
        LinkKind.Logarithm => Math.Exp(scaled),
        LinkKind.Logit => 100 / (1 + Math.Exp(-scaled)),
        _ => scaled,
    };

    /// <summary>Change of the stretched measure for a small change of the measure.</summary>
    public double Slope(double value) => Kind switch
    {
        LinkKind.Logarithm => 1 / Math.Max(value, Floor),
        LinkKind.Logit => 100 / (Math.Clamp(value, Floor, 100 - Floor) * (100 - Math.Clamp(value, Floor, 100 - Floor))),
        _ => 1,
    };

    private static double LogOdds(double percent) => Math.Log(percent / (100 - percent));
}
