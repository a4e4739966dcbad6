using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Products;

/// <summary>Buyers choose, firms sell, pay and dismiss; firms are valued and dragons recognised.</summary>
public sealed class Market(Parameters parameters) : IProcess
{
    /// <summary>Months over which burn and value are smoothed: one month's accidents move neither investors nor buyers.</summary>
    private const double SmoothingMonths = 6;

    /// <summary>Sales of less, million RMB a month, count as this in logarithms.</summary>
    private const double LeastSales = 1e-6;

    private readonly TermsTable _terms = new(parameters);
    private readonly Dismissals _dismissals = new(parameters);
    private double[] _fading = [];
    private double _memory;

    public void Step(World world)
    {
        _terms.Refresh(world);
        Remember(world);
        Array.Clear(world.SectorStaff);
        Till all = default;
        foreach (ref Firm firm in world.Firms.Living)
        {
            ref readonly Terms terms = ref _terms.Of(firm);
            double growth = Sell(world, terms, ref firm, ref all);
            Value(world, terms, ref firm, growth);
            _dismissals.Consider(ref firm);
            world.SectorStaff[firm.Hub * Count.Sectors + (int)firm.Sector] += firm.Staff;
        }

        _dismissals.Happen(world);
        world.Books.CustomersToFirms += all.Sales;
        world.Books.WagesFromFirms += all.Wages;
        world.Books.CostsFromFirms += all.Costs;
    }

    /// <summary>How far the price of a round has faded, by the months since.</summary>
    private void Remember(World world)
    {
        double memory = parameters.Products.RoundMemory;
        if (memory != _memory)
        {
            _memory = memory;
            _fading = new double[world.End + 1];
            for (int months = 0; months < _fading.Length; months++)
            {
                _fading[months] = Math.Exp(-months / memory);
            }
        }
    }

    /// <summary>Sells and pays for a month; returns how far the logarithm of sales is above its trend.</summary>
    private double Sell(World world, in Terms terms, ref Firm firm, ref Till all)
    {
        ProductsParameters p = parameters.Products;
        if (firm.Appeal > 0)
        {
            ref Niche niche = ref world.Niches[firm.Niche];
            firm.Share = firm.Weight / niche.Weight;
            firm.Revenue = niche.Demand * firm.Share;
            double most = Hazard.PerMonth(p.SalesPerHead) * firm.Staff * firm.Knowledge;
            if (firm.Revenue > most)
            {
                // What the staff cannot serve stays with established suppliers.
                firm.Share *= most / firm.Revenue;
                firm.Revenue = most;
            }
        }

        double people = Math.Min(firm.Staff, p.ProjectPeople);
        double projects = firm.Appeal > 0 && firm.Revenue * Hazard.MonthsPerYear > p.ProjectSales * people ? 0
            : Hazard.PerMonth(p.ProjectSales) * people * firm.Routines * firm.ProjectLuck;
        double sales = firm.Revenue + projects;
        double founderPay = firm.Appeal > 0 && firm.Cash > 0 ? 1 : p.FounderPay;
        double wages = terms.Wage * (firm.Staff - firm.FounderCount * (1 - founderPay));
        double costs = firm.Revenue * (1 - terms.GrossMargin) + terms.Overhead * firm.Staff;
        all.Sales += sales;
        all.Wages += wages;
        all.Costs += costs;
        firm.Cash += sales - wages - costs;
        firm.Burn += (wages + costs + firm.MonthlyCost - sales - firm.Burn) * (1 / SmoothingMonths);
        firm.Sales = sales;
        double log = Math.Log(Math.Max(sales, LeastSales));
        firm.SalesTrend = world.Month == firm.Founded ? log : firm.SalesTrend + (log - firm.SalesTrend) * (1 / Hazard.MonthsPerYear);
        double speed = Hazard.PerMonth(p.RoutineLearning + (firm.Guided ? p.Guidance : 0));
        firm.Routines += speed * Math.Max(1 - firm.Routines, 0);
        return log - firm.SalesTrend;
    }

    private void Value(World world, in Terms terms, ref Firm firm, double growth)
    {
        ProductsParameters p = parameters.Products;
        double sales = firm.Revenue > 0
            ? ProductsEquations.SalesValue(firm.Revenue * terms.GrossMargin, growth, p.SalesMultiple, p.GrowthMultiple)
            : 0;
        double round = firm.PostMoney > 0 ? firm.PostMoney * _fading[world.Month - firm.LastRound] : 0;
        double value = Math.Max(Math.Max(sales, round), Math.Max(firm.Cash, 0));

        // What a firm is thought to be worth moves over half a year, not with every month's sales.
        firm.Valuation += (value - firm.Valuation) * (1 / SmoothingMonths);
        firm.PeakValuation = Math.Max(firm.PeakValuation, firm.Valuation);
        if (firm.Valuation >= p.DragonThreshold && firm.DragonMonth < 0)
        {
            firm.DragonMonth = (short)world.Month;
            world.Dragons.Add((firm.Row, firm.Hub));
        }
    }

    /// <summary>Money of all firms of the month.</summary>
    private struct Till
    {
        public double Sales;
        public double Wages;
        public double Costs;
    }
}
