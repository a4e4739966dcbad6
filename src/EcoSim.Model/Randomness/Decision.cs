namespace EcoSim.Model.Randomness;

/// <summary>What a draw decides; each decision has its own luck.</summary>
public enum Decision
{
    Replicate = 1,
}
