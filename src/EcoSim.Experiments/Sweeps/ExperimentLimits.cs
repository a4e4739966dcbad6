namespace EcoSim.Experiments.Sweeps;

/// <summary>What an experiment may ask for at most.</summary>
public static class ExperimentLimits
{
    /// <summary>More points than anyone can run; stops slips such as a grid over ten parameters.</summary>
    public const int MostPoints = 1_000_000;
}
