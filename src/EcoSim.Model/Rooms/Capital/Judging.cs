using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Capital;

/// <summary>Investors form opinions of the month's pitches and fund those that pass their hurdle, as they come, as far as money and attention go.</summary>
internal sealed class Judging(Parameters parameters)
{
    /// <summary>Room for a month's pitches at first; it grows.</summary>
    private const int FewPitches = 64;

    private double[] _order = new double[FewPitches];
    private int[] _pitch = new int[FewPitches];
    private readonly double[] _noise = new double[Count.Stages];
    private double _scarcity;

    public void Judge(World world)
    {
        int count = world.Pitches.Count;
        _scarcity = CapitalEquations.Scarcity(world.VentureInflow, parameters.Capital.SupplyElasticity);
        for (int stage = 0; stage < _noise.Length; stage++)
        {
            _noise[stage] = parameters.Capital.OpinionNoise * Math.Pow(parameters.Capital.NoisePerStage, stage - 1);
        }

        if (_order.Length < count)
        {
            _order = new double[2 * count];
            _pitch = new int[2 * count];
        }

        int good = 0;
        Span<Pitch> pitches = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(world.Pitches);
        for (int i = 0; i < count; i++)
        {
            Opine(world, ref pitches[i]);
            if (pitches[i].Score < Hurdle(world, pitches[i]))
            {
                Refuse(world, pitches[i], CapitalProcess.TooLow);
            }
            else
            {
                _order[good] = world.Luck.Uniform(Decision.PitchOrder, world.Firms[pitches[i].Firm].Key, world.Month);
                _pitch[good++] = i;
            }
        }

        // In an order of their own within the month: an investor does not know who will ask tomorrow, and a month has no more choice in a large region.
        Array.Sort(_order, _pitch, 0, good);
        for (int i = 0; i < good; i++)
        {
            Decide(world, ref pitches[_pitch[i]]);
        }
    }

    /// <summary>Least opinion at which this investor funds this stage: venture funds ask for more when little is committed to them.</summary>
    private double Hurdle(World world, in Pitch pitch) => parameters.Capital.Of(pitch.Stage).Hurdle
        + (world.Investors[pitch.Investor].Kind == InvestorKind.Venture ? _scarcity : 0);

    private void Opine(World world, ref Pitch pitch)
    {
        CapitalParameters p = parameters.Capital;
        ref Firm firm = ref world.Firms[pitch.Firm];
        ref Investor investor = ref world.Investors[pitch.Investor];
        Concerns concerns = world.Concerns;
        int place = firm.Place;
        bool angel = investor.Kind is InvestorKind.Angel or InvestorKind.AffiliatedFund;
        int steps = parameters.Sectors.Of(firm.Sector).Steps;
        double quality = CapitalEquations.Quality(
            firm.TeamWorth * concerns.Knowledge[place] * concerns.Routines[place] / p.ReferenceWorth, firm.Step / (double)steps,
            concerns.Sales[place] * Hazard.MonthsPerYear / p.TractionSales, angel ? p.AngelTeamWeight : p.FundTeamWeight);
        double noise = _noise[(int)pitch.Stage];
        double tie = Ties.Between(investor, firm);
        double introduction = concerns.Guided[place] > 0 && investor.Kind == InvestorKind.Venture ? Ties.Introduction(parameters) : 0;
        double precision = CapitalEquations.Precision(
            noise, Math.Max(tie, introduction), p.TiePrecision, investor.Sector == (byte)firm.Sector, p.SectorPrecision);
        double prior = 1 / (p.PriorSpread * p.PriorSpread);
        pitch.Opinion = quality + p.AffinityBias * tie
            + CapitalEquations.Noise(
                world.Luck.Normal(Decision.Opinion, firm.Key, (int)pitch.Stage, firm.Step),
                world.Luck.Normal(Decision.Opinion, firm.Key ^ investor.Key, (int)pitch.Stage, firm.Step), p.SharedOpinion, precision);
        pitch.Belief = CapitalEquations.Posterior(pitch.Opinion, precision, prior, firm.SignalSum, firm.SignalPrecision);
        pitch.Score = pitch.Belief + (investor.Kind == InvestorKind.Strategic
            ? parameters.AnchorOf(investor.Anchor).StrategicFit * world.Anchors[investor.Anchor].Needs[(int)firm.Sector]
            : 0);
    }

    private void Decide(World world, ref Pitch pitch)
    {
        CapitalParameters p = parameters.Capital;
        ref Investor investor = ref world.Investors[pitch.Investor];
        Concerns concerns = world.Concerns;
        int place = world.Firms[pitch.Firm].Place;
        pitch.Amount = CapitalEquations.Amount(
            p.Of(pitch.Stage).Amount, pitch.Belief, p.AmountElasticity, concerns.Plan[place] - concerns.Cash[place],
            Math.Max(concerns.Burn[place], 0) * p.LeastMonths);
        if (investor.Attention < CapitalEquations.LeastAttention(Ties.KeepsBack(investor, pitch.Stage), p.LooksReserved, world.Scale))
        {
            Refuse(world, pitch, CapitalProcess.NoAttention);
            return;
        }

        investor.Attention--;
        if (investor.Cash < pitch.Amount * p.LeastPart)
        {
            Refuse(world, pitch, CapitalProcess.NoMoney);
        }
        else
        {
            Note(world, pitch, CapitalProcess.Funded);
            pitch.Amount = Math.Min(pitch.Amount, investor.Cash);
            Fund(world, pitch);
        }
    }

    private void Refuse(World world, in Pitch pitch, byte why)
    {
        Note(world, pitch, why);
        world.Concerns.NextPitch[world.Firms[pitch.Firm].Place] = world.Month + 1 + parameters.Capital.RefusalPause;
    }

    private void Note(World world, in Pitch pitch, byte why) => world.PitchRecords?.Add(new PitchRecord(
        pitch.Firm, pitch.Investor, (short)world.Month, pitch.Stage, (float)pitch.Score, (float)Hurdle(world, pitch),
        why == CapitalProcess.Funded, why));

    private void Fund(World world, in Pitch pitch)
    {
        CapitalParameters p = parameters.Capital;
        ref Firm firm = ref world.Firms[pitch.Firm];
        Concerns concerns = world.Concerns;
        int place = firm.Place;
        double dilution = p.Of(pitch.Stage).Dilution;
        double post = CapitalEquations.PostMoney(pitch.Amount, dilution);
        int round = world.Rounds.Add(new Round
        {
            Firm = pitch.Firm,
            Stage = pitch.Stage,
            Month = (short)world.Month,
            Raised = pitch.Amount,
            PreMoney = post - pitch.Amount,
            Lead = pitch.Investor,
        });
        int earlier = firm.LastHolding;
        double before = firm.Dilution;
        firm.Dilution *= 1 - dilution;
        firm.FounderShare *= 1 - dilution;
        double rest = pitch.Amount;
        for (int h = earlier; h >= 0; h = world.Holdings[h].Previous)
        {
            int who = world.Holdings[h].Investor;
            if (who == pitch.Investor || world.Investors[who].Kind == InvestorKind.Angel || Latest(world, earlier, who) != h)
            {
                continue;
            }

            double part = p.ProRata * Stake(world, h, who, before) * pitch.Amount;
            if (world.Investors[who].Cash > part)
            {
                Take(world, ref firm, pitch, round, who, part, dilution);
                rest -= part;
            }
        }

        Take(world, ref firm, pitch, round, pitch.Investor, rest, dilution);
        firm.Stage = pitch.Stage;
        firm.Rounds++;
        firm.PostMoney = post;
        concerns.Stage[place] = (double)pitch.Stage;
        concerns.LastRound[place] = world.Month;
        concerns.StepsAhead[place] = 0;
        concerns.TrendAtRound[place] = concerns.SalesTrend[place];
        concerns.RoundPrice[place] = post;
        firm.Raised += pitch.Amount;
        Help(world, ref firm, pitch);
        world.Hubs[firm.Hub].RoundsThisMonth++;
    }

    /// <summary>An investor's latest holding in a firm, among those from one on back.</summary>
    private static int Latest(World world, int from, int investor)
    {
        int h = from;
        while (world.Holdings[h].Investor != investor)
        {
            h = world.Holdings[h].Previous;
        }

        return h;
    }

    /// <summary>Share of a firm that an investor holds, over all rounds it took part in.</summary>
    /// <param name="world">The world.</param>
    /// <param name="latest">The investor's latest holding in the firm.</param>
    /// <param name="investor">Its row.</param>
    /// <param name="before">What all rounds so far have left of a share of the founding, 0-1.</param>
    private static double Stake(World world, int latest, int investor, double before)
    {
        double stake = 0;
        for (int h = latest; h >= 0; h = world.Holdings[h].Previous)
        {
            ref Holding held = ref world.Holdings[h];
            stake += held.Investor == investor ? held.Share * before / held.DilutionAtIssue : 0;
        }

        return stake;
    }

    private static void Take(World world, ref Firm firm, in Pitch pitch, int round, int who, double amount, double dilution)
    {
        ref Investor investor = ref world.Investors[who];
        investor.Cash -= amount;
        investor.Invested += amount;
        world.Concerns.Cash[firm.Place] += amount;
        firm.LastHolding = world.Holdings.Add(new Holding
        {
            Firm = pitch.Firm,
            Investor = who,
            Round = round,
            Amount = amount,
            Share = dilution * amount / pitch.Amount,
            DilutionAtIssue = firm.Dilution,
            ProceedsMonth = World.None,
            Previous = firm.LastHolding,
        });
        if (firm.Hub != World.Home)
        {
            world.Tally.RivalMoney += amount;
            return;
        }

        ref double account = ref Account(ref world.Tally, investor.Kind);
        account += amount;
    }

    private static ref double Account(ref Tally tally, InvestorKind kind)
    {
        switch (kind)
        {
            case InvestorKind.Angel:
                return ref tally.AngelMoney;
            case InvestorKind.AffiliatedFund:
                return ref tally.AffiliatedMoney;
            case InvestorKind.Strategic:
                return ref tally.StrategicMoney;
            case InvestorKind.State:
                return ref tally.StateMoney;
            default:
                return ref tally.VentureMoney;
        }
    }

    /// <summary>What comes with the money: a signal to the next investor, guidance and reach.</summary>
    private void Help(World world, ref Firm firm, in Pitch pitch)
    {
        CapitalParameters p = parameters.Capital;
        ref Investor investor = ref world.Investors[pitch.Investor];
        double weight = p.SignalPrecision / (p.PriorSpread * p.PriorSpread)
            * (investor.Anchor < 0 ? 1 : parameters.Channels.Signal * (Ties.Between(investor, firm) > 0 ? p.AffiliatedSignal : 1));
        firm.SignalSum += weight * pitch.Opinion;
        firm.SignalPrecision += weight;
        if (investor.Anchor >= 0 && investor.Kind != InvestorKind.Angel)
        {
            world.Concerns.Guided[firm.Place] = 1;
        }

        if (investor.Kind == InvestorKind.Strategic)
        {
            firm.StrategicAnchor = investor.Anchor;
            world.Concerns.Strategic[firm.Place] = 1;
        }
    }
}
