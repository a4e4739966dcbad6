namespace EcoSim.Tests.Randomness;

/// <summary>A word of the key of a draw; tests count it up as the model does, the other words at rest.</summary>
public enum KeyWord
{
    Seed,
    Decision,
    Entity,
    Time,
    Index,
}
