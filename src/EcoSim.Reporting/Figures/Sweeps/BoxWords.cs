using System.Globalization;
using EcoSim.Experiments.Discovery;
using EcoSim.Model.Declaration;

namespace EcoSim.Reporting;

/// <summary>Boxes in words: their limits, and how far they can be trusted.</summary>
public static class BoxWords
{
    /// <summary>What the numbers of a box mean.</summary>
    public static readonly string Reading =
        $"p of a box: share of {Discovery.Resamples} sweeps with shuffled outcomes in which as good a box is found; above {Of("0.00", DiscoveredBox.MostByChance)} it is not shown. "
        + $"p of a limit: chance of so many hits without it, not corrected for the search that chose it among many. Limited again: share of {Discovery.Resamples} resampled sweeps whose box limits it, too.";

    /// <summary>"0.2 to 0.6", "at least 0.2", "at most 0.6"; of a switch its only value.</summary>
    public static string Range(ParameterDeclaration parameter, double low, double high)
    {
        if (EndWords.IsSwitch(parameter))
        {
            return parameter.Format(double.IsInfinity(high) ? 1 : 0);
        }

        return (double.IsInfinity(low), double.IsInfinity(high)) switch
        {
            (true, false) => $"at most {ParameterAxis.Text(parameter, high)}",
            (false, true) => $"at least {ParameterAxis.Text(parameter, low)}",
            (false, false) => low == high ? ParameterAxis.Text(parameter, low) : $"{ParameterAxis.Text(parameter, low)} to {ParameterAxis.Text(parameter, high)}",
            _ => "any",
        };
    }

    /// <summary>"; at 17 of them luck may decide (mean within 2 standard errors of the threshold)"; empty where one replicate does not tell.</summary>
    public static string Doubtful(DiscoveryResult result) => result.Doubtful is not { } points
        ? "; one replicate, so at how many luck decides is not known"
        : $"; at {points} of the {result.Found.Points} luck may decide (mean within {DiscoveryResult.Near} standard errors of the threshold)";

    /// <summary>Why a box is less dense than was asked; null where it is as dense.</summary>
    public static string? Short(DiscoveryResult result, DiscoveredBox box)
    {
        if (result.Asked is not { } asked || box.Found.Score.Density >= asked)
        {
            return null;
        }

        double densest = box.Found.Steps.Max(step => step.Score.Density);
        return $"Asked for a density of {Of("0.#%", asked)}, got {Of("0.#%", box.Found.Score.Density)}: "
            + (densest < asked ? $"the densest step of the peeling has {Of("0.#%", densest)}." : "denser boxes of the peeling rest on limits that could be chance.");
    }

    /// <summary>Why the search ended at a box that is no finding; null where it did not.</summary>
    public static string? Ended(DiscoveryResult result) => result.Found.Ended is not { } box
        ? null
        : $"The {(result.Found.Boxes.Count == 0 ? "best" : "next")} box is no finding and ends the search: " + (box.CouldBeChance
            ? $"as good a one is found in {Of("0%", box.ChanceOfBalance)} of sweeps with shuffled outcomes."
            : $"its density of {Of("0.#%", box.Found.Score.Density)} is not above that of all points, {Of("0.#%", result.Found.Density)}.");

    private static string Of(string format, double number) => number.ToString(format, CultureInfo.InvariantCulture).Replace("%", "\u00A0%");
}
