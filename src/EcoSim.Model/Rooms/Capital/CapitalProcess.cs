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
        foreach (int f in world.Living)
        {
            if (LooksForMoney(world, world.Firms[f]))
            {
                _choice.Pitch(world, f);
            }
        }

        _judging.Judge(world);
        Fade(world);
    }

    private bool LooksForMoney(World world, in Firm firm)
    {
        CapitalParameters p = parameters.Capital;
        if (firm.Status != FirmStatus.Operating || world.Month < firm.NextPitch || firm.Stage == Stage.E && firm.Cash > firm.Burn * p.SeekingRunway
            || (firm.Rounds > 0 && world.Month - firm.LastRound < p.LeastInterval))
        {
            return false;
        }

        bool short_ = firm.Burn > 0 && firm.Cash < firm.Burn * p.SeekingRunway;
        bool milestone = firm.Step > firm.StepAtRound && world.Month - firm.LastStep <= p.SeekingMonths;
        bool growth = firm.Rounds > 0 && firm.SmoothSales > p.GrowthMark * firm.SalesAtRound;
        return (short_ || milestone || growth) && world.Luck.Uniform(Decision.Appetite, firm.Key, 0) < p.SeekingShare;
    }

    /// <summary>Money comes in each month; attention is refilled and does not pile up beyond a quarter's.</summary>
    private void RaiseFunds(World world)
    {
        CapitalParameters p = parameters.Capital;
        for (int i = 0; i < world.Investors.Count; i++)
        {
            ref Investor investor = ref world.Investors[i];
            double attention = investor.Kind == InvestorKind.Angel ? p.AngelAttention : p.FundAttention;
            investor.Attention = Math.Min(investor.Attention + attention, Math.Max(MonthsOfAttention * attention, 1));
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
                case InvestorKind.Angel when investor.Person < 0:
                    double saving = Hazard.PerMonth(p.OrdinaryAngelMoney);
                    if (investor.Cash < p.OrdinaryAngelMoney * p.DryPowderYears)
                    {
                        investor.Cash += saving;
                        world.Books.LimitedPartnersToFunds += saving;
                    }

                    break;
            }
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
