using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Capital;

/// <summary>Whom a firm pitches to: a few investors come into view, ties, distance and introductions weigh, luck decides.</summary>
internal sealed class InvestorChoice(Parameters parameters)
{
    /// <summary>Keeps the luck of whom one meets among alumni apart from that among others.</summary>
    private const int AlumniDraws = 32;

    /// <summary>Keeps the logarithm of an empty hub's venture presence finite.</summary>
    private const double LeastPresence = 0.01;

    /// <summary>What a firm may like or dislike about an investor, as bits of a place in the table of likings.</summary>
    private const int Tie = 1, Trade = 1 << 1, Introduction = 1 << 2, Unable = 1 << 3, Combinations = 1 << 4;

    private readonly Circle _angels = new();
    private readonly Circle _alumniAngels = new();
    private readonly Circle _funds = new();
    private readonly List<int> _special = [];
    private int _known;
    private double _touched;
    private double _least;
    private bool _guided;
    private Stage _stage;
    private double[] _distance = [];
    private readonly double[] _liking = new double[Combinations];

    /// <summary>Sorts investors who joined since last month into those that can be met, and reckons the month's weights.</summary>
    public void Refresh(World world)
    {
        Weights(world);
        for (; _known < world.Investors.Count; _known++)
        {
            ref Investor investor = ref world.Investors[_known];
            Circle? circle = investor.Kind switch
            {
                InvestorKind.Angel when investor.Anchor >= 0 => _alumniAngels,
                InvestorKind.Angel => _angels,
                InvestorKind.Venture => _funds,
                _ => null,
            };
            if (circle is null)
            {
                _special.Add(_known);
            }
            else
            {
                circle.Add(investor.Key, _known);
            }
        }

        _angels.Close();
        _alumniAngels.Close();
        _funds.Close();
    }

    /// <summary>Firms whose records are brought near at once, so that one does not wait for the other's.</summary>
    private const int Batch = 64;

    /// <summary>Lets each of some firms pitch to one investor this month.</summary>
    public void Pitch(World world, ReadOnlySpan<int> firms)
    {
        for (int first = 0; first < firms.Length; first += Batch)
        {
            ReadOnlySpan<int> batch = firms[first..Math.Min(first + Batch, firms.Length)];
            double sum = 0;
            foreach (int row in batch)
            {
                ref Firm firm = ref world.Firms[row];
                sum += firm.Place + firm.SignalPrecision;
            }

            _touched = sum;
            foreach (int row in batch)
            {
                Pitch(world, row, world.Firms[row]);
            }
        }
    }

    private void Pitch(World world, int row, in Firm firm)
    {
        Stage stage = firm.Stage == Stage.None && firm.Step >= parameters.Capital.SeedSteps ? Stage.Seed
            : firm.Stage < Stage.E ? firm.Stage + 1 : Stage.E;
        _stage = stage;
        _guided = world.Concerns.Guided[firm.Place] > 0;
        _least = parameters.Capital.LeastPart * parameters.Capital.Of(stage).Amount;
        Occasion luck = world.Luck.At(firm.Key, world.Month);
        var race = new Race(luck);
        int seen = parameters.Capital.InvestorsSeen + (int)Math.Min(world.Concerns.Contacts[firm.Place], parameters.Capital.MostContactsSeen);
        Look(world, luck, firm, stage <= Stage.Angel ? _angels : _funds, seen, 0, ref race);
        if (stage <= Stage.Seed && firm.Hub == World.Home)
        {
            Look(world, luck, firm, _alumniAngels, firm.HasAlumni ? seen : (int)(seen * parameters.Capital.OutsiderShare), AlumniDraws, ref race);
        }

        foreach (int i in _special)
        {
            ref Investor investor = ref world.Investors[i];
            if (Suits(investor, firm, stage))
            {
                race.Enter(i, investor.Key, Weight(world, firm, investor));
            }
        }

        if (race.First >= 0)
        {
            world.Pitches.Add(new Pitch { Firm = row, Investor = race.First, Stage = stage });
        }
    }

    /// <summary>Weights for the month: of distance per pair of hubs, for funds times the venture presence that draws them from elsewhere, and of all other likings together.</summary>
    private void Weights(World world)
    {
        CapitalParameters p = parameters.Capital;
        int hubs = world.Hubs.Length;
        if (_distance.Length == 0)
        {
            _distance = new double[2 * hubs * hubs];
        }

        for (int a = 0; a < hubs; a++)
        {
            double presence = Math.Pow(Math.Max(world.Hubs[a].VenturePresence, LeastPresence), p.DistanceElasticity);
            for (int b = 0; b < hubs; b++)
            {
                double distance = CapitalEquations.Distance(Ties.Distance(world, a, b), p.DistanceElasticity);
                _distance[a * hubs + b] = distance;
                _distance[(hubs + a) * hubs + b] = a == b ? distance : distance * presence;
            }
        }

        for (int liking = 0; liking < Combinations; liking++)
        {
            double score = ((liking & Tie) > 0 ? p.TiePull : 0) + ((liking & Trade) > 0 ? 1 : 0)
                + ((liking & Introduction) > 0 ? p.TiePull * Ties.Introduction(parameters) : 0) - ((liking & Unable) > 0 ? p.UnableCost : 0);
            _liking[liking] = Math.Exp(score);
        }
    }

    private void Look(World world, Occasion luck, in Firm firm, Circle circle, int seen, int offset, ref Race race)
    {
        for (int i = 0; i < seen && !circle.IsEmpty; i++)
        {
            int who = circle.Next(luck.Bits(Decision.InvestorPool, offset + i));
            ref Investor investor = ref world.Investors[who];
            race.Enter(who, investor.Key, Weight(world, firm, investor));
        }
    }

    /// <summary>How much a firm likes the thought of an investor's money: near, known, of its trade, from a fund that is drawn here or introduced, and able to look.</summary>
    private double Weight(World world, in Firm firm, in Investor investor)
    {
        int hubs = world.Hubs.Length;
        int fund = investor.Kind == InvestorKind.Venture ? 1 : 0;
        int liking = (Ties.Between(investor, firm) > 0 ? Tie : 0)
            | (investor.Sector == (byte)firm.Sector ? Trade : 0)
            | (_guided && investor.Kind == InvestorKind.Venture ? Introduction : 0)
            | (investor.Attention < CapitalEquations.LeastAttention(Ties.KeepsBack(investor, _stage), parameters.Capital.LooksReserved, world.Scale) || investor.Cash < _least ? Unable : 0);
        return _distance[(fund * hubs + firm.Hub) * hubs + investor.Hub] * _liking[liking];
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

    /// <summary>Whether an investor keeps attention back from a round: an affiliated fund from angel rounds, for the later ones that it is there for.</summary>
    public static bool KeepsBack(in Investor investor, Stage stage) => investor.Kind == InvestorKind.AffiliatedFund && stage <= Stage.Angel;

    /// <summary>Tie to a fund that an introduction gives, 0-1.</summary>
    public static double Introduction(Parameters parameters) => parameters.Channels.Signal * parameters.Capital.IntroductionTie;

    /// <summary>Strength of the tie, 0-1: an investor of the anchor's circle and founders who worked there.</summary>
    public static double Between(in Investor investor, in Firm firm) =>
        investor.Anchor >= 0 && (firm.AnchorLine == investor.Anchor || firm.HasAlumni) ? 1 : 0;
}
