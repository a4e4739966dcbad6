using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Capital;

/// <summary>Investors raise money, firms pitch, investors judge and fund the best they can afford to look at.</summary>
public sealed class CapitalProcess(Parameters parameters) : IProcess
{
    /// <summary>Why a pitch was turned down, in the ledger's order.</summary>
    public const byte TooLow = 0, NoMoney = 1, NoAttention = 2, Funded = 3;

    /// <summary>Months over which attention that is not used piles up.</summary>
    private const double MonthsOfAttention = 3;

    private readonly InvestorChoice _choice = new(parameters);
    private readonly Judging _judging = new(parameters);

    public void Step(World world)
    {
        RaiseFunds(world);
        world.Pitches.Clear();
        _choice.Refresh(world);
        double mark = Math.Log(parameters.Capital.GrowthMark);
        foreach (ref Firm firm in world.Firms.Living)
        {
            if (LooksForMoney(world, firm, mark))
            {
                _choice.Pitch(world, firm);
            }
        }

        _judging.Judge(world);
        Fade(world);
    }

    /// <summary>Whether a firm pitches this month.</summary>
    /// <param name="world">The world.</param>
    /// <param name="firm">The firm.</param>
    /// <param name="mark">Log growth of sales since the last round from which it looks for money to grow.</param>
    private bool LooksForMoney(World world, in Firm firm, double mark)
    {
        CapitalParameters p = parameters.Capital;
        if (world.Month < firm.NextPitch || firm.Status != FirmStatus.Operating || (firm.Rounds > 0 && world.Month - firm.LastRound < p.LeastInterval))
        {
            return false;
        }

        bool lasts = firm.Cash > firm.Burn * p.SeekingRunway;
        bool wants = !lasts && firm.Burn > 0
            || firm.Step > firm.StepAtRound && world.Month - firm.LastStep <= p.SeekingMonths
            || firm.Rounds > 0 && firm.SalesTrend > firm.TrendAtRound + mark;
        return wants && !(firm.Stage == Stage.E && lasts) && world.Luck.Uniform(Decision.Appetite, firm.Key, 0) < p.SeekingShare;
    }

    /// <summary>Money comes in each month; attention is refilled and does not pile up beyond a quarter's.</summary>
    private void RaiseFunds(World world)
    {
        CapitalParameters p = parameters.Capital;
        (double angel, double angelMost) = Attention(p.AngelAttention);
        (double fund, double fundMost) = Attention(p.FundAttention);
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
                investor.Attention = Math.Min(investor.Attention + fund, fundMost);
                Raise(world, ref investor);
            }
        }
    }

    /// <summary>Deals that an investor can look at closely more each month, and at most.</summary>
    private static (double Monthly, double Most) Attention(double monthly) => (monthly, Math.Max(MonthsOfAttention * monthly, 1));

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
                // A budget that is not spent within two years lapses.
                double budget = world.Anchors[investor.Anchor].StrategicBudget;
                double cash = Math.Min(investor.Cash + budget, 2 * Hazard.MonthsPerYear * budget);
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
