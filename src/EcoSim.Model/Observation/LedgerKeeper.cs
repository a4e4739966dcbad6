using EcoSim.Model.Worlds;

namespace EcoSim.Model.Observation;

internal sealed class LedgerKeeper
{
    public LedgerKeeper(Parameters parameters, World world) { }
    public void Note(World world) { }
    public IReadOnlyList<LedgerTable> Close(World world) => [];
}
