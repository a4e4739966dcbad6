using EcoSim.Experiments.Sweeps;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>A horizontal axis over the prior of a parameter: logarithmic where the prior is even in the logarithm.</summary>
internal sealed class PriorAxis(Variation prior)
{
    private const int MostIntervals = 4;

    private bool IsLogarithmic => prior.Kind == VariationKind.LogUniform;

    public double Low => At(prior.From);

    public double High => At(prior.To);

    public string Label => prior.Parameter.Path;

    /// <summary>Unit and scale; empty for a pure number.</summary>
    public string Unit => string.Join(", ", new[] { prior.Parameter.Unit is "1" ? "" : prior.Parameter.Unit, IsLogarithmic ? "log scale" : "" }.Where(part => part.Length > 0));

    /// <summary>Position of a value.</summary>
    public double At(double value) => IsLogarithmic ? Math.Log10(value) : value;

    public Ticks Ticks(int intervals)
    {
        if (!IsLogarithmic)
        {
            return Style.Ticks.Linear(Low, High, Math.Min(intervals, MostIntervals));
        }

        Ticks ticks = Style.Ticks.Log10(Low, High);
        int every = (ticks.Positions.Length + MostIntervals) / (MostIntervals + 1);

        // A long label under the very end would be cut off on a narrow page.
        double edge = Low + 0.04 * (High - Low);
        return ticks with { Labels = [.. ticks.Labels.Select((label, i) => i % Math.Max(1, every) == 0 && !(label.Length > 4 && ticks.Positions[i] < edge) ? label : "")] };
    }
}
