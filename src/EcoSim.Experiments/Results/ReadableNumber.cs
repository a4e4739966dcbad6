using System.Globalization;

namespace EcoSim.Experiments.Results;

/// <summary>Numbers for a person: three significant digits, thousands separated by commas.</summary>
public static class ReadableNumber
{
    private const int SignificantDigits = 3;

    /// <summary>Digits at most, where it takes more to tell two numbers apart.</summary>
    private const int MostDigits = 5;

    /// <summary>Nothing in the model is so small and not 0: below it, a number is what rounding has left of a difference between equals.</summary>
    private const double Noise = 1e-12;

    /// <summary>Digits behind the point at most; what would need more is written as a power of ten.</summary>
    private const int MostDecimals = 9;

    /// <summary>A percentage is written to this; less that is not nothing is said to be below it.</summary>
    private const double LeastPercent = 0.1;

    /// <summary>From here on a percentage is written without decimals.</summary>
    private const double Hundred = 100;

    /// <summary>"12,300", "0.0457", "-1.20"; a missing number is "-", what rounding has left of 0 is "0".</summary>
    public static string Of(double value) => Of(value, SignificantDigits);

    /// <summary>
    /// Two numbers that differ, with as many digits as it takes to see it; where five do not show it, the second says by how much it differs.
    /// </summary>
    public static (string One, string Other) Apart(double one, double other)
    {
        int digits = SignificantDigits;
        while (digits < MostDigits && Rounded(one, digits) == Rounded(other, digits))
        {
            digits++;
        }

        (string first, string second) = (Of(one, digits), Of(other, digits));
        return first == second && one != other && double.IsFinite(other - one) ? (first, $"{second}, {Of(Math.Abs(other - one))} {(other > one ? "more" : "less")}") : (first, second);
    }

    private static string Of(double value, int digits)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "-" : value > 0 ? "infinite" : "-infinite";
        }

        if (Math.Abs(value) < Noise)
        {
            return "0";
        }

        // Rounding first keeps 999.6 from showing a digit too many.
        double rounded = Rounded(value, digits);
        int magnitude = (int)Math.Floor(Math.Log10(Math.Abs(rounded)) + 1e-12);
        int decimals = Math.Max(0, digits - 1 - magnitude);
        bool power = decimals > MostDecimals || magnitude > 14;
        string format = power ? $"0.{new string('0', digits - 1)}E+0" : decimals == 0 || IsSmallCount(value) ? "#,0" : "#,0." + new string('0', decimals);
        return rounded.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The same with a plus sign where what is written is above 0.</summary>
    public static string Signed(double value) => Of(value) is var text && value > 0 && text != "0" ? "+" + text : text;

    /// <summary>A share in percent without the sign for it: "+4.2", "-0.3", "+1,240"; "0" of nothing, and one digit that tells the sign of what is less than a tenth: "-0.04".</summary>
    public static string Percent(double share)
    {
        double percent = 100 * share, rounded = Math.Round(Math.Abs(percent), 1);
        return Math.Abs(share) < Noise ? "0"
            : rounded < LeastPercent ? (percent > 0 ? "+" : "") + Of(percent, 1)
            : percent.ToString(rounded >= Hundred ? "+#,0;-#,0" : "+0.0;-0.0", CultureInfo.InvariantCulture);
    }

    private static double Rounded(double value, int digits) =>
        double.Parse(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Counts below a hundred read better without decimals.</summary>
    private static bool IsSmallCount(double value) => value == Math.Floor(value) && Math.Abs(value) < 1000;
}
