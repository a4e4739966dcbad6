using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Products;

/// <summary>Buyers choose, firms sell, pay and dismiss; firms are valued and dragons recognised.</summary>
public sealed class Market(Parameters parameters) : IProcess
{
    /// <summary>Months over which burn and value are smoothed: one month's accidents move neither investors nor buyers.</summary>
    private const double SmoothingMonths = 6;

    /// <summary>Sales of less, million RMB a month, count as this in logarithms.</summary>
    private const double LeastSales = 1e-6;

    private readonly Terms _terms = new(parameters);
    private readonly Dismissals _dismissals = new(parameters);

    public void Step(World world)
    {
        Concerns concerns = world.Concerns;
        _terms.Refresh(world);
        if (world.Month % (int)Hazard.MonthsPerYear == 0)
        {
            TurnYear(world);
        }

        double fading = Math.Exp(-1 / parameters.Products.RoundMemory);
        Till all = default;
        for (int place = 0; place < concerns.Count; place += Column.Lanes)
        {
            Sell(world, concerns, place);
            Vector256<double> growth = Pay(concerns, place, ref all);
            Value(world, concerns, place, growth, fading);
            _dismissals.Consider(concerns, place);
        }

        _dismissals.Happen(world);
        world.Books.CustomersToFirms += Lanes.Sum(all.Sales);
        world.Books.WagesFromFirms += Lanes.Sum(all.Wages);
        world.Books.CostsFromFirms += Lanes.Sum(all.Costs);
    }

    /// <summary>A new year brings every firm good or bad luck with project work.</summary>
    private void TurnYear(World world)
    {
        Concerns concerns = world.Concerns;
        for (int place = 0; place < concerns.Count; place += Column.Lanes)
        {
            Vector256<double> luck = Variate.Normal(world.Luck.Uniform(Decision.ProjectYear, concerns.Keys(place), world.Month));
            concerns.ProjectYear.Put(place, Lanes.Exp(ProductsEquations.YearsLuck(luck, parameters.Products.ProjectNoise)));
        }
    }

    /// <summary>Buyers' choices among the firms of a niche.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sell(World world, Concerns concerns, int place)
    {
        Niche[] niches = world.Niches;
        ref Niche a = ref niches[concerns[place].Niche], b = ref niches[concerns[place + 1].Niche];
        ref Niche c = ref niches[concerns[place + 2].Niche], d = ref niches[concerns[place + Column.Lanes - 1].Niche];
        Vector256<double> demand = Vector256.Create(a.Demand, b.Demand, c.Demand, d.Demand);
        Vector256<double> weights = Vector256.Create(a.Weight, b.Weight, c.Weight, d.Weight);
        Vector256<double> share = concerns.Weight.Four(place) / weights;
        Vector256<double> wanted = demand * share;

        // What the staff cannot serve stays with established suppliers.
        Vector256<double> most = concerns.Staff.Four(place) * concerns.Knowledge.Four(place) * Hazard.PerMonth(parameters.Products.SalesPerHead);
        Vector256<double> served = Vector256.ConditionalSelect(Vector256.GreaterThan(wanted, most), most / wanted, Vector256<double>.One);
        concerns.Share.Put(place, share * served);
        concerns.Revenue.Put(place, wanted * served);
    }

    /// <summary>Takes in the month's sales and pays its bills; returns how far the logarithm of sales is above its trend.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector256<double> Pay(Concerns concerns, int place, ref Till all)
    {
        ProductsParameters p = parameters.Products;
        Vector256<double> one = Vector256<double>.One, zero = Vector256<double>.Zero;
        Vector256<double> staff = concerns.Staff.Four(place);
        Vector256<double> revenue = concerns.Revenue.Four(place);
        Vector256<double> cash = concerns.Cash.Four(place);
        Vector256<double> routines = concerns.Routines.Four(place);
        Vector256<double> onMarket = Vector256.GreaterThan(concerns.Appeal.Four(place), zero);

        Vector256<double> people = Vector256.Min(staff, Vector256.Create(p.ProjectPeople));
        Vector256<double> usual = people * Hazard.PerMonth(p.ProjectSales);
        Vector256<double> projects = Vector256.ConditionalSelect(
            onMarket & Vector256.GreaterThan(revenue, usual), zero, usual * routines * concerns.ProjectLuck.Four(place) * concerns.ProjectYear.Four(place));
        Vector256<double> sales = revenue + projects;

        Vector256<double> paid = Vector256.ConditionalSelect(onMarket & Vector256.GreaterThan(cash, zero), one, Vector256.Create(p.FounderPay));
        Vector256<double> wages = Terms.Four(_terms.Wage, concerns, place) * (staff - concerns.Founders.Four(place) * (one - paid));
        Vector256<double> costs = revenue * (one - Terms.Four(_terms.Margin, concerns, place)) + Terms.Four(_terms.Overhead, concerns, place) * staff;
        all.Sales += sales;
        all.Wages += wages;
        all.Costs += costs;
        concerns.Sales.Put(place, sales);
        concerns.Cash.Put(place, cash + sales - wages - costs);
        Vector256<double> burn = concerns.Burn.Four(place);
        concerns.Burn.Put(place, burn + (wages + costs + concerns.ComputeCost.Four(place) - sales - burn) * (1 / SmoothingMonths));

        Vector256<double> speed = Vector256.Create(Hazard.PerMonth(p.RoutineLearning)) + concerns.Guided.Four(place) * Hazard.PerMonth(p.Guidance);
        concerns.Routines.Put(place, routines + speed * Vector256.Max(one - routines, zero));

        // A firm's trend begins with its first sales.
        Vector256<double> log = Lanes.Log(Vector256.Max(sales, Vector256.Create(LeastSales)));
        Vector256<double> trend = concerns.SalesTrend.Four(place);
        trend = Vector256.ConditionalSelect(Vector256.Equals(trend, trend), trend + (log - trend) * (1 / Hazard.MonthsPerYear), log);
        concerns.SalesTrend.Put(place, trend);
        return log - trend;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Value(World world, Concerns concerns, int place, Vector256<double> growth, double fading)
    {
        ProductsParameters p = parameters.Products;
        Vector256<double> sales = ProductsEquations.SalesValue(
            concerns.Revenue.Four(place) * Terms.Four(_terms.Margin, concerns, place), growth, p.SalesMultiple, p.GrowthMultiple);
        Vector256<double> round = concerns.RoundPrice.Four(place) * fading;
        concerns.RoundPrice.Put(place, round);
        Vector256<double> value = Vector256.Max(Vector256.Max(sales, round), Vector256.Max(concerns.Cash.Four(place), Vector256<double>.Zero));

        // What a firm is thought to be worth moves over half a year, not with every month's sales.
        Vector256<double> valuation = concerns.Valuation.Four(place);
        valuation += (value - valuation) * (1 / SmoothingMonths);
        concerns.Valuation.Put(place, valuation);
        concerns.PeakValuation.Put(place, Vector256.Max(concerns.PeakValuation.Four(place), valuation));
        uint large = Vector256.GreaterThanOrEqual(valuation, Vector256.Create(p.DragonThreshold)).ExtractMostSignificantBits();
        for (; large != 0; large &= large - 1)
        {
            Recognise(world, concerns[place + BitOperations.TrailingZeroCount(large)].Row);
        }
    }

    private static void Recognise(World world, int row)
    {
        ref Firm firm = ref world.Firms[row];
        if (firm.DragonMonth < 0)
        {
            firm.DragonMonth = (short)world.Month;
            world.Dragons.Add((row, firm.Hub));
        }
    }

    /// <summary>Money of all firms of the month, lane by lane.</summary>
    private struct Till
    {
        public Vector256<double> Sales;
        public Vector256<double> Wages;
        public Vector256<double> Costs;
    }
}
