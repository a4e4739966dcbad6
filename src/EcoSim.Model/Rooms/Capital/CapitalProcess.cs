using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Capital;

/// <summary>Investors raise money, firms pitch, investors judge and fund those that pass their hurdle, as far as they can look and pay.</summary>
public sealed class CapitalProcess(Parameters parameters) : IProcess
{
    /// <summary>Why a pitch was turned down, in the ledger's order.</summary>
    public const byte TooLow = 0, NoMoney = 1, NoAttention = 2, Funded = 3;

    private readonly InvestorChoice _choice = new(parameters);
    private readonly List<int> _looking = [];
    private readonly Judging _judging = new(parameters);

    public void Step(World world)
    {
        RaiseFunds(world);
        world.Pitches.Clear();
        _choice.Refresh(world);
        Concerns concerns = world.Concerns;
        double mark = Math.Log(parameters.Capital.GrowthMark);
        for (int place = 0; place < concerns.Count; place += Column.Lanes)
        {
            for (uint looking = LookForMoney(world, concerns, place, mark); looking != 0; looking &= looking - 1)
            {
                int one = place + BitOperations.TrailingZeroCount(looking);
                if (world.Luck.Uniform(Decision.Appetite, concerns.KeyOf(one), 0) < parameters.Capital.SeekingShare)
                {
                    _looking.Add(concerns[one].Row);
                }
            }
        }

        _choice.Pitch(world, CollectionsMarshal.AsSpan(_looking));
        _looking.Clear();
        _judging.Judge(world);
        Fade(world);
    }

    /// <summary>Which of four firms would look for money, a bit per lane: they are short of it, or have passed a milestone since the last round or grown, and have plans that their cash does not pay for.</summary>
    /// <param name="world">The world.</param>
    /// <param name="concerns">Its start-ups.</param>
    /// <param name="place">First of the four.</param>
    /// <param name="mark">Log growth of sales since the last round from which a firm looks for money to grow.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private uint LookForMoney(World world, Concerns concerns, int place, double mark)
    {
        CapitalParameters p = parameters.Capital;
        Vector256<double> month = Vector256.Create((double)world.Month);
        Vector256<double> zero = Vector256<double>.Zero;
        Vector256<double> atRound = concerns.TrendAtRound.Four(place);
        Vector256<double> hadRound = Vector256.LessThan(atRound, Vector256.Create(double.PositiveInfinity));
        Vector256<double> free = Vector256.GreaterThan(concerns.Operating.Four(place), zero)
            & Vector256.GreaterThanOrEqual(month, concerns.NextPitch.Four(place))
            & ~(hadRound & Vector256.LessThan(month - concerns.LastRound.Four(place), Vector256.Create((double)p.LeastInterval)));

        Vector256<double> burn = concerns.Burn.Four(place);
        Vector256<double> cash = concerns.Cash.Four(place);
        Vector256<double> lasts = Vector256.GreaterThanOrEqual(cash, burn * p.SeekingRunway);
        Vector256<double> hasPlans = Vector256.GreaterThan(concerns.Plan.Four(place) * p.SeekingGap, cash);
        Vector256<double> short_ = ~lasts & Vector256.GreaterThan(burn, zero);
        Vector256<double> milestone = Vector256.GreaterThan(concerns.StepsAhead.Four(place), zero)
            & Vector256.LessThanOrEqual(month - concerns.LastStep.Four(place), Vector256.Create((double)p.SeekingMonths));
        Vector256<double> grown = Vector256.GreaterThan(concerns.SalesTrend.Four(place), atRound + Vector256.Create(mark));

        // After the last stage only want of money counts.
        Vector256<double> last = Vector256.GreaterThanOrEqual(concerns.Stage.Four(place), Vector256.Create((double)Stage.E));
        return (free & (short_ | ((milestone | grown) & hasPlans & ~(last & lasts)))).ExtractMostSignificantBits() & concerns.Taken(place);
    }

    /// <summary>Money comes in each month; attention is refilled and piles up to some deals.</summary>
    private void RaiseFunds(World world)
    {
        CapitalParameters p = parameters.Capital;
        world.VentureInflow += (p.VentureSupply - world.VentureInflow) / p.InflowMonths;
        (double angel, double angelMost) = Attention(p.AngelAttention);
        (double fund, double fundMost) = Attention(p.FundAttention);
        double house = p.FundAttention * world.Scale;
        double houseMost = Math.Max(fundMost, Attention(house).Most);
        foreach (ref Investor investor in world.Investors.Span)
        {
            if (investor.Kind == InvestorKind.Angel)
            {
                investor.Attention = Math.Min(investor.Attention + angel, angelMost);
                if (investor.Person < 0 && investor.Cash < p.OrdinaryAngelMoney * p.DryPowderYears)
                {
                    double saving = Hazard.PerMonth(p.OrdinaryAngelMoney);
                    investor.Cash += saving;
                    world.Books.LimitedPartnersToFunds += saving;
                }
            }
            else
            {
                // Venture funds grow in number with the region; the houses of the anchor and of the state grow in staff.
                (double more, double most) = investor.Kind == InvestorKind.Venture ? (fund, fundMost) : (house, houseMost);
                investor.Attention = Math.Min(investor.Attention + more, most);
                Raise(world, ref investor);
            }
        }
    }

    /// <summary>Deals that an investor can look at closely more each month, and at most.</summary>
    private (double Monthly, double Most) Attention(double monthly) =>
        (monthly, 1 + parameters.Capital.AttentionMonths * monthly);

    private void Raise(World world, ref Investor investor)
    {
        CapitalParameters p = parameters.Capital;
        switch (investor.Kind)
        {
            case InvestorKind.Venture:
                double commitment = Hazard.PerMonth(p.VentureCommitments) * p.VentureSupply * world.Scale * investor.Weight;
                if (investor.Cash < commitment * Hazard.MonthsPerYear * p.DryPowderYears)
                {
                    investor.Cash += commitment;
                    world.Books.LimitedPartnersToFunds += commitment;
                }

                break;
            case InvestorKind.AffiliatedFund:
                double size = p.AffiliatedFundSize * world.Scale * parameters.Channels.Capital / world.Anchors.Length;
                double call = Hazard.PerMonth(size / p.AffiliatedFundYears);
                if (investor.Cash < size)
                {
                    investor.Cash += call;
                    world.Books.AnchorToAffiliated += call;
                }

                break;
            case InvestorKind.Strategic:
                // A budget that is not spent in time lapses.
                double budget = world.Anchors[investor.Anchor].StrategicBudget;
                double cash = Math.Min(investor.Cash + budget, p.StrategicBudgetYears * Hazard.MonthsPerYear * budget);
                world.Books.AnchorToStrategic += cash - investor.Cash;
                investor.Cash = cash;
                break;
        }
    }

    private static void Fade(World world)
    {
        foreach (ref Hub hub in world.Hubs.AsSpan())
        {
            hub.DealFlow += (hub.RoundsThisMonth - hub.DealFlow) / Hazard.MonthsPerYear;
            hub.RoundsThisMonth = 0;
        }
    }
}
