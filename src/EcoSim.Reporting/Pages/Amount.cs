using System.Globalization;
using EcoSim.Experiments.Results;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>Numbers within sentences: three significant digits, a unit that keeps them short, a true minus sign.</summary>
internal static class Amount
{
    /// <summary>"12.3 billion RMB", "1,380 firms"; an index or share has no unit.</summary>
    public static string Of(double value, string unit) => $"{Bare(value, Scale(value, unit))}{Unit(Scale(value, unit))}";

    /// <summary>The same with a plus sign where it grows.</summary>
    public static string SignedOf(double value, string unit) => (value > 0 ? "+" : "") + Of(value, unit);

    /// <summary>"10.1 to 14.5 billion RMB".</summary>
    public static string Range(double low, double high, string unit)
    {
        UnitScale scale = Scale(Math.Max(Math.Abs(low), Math.Abs(high)), unit);
        return $"{Bare(low, scale)} to {Bare(high, scale)}{Unit(scale)}";
    }

    /// <summary>"+12,300", in the unit of the table.</summary>
    public static string Signed(double value) => double.IsNaN(value) ? "–" : (value > 0 ? "+" : "") + ReadableNumber.Of(value).Replace('-', '−');

    /// <summary>"+4.2 %" of a share; a dash where it is missing.</summary>
    public static string Percent(double share) => double.IsNaN(share)
        ? "–"
        : (100 * share).ToString("+0.0;−0.0;0", CultureInfo.InvariantCulture) + " %";

    /// <summary>"10 pairs of replicates".</summary>
    public static string Count(int count, string one, string many) =>
        $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    private static UnitScale Scale(double value, string unit) => UnitScale.For(unit, Math.Abs(value));

    private static string Bare(double value, UnitScale scale) => ReadableNumber.Of(value / scale.Size).Replace('-', '−');

    private static string Unit(UnitScale scale) => scale.Name is "index" or "share" or "1" ? "" : " " + scale.Name;
}
