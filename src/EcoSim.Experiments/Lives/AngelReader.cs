using EcoSim.Model.Worlds;

namespace EcoSim.Experiments.Lives;

/// <summary>What is followed of somebody who may invest as an angel.</summary>
internal abstract class AngelReader : LifeReader
{
    private static readonly LifeField Invests = new("invests in", "", true) { ByDeeds = true }, Returns = new("gets back from", "", true) { ByDeeds = true };

    private readonly AngelBook _book;

    protected AngelReader() => _book = new AngelBook(Owns);

    public override IEnumerable<(LifeField Field, LifeValue Value)> NewDeeds(World world, int row)
    {
        foreach ((int part, double amount, bool back) in _book.News(world, row))
        {
            yield return (back ? Returns : Invests, new LifeValue(amount, WorldWords.StartUp(world, world.Holdings[part].Firm)));
        }
    }

    /// <summary>True for the angel that a row is as an investor.</summary>
    protected abstract bool Owns(World world, int row, in Investor investor);

    protected void AddInvestments()
    {
        Number("last investment as an angel", "", Last);
        Number("investments as an angel", "", (world, row) => (double)_book.Parts(world, row).Count);
        Number("invested as an angel", "million RMB", (world, row) => _book.Parts(world, row).Sum(part => world.Holdings[part].Amount));
        Number("got back as an angel", "million RMB", (world, row) => _book.Parts(world, row).Sum(part => world.Holdings[part].Proceeds));
    }

    private LifeValue Last(World world, int row) => _book.Parts(world, row) is { Count: > 0 } parts
        ? new LifeValue(world.Holdings[parts[^1]].Amount, WorldWords.StartUp(world, world.Holdings[parts[^1]].Firm))
        : "none";
}
