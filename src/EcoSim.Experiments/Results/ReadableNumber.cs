using System.Globalization;

namespace EcoSim.Experiments.Results;

/// <summary>Numbers for a person: three significant digits, thousands separated by commas.</summary>
public static class ReadableNumber
{
    private const int SignificantDigits = 3;

    /// <summary>Nothing in the model is so small and not 0: below it, a number is what rounding has left of a difference between equals.</summary>
    private const double Noise = 1e-12;

    /// <summary>"12,300", "0.0457", "-1.20"; a missing number is "-", what rounding has left of 0 is "0".</summary>
    public static string Of(double value)
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
        double rounded = double.Parse(value.ToString("E2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int magnitude = (int)Math.Floor(Math.Log10(Math.Abs(rounded)) + 1e-12);
        int decimals = Math.Max(0, SignificantDigits - 1 - magnitude);
        bool plain = decimals > 6 || magnitude > 14;
        string format = plain ? "0.00E+0" : decimals == 0 || IsSmallCount(value) ? "#,0" : "#,0." + new string('0', decimals);
        return rounded.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The same with a plus sign where what is written is above 0.</summary>
    public static string Signed(double value) => Of(value) is var text && value > 0 && text != "0" ? "+" + text : text;

    /// <summary>Counts below a hundred read better without decimals.</summary>
    private static bool IsSmallCount(double value) => value == Math.Floor(value) && Math.Abs(value) < 1000;
}
