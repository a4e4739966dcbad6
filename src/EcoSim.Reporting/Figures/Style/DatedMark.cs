using ScottPlot;

namespace EcoSim.Reporting.Style;

/// <summary>A dated change on a panel: a dashed line where it begins, or while it lasts a shaded window, with a short text on top.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; null for one that lasts.</param>
/// <param name="Text">The text.</param>
internal readonly record struct DatedMark(double From, double? To, string Text)
{
    /// <summary>Its colour; null for the usual one.</summary>
    public Color? Color { get; init; }

    /// <summary>Where the text stands.</summary>
    public double Middle => (From + (To ?? From)) / 2;
}
