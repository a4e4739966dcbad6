using System.Globalization;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Reporting;

namespace EcoSim.Cli;

/// <summary>Numbers of the tables that stand beside sentences: written as in these, with a true minus sign; a missing one is "-".</summary>
internal static class TerminalNumber
{
    private const string Missing = "-";

    /// <summary>"12,300", "−1.20".</summary>
    public static string Of(double value) => Minus(ReadableNumber.Of(value));

    /// <summary>The same with a plus sign where it is above 0.</summary>
    public static string Signed(double value) => Minus(ReadableNumber.Signed(value));

    /// <summary>"−1,040 to 1,910"; empty where there is none.</summary>
    public static string Interval(double low, double high) => double.IsNaN(low) ? "" : $"{Of(low)} to {Of(high)}";

    /// <summary>The interval of a paired difference, or that every pair differs by the same.</summary>
    public static string Interval(PairedDifference paired) => SamePairs.Of(paired) ?? Interval(paired.Low, paired.High);

    /// <summary>"+1.8 %" of a share; without its sign "62 %".</summary>
    public static string Percent(double share, bool signed) => double.IsNaN(share)
        ? Missing
        : (signed ? Minus(ReadableNumber.Percent(share)) : (100 * share).ToString("0;−0;0", CultureInfo.InvariantCulture)) + " %";

    /// <summary>"0.012", "&lt;0.001".</summary>
    public static string Probability(double p) => double.IsNaN(p) ? Missing : p < 0.001 ? "<0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Minus(string number) => number == Missing ? number : number.Replace('-', '−');
}
