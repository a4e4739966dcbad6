using System.Globalization;

namespace EcoSim.Experiments.Results;

/// <summary>Numbers for a person: three significant digits, thousands separated by commas.</summary>
public static class ReadableNumber
{
    private const int SignificantDigits = 3;

    /// <summary>"12,300", "0.0457", "-1.20"; a missing number is "-".</summary>
    public static string Of(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "-" : value > 0 ? "infinite" : "-infinite";
        }

        if (value == 0)
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

    /// <summary>Counts below a hundred read better without decimals.</summary>
    private static bool IsSmallCount(double value) => value == Math.Floor(value) && Math.Abs(value) < 1000;
}
