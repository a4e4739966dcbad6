using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Capital;

/// <summary>Whom a firm pitches to: a few investors come into view, ties, distance and introductions weigh, luck decides.</summary>
internal sealed class InvestorChoice(Parameters parameters)
{
    /// <summary>Investors that contacts made at events bring into view at most.</summary>
    private const int MostExtraSeen = 8;

    /// <summary>Keeps the luck of whom one meets among alumni apart from that among others.</summary>
    private const int AlumniDraws = 32;

    /// <summary>Keeps the logarithm of an empty hub's venture presence finite.</summary>
    private const double LeastPresence = 0.01;

    private readonly List<int> _angels = [];
    private readonly List<int> _alumniAngels = [];
    private readonly List<int> _funds = [];
    private readonly List<int> _special = [];
    private int _known;
    private double _usual;
    private double[] _distance = [];
    private double[] _presence = [];

    /// <summary>Sorts investors who joined since last month into those that can be met.</summary>
    public void Refresh(World world)
    {
        FindPlaces(world);
        for (; _known < world.Investors.Count; _known++)
        {
            ref Investor investor = ref world.Investors[_known];
            List<int> list = investor.Kind switch
            {
                InvestorKind.Angel when investor.Anchor >= 0 => _alumniAngels,
                InvestorKind.Angel => _angels,
                InvestorKind.Venture => _funds,
                _ => _special,
            };
            list.Add(_known);
        }
    }

    /// <summary>Lets a firm pitch to one investor this month.</summary>
    public void Pitch(World world, int f)
    {
        ref Firm firm = ref world.Firms[f];
        Stage stage = firm.Stage == Stage.None && firm.Step >= parameters.Capital.SeedSteps ? Stage.Seed
            : firm.Stage < Stage.E ? firm.Stage + 1 : Stage.E;
        _usual = parameters.Capital.Of(stage).Amount;
        int best = World.None;
        double bestScore = double.NegativeInfinity;
        int seen = parameters.Capital.InvestorsSeen + (int)Math.Min(firm.Contacts, MostExtraSeen);
        List<int> common = stage <= Stage.Angel ? _angels : _funds;
        Look(world, ref firm, common, seen, 0, ref best, ref bestScore);
        if (stage <= Stage.Seed && firm.Hub == World.Home)
        {
            Look(world, ref firm, _alumniAngels, firm.HasAlumni ? seen : seen / 2, AlumniDraws, ref best, ref bestScore);
        }

        foreach (int i in _special)
        {
            if (Suits(world.Investors[i], firm, stage))
            {
                Weigh(world, ref firm, i, ref best, ref bestScore);
            }
        }

        if (best >= 0)
        {
            world.Pitches.Add(new Pitch { Firm = f, Investor = best, Stage = stage });
        }
    }

    /// <summary>Log weights of places for the month: distance per pair of hubs, and the venture presence that draws funds from elsewhere.</summary>
    private void FindPlaces(World world)
    {
        CapitalParameters p = parameters.Capital;
        int hubs = world.Hubs.Length;
        if (_presence.Length == 0)
        {
            _distance = new double[hubs * hubs];
            _presence = new double[hubs];
        }

        for (int a = 0; a < hubs; a++)
        {
            _presence[a] = p.DistanceElasticity * Math.Log(Math.Max(world.Hubs[a].VenturePresence, LeastPresence));
            for (int b = 0; b < hubs; b++)
            {
                _distance[a * hubs + b] = CapitalEquations.Distance(Ties.Distance(world, a, b), p.DistanceElasticity);
            }
        }
    }

    private void Look(World world, ref Firm firm, List<int> list, int seen, int offset, ref int best, ref double bestScore)
    {
        for (int i = 0; i < seen && list.Count > 0; i++)
        {
            int investor = list[world.Luck.Below(list.Count, Decision.InvestorPool, firm.Key, world.Month, offset + i)];
            Weigh(world, ref firm, investor, ref best, ref bestScore);
        }
    }

    private void Weigh(World world, ref Firm firm, int i, ref int best, ref double bestScore)
    {
        CapitalParameters p = parameters.Capital;
        ref Investor investor = ref world.Investors[i];
        double score = _distance[firm.Hub * world.Hubs.Length + investor.Hub]
            + p.TiePull * Ties.Between(investor, firm)
            + (investor.Sector == (byte)firm.Sector ? 1 : 0)
            + (investor.Kind == InvestorKind.Venture && investor.Hub != firm.Hub ? _presence[firm.Hub] : 0)
            + p.TiePull * Ties.Introduction(investor, firm, parameters)
            - (investor.Attention < 1 || investor.Cash < p.LeastPart * _usual ? p.UnableCost : 0);
        double luck = world.Luck.Uniform(Decision.InvestorChoice, firm.Key ^ investor.Key, world.Month);
        if (!Variate.IsGumbelSurelyBelow(luck, bestScore - score))
        {
            score += Variate.Gumbel(luck);
            (best, bestScore) = score > bestScore ? (i, score) : (best, bestScore);
        }
    }

    /// <summary>Affiliated money is early, strategic money follows the first product, the state's money stays at home.</summary>
    private static bool Suits(in Investor investor, in Firm firm, Stage stage) => investor.Kind switch
    {
        InvestorKind.AffiliatedFund => stage <= Stage.A,
        InvestorKind.Strategic => stage >= Stage.A,
        InvestorKind.State => firm.Hub == World.Home && stage is Stage.Seed or Stage.A,
        _ => true,
    };
}

/// <summary>Who knows whom.</summary>
internal static class Ties
{
    /// <summary>Distance between hubs, 100 km; rivals are as far from each other as the farther is from home.</summary>
    public static double Distance(World world, int a, int b) =>
        a == b ? 0 : Math.Max(world.Hubs[a].Distance, world.Hubs[b].Distance);

    /// <summary>Tie to a fund through an introduction by a guiding backer, 0-1.</summary>
    public static double Introduction(in Investor investor, in Firm firm, Parameters parameters) =>
        firm.Guided && investor.Kind == InvestorKind.Venture ? parameters.Channels.Signal * parameters.Capital.IntroductionTie : 0;

    /// <summary>Strength of the tie, 0-1: an investor of the anchor's circle and founders who worked there.</summary>
    public static double Between(in Investor investor, in Firm firm) =>
        investor.Anchor >= 0 && (firm.AnchorLine == investor.Anchor || firm.HasAlumni) ? 1 : 0;
}
