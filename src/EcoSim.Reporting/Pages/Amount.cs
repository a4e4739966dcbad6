using System.Globalization;
using EcoSim.Experiments.Results;

namespace EcoSim.Reporting;

/// <summary>Numbers that need no unit.</summary>
internal static class Amount
{
    /// <summary>"+12,300"; a dash where it is missing.</summary>
    public static string Signed(double value) => double.IsNaN(value) ? "–" : ReadableNumber.Signed(value).Replace('-', '−');

    /// <summary>"+4.2 %" of a share, never broken before the sign; a dash where it is missing.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "–" : ReadableNumber.Percent(share).Replace('-', '−') + "\u00A0%";

    /// <summary>"10 pairs".</summary>
    public static string Count(int count, string one, string many) =>
        $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
