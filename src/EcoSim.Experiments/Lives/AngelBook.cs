using EcoSim.Model.Worlds;

namespace EcoSim.Experiments.Lives;

/// <summary>The parts of rounds that one person has taken as an angel, found as a world grows.</summary>
internal sealed class AngelBook
{
    private readonly List<int> _investors = [];
    private readonly List<int> _parts = [];

    /// <summary>Part by part, what had come back when last asked, and whether more may come.</summary>
    private readonly List<(double Proceeds, bool Open)> _known = [];
    private int _investorsSeen;
    private int _holdingsSeen;

    /// <summary>Rows of the holdings of a person, in order of purchase.</summary>
    public IReadOnlyList<int> Parts(World world, int person)
    {
        for (; _investorsSeen < world.Investors.Count; _investorsSeen++)
        {
            ref Investor investor = ref world.Investors[_investorsSeen];
            if (investor.Kind == InvestorKind.Angel && investor.Person == person)
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
    public IEnumerable<(int Part, double Amount, bool Back)> News(World world, int person)
    {
        IReadOnlyList<int> parts = Parts(world, person);
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
