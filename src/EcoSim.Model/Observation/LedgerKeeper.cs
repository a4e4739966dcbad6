using EcoSim.Model.Worlds;

namespace EcoSim.Model.Observation;

/// <summary>Temporary.</summary>
internal sealed class LedgerKeeper(Parameters parameters, World world)
{
    public void Note(World world) { }
    public IReadOnlyList<LedgerTable> Close(World world) => [];
}
