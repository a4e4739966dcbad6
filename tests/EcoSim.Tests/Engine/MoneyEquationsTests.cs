using System.Runtime.Intrinsics;
using EcoSim.Model.Rooms.Capital;
using EcoSim.Model.Rooms.Compute;
using EcoSim.Model.Rooms.Exits;
using EcoSim.Model.Rooms.Products;

namespace EcoSim.Tests.Engine;

/// <summary>What firms plan, raise and pay out, against sums done month by month.</summary>
public sealed class MoneyEquationsTests
{
    /// <summary>Rounding of a few dozen operations.</summary>
    private const double Relative = 1e-12;

    [Theory]
    [InlineData(1, 0.08, 18)]
    [InlineData(40, 0.08, 18)]
    [InlineData(40, 0.25, 6)]
    [InlineData(7, 0.5, 1)]
    public void Planned_staff_is_the_mean_of_a_path_on_which_every_place_is_filled(double staff, double hiring, int months)
    {
        double sum = 0, now = staff;
        for (int month = 0; month < months; month++)
        {
            sum += now;
            now += hiring * now + 1;
        }

        double expected = sum / months;
        double found = ProductsEquations.PlannedStaff(Vector256.Create(staff), hiring, months)[0];
        Assert.Equal(expected, found, expected * Relative);
    }

    [Fact]
    public void Without_growth_a_plan_adds_one_person_a_month() =>
        Assert.Equal(10 + 12 / 2.0, ProductsEquations.PlannedStaff(Vector256.Create(10.0), 0, 12)[0]);

    [Fact]
    public void Hardware_gets_cheaper_as_accelerators_improve_and_all_else_as_clouds_do()
    {
        // After one doubling accelerators cost half; without them the price follows the clouds' trend alone.
        Assert.Equal(1, ComputeEquations.Hardware(price: 2, accelerators: 1, doubling: 2.46, limit: 1, trend: 0.3, years: 2.46), Relative);
        Assert.Equal(0.6, ComputeEquations.Hardware(price: 2, accelerators: 0, doubling: 2.46, limit: 5, trend: 0.3, years: 2.46), Relative);

        // A limit that doubles the price of accelerators raises that of the whole by their share.
        Assert.Equal(2 * 1.4, ComputeEquations.Hardware(price: 2, accelerators: 0.4, doubling: 2.46, limit: 2, trend: 1, years: 0), Relative);
    }

    [Fact]
    public void ScarceMoneyRaisesTheHurdleAndItsUsualAmountDoesNot()
    {
        Assert.Equal(0, CapitalEquations.Scarcity(inflow: 1, elasticity: 0.2));
        Assert.Equal(0.2 * Math.Log(4), CapitalEquations.Scarcity(inflow: 0.25, elasticity: 0.2), 12);
        Assert.Equal(-0.2 * Math.Log(4), CapitalEquations.Scarcity(inflow: 4, elasticity: 0.2), 12);
        Assert.Equal(0.2 * Math.Log(100), CapitalEquations.Scarcity(inflow: 0, elasticity: 0.2), 12);
        Assert.Equal(0, CapitalEquations.Scarcity(inflow: 0, elasticity: 0));
    }

    [Fact]
    public void A_round_is_what_the_plan_needs_within_what_the_stage_allows_and_what_is_burnt()
    {
        Assert.Equal(5, CapitalEquations.Amount(usual: 18, opinion: 0, elasticity: 0.4, need: 5, least: 2));
        Assert.Equal(18, CapitalEquations.Amount(usual: 18, opinion: 0, elasticity: 0.4, need: 500, least: 2));
        Assert.Equal(18 * Math.Exp(0.4), CapitalEquations.Amount(usual: 18, opinion: 1, elasticity: 0.4, need: 500, least: 2));
        Assert.Equal(30, CapitalEquations.Amount(usual: 18, opinion: 0, elasticity: 0.4, need: -3, least: 30));
    }

    [Fact]
    public void Cash_is_spare_beyond_plan_and_reserve()
    {
        Assert.Equal(100 - 30 - 2 * 12, Spare(cash: 100, plan: 30, spending: 2));
        Assert.Equal(100 - 2 * 12, Spare(cash: 100, plan: -30, spending: 2));
        Assert.Equal(100, Spare(cash: 100, plan: -30, spending: -2));
    }

    [Fact]
    public void A_years_luck_is_one_in_the_mean()
    {
        // E exp(σz − σ²/2) = 1 by the trapezoidal rule over z, whose error is far below the tolerance.
        const double spread = 0.4, step = 0.01, end = 9;
        double mean = 0;
        for (double z = -end; z <= end; z += step)
        {
            mean += Math.Exp(ProductsEquations.YearsLuck(Vector256.Create(z), spread)[0] - z * z / 2) * step / Math.Sqrt(2 * Math.PI);
        }

        Assert.Equal(1, mean, 1e-9);
    }

    private static double Spare(double cash, double plan, double spending) => ExitsEquations.SpareCash(
        Vector256.Create(cash), Vector256.Create(plan), Vector256.Create(spending), months: 12)[0];
}
