using EcoSim.Model.Observation;
using EcoSim.Model.Worlds;

namespace EcoSim.Experiments.Lives;

/// <summary>What is followed of an angel from outside the model's population: the money only. A row is one of the investors.</summary>
internal sealed class OutsideAngelReader : AngelReader
{
    /// <summary>Stands for an investor that is no outside angel.</summary>
    private const long Nobody = -1;

    public OutsideAngelReader()
    {
        Number("money to invest", "million RMB", (world, row) => world.Investors[row].Cash);
        AddInvestments();
    }

    public override int Count(World world) => world.Investors.Count;

    public override long Identity(World world, int row) =>
        world.Investors[row] is { Kind: InvestorKind.Angel, Person: < 0 } investor ? Model.Observation.Identity.Pack(IdentityKind.Person, investor.Key) : Nobody;

    protected override bool Owns(World world, int row, in Investor investor) =>
        investor.Person < 0 && investor.Key == world.Investors[row].Key;
}
