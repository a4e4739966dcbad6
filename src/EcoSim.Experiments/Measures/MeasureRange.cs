using System.Globalization;

namespace EcoSim.Experiments.Measures;

/// <summary>Values that a measure can take at all, in its unit, ends included.</summary>
/// <param name="Least">Lower end; minus infinity for none.</param>
/// <param name="Most">Upper end; infinity for none.</param>
public readonly record struct MeasureRange(double Least, double Most)
{
    private const string Percent = "%";

    /// <summary>A slope may have either sign.</summary>
    public static readonly MeasureRange Any = new(double.NegativeInfinity, double.PositiveInfinity);

    public static readonly MeasureRange NotNegative = new(0, double.PositiveInfinity);

    /// <summary>Of a share in percent.</summary>
    public static readonly MeasureRange Share = new(0, 100);

    /// <summary>Of a part of one.</summary>
    public static readonly MeasureRange Part = new(0, 1);

    /// <summary>Growth in percent: nothing loses more than all of it.</summary>
    public static readonly MeasureRange Growth = new(-100, double.PositiveInfinity);

    /// <summary>The range that a unit tells: shares are percentages, and rates, odds, ratios and times are not negative.</summary>
    public static MeasureRange Of(string unit) => unit == Percent ? Share : NotNegative;

    public bool Holds(double value) => value >= Least && value <= Most;

    /// <summary>"0 to 100 %", "at least 0 years".</summary>
    public string Text(string unit)
    {
        string numbers = (double.IsFinite(Least), double.IsFinite(Most)) switch
        {
            (true, true) => string.Create(CultureInfo.InvariantCulture, $"{Least} to {Most}"),
            (true, false) => string.Create(CultureInfo.InvariantCulture, $"at least {Least}"),
            (false, true) => string.Create(CultureInfo.InvariantCulture, $"at most {Most}"),
            _ => "any number",
        };
        return WithUnit(numbers, unit);
    }

    /// <summary>A number with its unit; a pure number has none.</summary>
    public static string WithUnit(string number, string unit) => unit == "1" ? number : $"{number} {unit}";
}
