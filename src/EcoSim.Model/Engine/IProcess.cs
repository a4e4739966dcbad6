using EcoSim.Model.Worlds;

namespace EcoSim.Model.Engine;

/// <summary>A mechanism at work: reads columns, draws, calls equations, writes columns.</summary>
public interface IProcess
{
    /// <summary>What the mechanism does in one tick.</summary>
    void Step(World world);
}
