using EcoSim.Model.Worlds;

namespace EcoSim.Experiments.Lives;

/// <summary>The parts of rounds that one angel has taken, found as a world grows.</summary>
/// <param name="owns">True for the investor that a row is.</param>
internal sealed class AngelBook(AngelBook.Ownership owns)
{
    public delegate bool Ownership(World world, int row, in Investor investor);

    private readonly List<int> _investors = [];
    private readonly List<int> _parts = [];

    /// <summary>Part by part, what had come back when last asked, and whether more may come.</summary>
    private readonly List<(double Proceeds, bool Open)> _known = [];
    private int _investorsSeen;
    private int _holdingsSeen;

    /// <summary>Rows of its holdings, in order of purchase.</summary>
    public IReadOnlyList<int> Parts(World world, int row)
    {
        for (; _investorsSeen < world.Investors.Count; _investorsSeen++)
        {
            ref Investor investor = ref world.Investors[_investorsSeen];
            if (investor.Kind == InvestorKind.Angel && owns(world, row, investor))
            {
                _investors.Add(_investorsSeen);
            }
        }

        for (; _holdingsSeen < world.Holdings.Count; _holdingsSeen++)
        {
            if (_investors.Contains(world.Holdings[_holdingsSeen].Investor))
            {
                _parts.Add(_holdingsSeen);
            }
        }

        return _parts;
    }

    /// <summary>Since last asked: each new part with what it cost, and each payment from one, which is 0 where all is lost.</summary>
    public IEnumerable<(int Part, double Amount, bool Back)> News(World world, int row)
    {
        IReadOnlyList<int> parts = Parts(world, row);
        for (int i = 0; i < parts.Count; i++)
        {
            if (i == _known.Count)
            {
                _known.Add((0, true));
                yield return (parts[i], world.Holdings[parts[i]].Amount, false);
            }

            (double before, bool wasOpen) = _known[i];
            (double proceeds, bool open) = (world.Holdings[parts[i]].Proceeds, world.Holdings[parts[i]].ProceedsMonth < 0);
            if (proceeds != before || open != wasOpen)
            {
                _known[i] = (proceeds, open);
                yield return (parts[i], proceeds - before, true);
            }
        }
    }
}
