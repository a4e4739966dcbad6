namespace EcoSim.Experiments.Calibration;

/// <summary>What the model says at one point.</summary>
/// <param name="Point">The point, each coordinate a share of its prior in (0, 1).</param>
/// <param name="Values">Measures on their stretched scales; NaN where the replicates have none.</param>
/// <param name="Variances">Their Monte Carlo variance; NaN where it is not known.</param>
/// <param name="Replicates">Replicates that were pooled.</param>
public sealed record Evaluation(double[] Point, double[] Values, double[] Variances, int Replicates)
{
    /// <summary>True when every measure has a value.</summary>
    public bool IsWhole => Array.TrueForAll(Values, double.IsFinite);
}
