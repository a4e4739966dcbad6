using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Government;

/// <summary>Fills the guidance fund and gives grants and compute vouchers to new home firms.</summary>
public sealed class GovernmentProcess(Parameters parameters) : IProcess
{
    /// <summary>Million RMB of grants a year, for a region of 100,000 workers, that is one per thousand workers.</summary>
    private const double OnePerThousand = 100;

    public void Step(World world)
    {
        GovernmentParameters p = parameters.Government;
        Guide(world);
        double grants = Hazard.PerMonth(p.GrantBudget) * world.Scale;
        double vouchers = Hazard.PerMonth(p.VoucherBudget) * world.Scale;
        world.Hubs[World.Home].GrantPull = p.GrantPull * p.GrantBudget / OnePerThousand;
        if (grants <= 0 && vouchers <= 0)
        {
            return;
        }

        ReadOnlySpan<int> young = world.FoundedWithin(p.NewFirmMonths - 1);
        int eligible = 0;
        foreach (int f in young)
        {
            eligible += IsEligible(world.Firms[f]) ? 1 : 0;
        }

        double grantChance = GovernmentEquations.GrantProbability(grants, p.GrantSize, eligible);
        double voucherChance = GovernmentEquations.GrantProbability(vouchers, p.VoucherSize, eligible);
        foreach (int f in young)
        {
            ref Firm firm = ref world.Firms[f];
            if (!IsEligible(firm))
            {
                continue;
            }

            Occasion luck = world.Luck.At(firm.Key, world.Month);
            if (grantChance > 0 && luck.Uniform(Decision.Grant) < grantChance)
            {
                world.Concerns.Cash[firm.Place] += p.GrantSize;
                world.Books.StateToFirms += p.GrantSize;
                world.Tally.StateMoney += p.GrantSize;
            }

            if (voucherChance > 0 && luck.Uniform(Decision.Grant, 1) < voucherChance)
            {
                world.Concerns.Voucher[firm.Place] += p.VoucherSize;
            }
        }
    }

    private static bool IsEligible(in Firm firm) => firm.Hub == World.Home && firm.Status == FirmStatus.Operating;

    private void Guide(World world)
    {
        double budget = Hazard.PerMonth(parameters.Government.GuidanceFund) * world.Scale;
        for (int i = 0; i < world.Investors.Count; i++)
        {
            ref Investor fund = ref world.Investors[i];
            if (fund.Kind == InvestorKind.State)
            {
                double cash = Math.Min(fund.Cash + budget, parameters.Government.GuidanceFundYears * Hazard.MonthsPerYear * budget);
                world.Books.StateToInvestor += Math.Max(cash - fund.Cash, 0);
                world.Books.StateFromInvestor += Math.Max(fund.Cash - cash, 0);
                fund.Cash = cash;
                return;
            }
        }
    }
}
