using EcoSim.Experiments.Comparison;

namespace EcoSim.Cli.Comparing;

/// <summary>What the options of <c>compare</c> ask for beside those of all running commands.</summary>
/// <param name="Outcomes">Declared outcomes, the first of them the headline; empty for the usual ones.</param>
/// <param name="Precision">Replicates are added until the headline is that precise; null for the replicates of the scenarios.</param>
public sealed record CompareRequest(IReadOnlyList<OutcomeMeasure> Outcomes, PrecisionTarget? Precision)
{
    public static readonly CompareRequest Usual = new([], null);
}
