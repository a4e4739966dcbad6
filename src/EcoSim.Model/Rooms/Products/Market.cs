using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Products;

/// <summary>Niches grow, buyers choose, firms sell, pay and dismiss; firms are valued and dragons recognised.</summary>
public sealed class Market(Parameters parameters) : IProcess
{
    /// <summary>Months over which burn and value are smoothed: one month's accidents move neither investors nor buyers.</summary>
    private const double SmoothingMonths = 6;

    /// <summary>Sales of less, million RMB a month, count as this in logarithms.</summary>
    private const double LeastSales = 1e-6;

    public void Step(World world)
    {
        Open(world);
        Weigh(world);
        Array.Clear(world.SectorStaff);
        foreach (int f in world.Living)
        {
            ref Firm firm = ref world.Firms[f];
            SectorParameters sector = parameters.Sectors.Of(firm.Sector);
            double logSales = Sell(world, sector, ref firm);
            Staff(world, f, ref firm);
            Value(world, sector, f, ref firm, logSales);
            world.SectorStaff[firm.Hub * Count.Sectors + (int)firm.Sector] += firm.Staff;
        }
    }

    private void Open(World world)
    {
        ProductsParameters p = parameters.Products;
        double years = world.RecordedMonth / Hazard.MonthsPerYear;
        foreach (ref Niche niche in world.Niches.AsSpan())
        {
            niche.Demand = Hazard.PerMonth(ProductsEquations.Demand(niche.Saturation, years, niche.Opening, p.NicheYears));
            niche.Weight = p.EstablishedWeight;
            niche.Firms = 0;
        }
    }

    private void Weigh(World world)
    {
        ProductsParameters p = parameters.Products;
        foreach (int f in world.Living)
        {
            ref Firm firm = ref world.Firms[f];
            ref Niche niche = ref world.Niches[firm.Niche];
            niche.Firms++;
            if (firm.Appeal > 0)
            {
                double reach = firm.StrategicAnchor >= 0 ? 1 + p.StrategicReach : 1;
                firm.Weight = ProductsEquations.Weight(firm.Appeal, firm.Share, p.Brand, reach);
                niche.Weight += firm.Weight;
            }
        }
    }

    /// <summary>Sells and pays for a month; returns the logarithm of the sales.</summary>
    private double Sell(World world, SectorParameters sector, ref Firm firm)
    {
        ProductsParameters p = parameters.Products;
        ref Hub hub = ref world.Hubs[firm.Hub];
        ref Niche niche = ref world.Niches[firm.Niche];
        if (firm.Appeal > 0)
        {
            firm.Share = firm.Weight / niche.Weight;
            double wanted = niche.Demand * firm.Share;

            // What the staff cannot serve stays with established suppliers.
            firm.Revenue = Math.Min(wanted, Hazard.PerMonth(p.SalesPerHead) * firm.Staff * firm.Knowledge);
            firm.Share *= wanted > 0 ? firm.Revenue / wanted : 1;
        }

        double people = Math.Min(firm.Staff, p.ProjectPeople);
        double projects = firm.Appeal > 0 && firm.Revenue * Hazard.MonthsPerYear > p.ProjectSales * people ? 0
            : Hazard.PerMonth(p.ProjectSales) * people * firm.Routines * firm.ProjectLuck;
        double sales = firm.Revenue + projects;
        double founderPay = firm.Appeal > 0 && firm.Cash > 0 ? 1 : p.FounderPay;
        double wages = Hazard.PerMonth(p.WagePerYear) * hub.Wage * (firm.Staff - firm.FounderCount * (1 - founderPay));
        double costs = firm.Revenue * (1 - sector.GrossMargin) + Hazard.PerMonth(p.OverheadPerHead) * hub.Rent * firm.Staff;
        world.Books.CustomersToFirms += sales;
        world.Books.WagesFromFirms += wages;
        world.Books.CostsFromFirms += costs;
        firm.Cash += sales - wages - costs;
        firm.Burn += (wages + costs + firm.MonthlyCost - sales - firm.Burn) / SmoothingMonths;
        firm.Sales = sales;
        double log = Math.Log(Math.Max(sales, LeastSales));
        firm.SalesTrend = world.Month == firm.Founded ? log : firm.SalesTrend + (log - firm.SalesTrend) / Hazard.MonthsPerYear;
        double speed = Hazard.PerMonth(p.RoutineLearning + (firm.Guided ? p.Guidance : 0));
        firm.Routines += speed * Math.Max(1 - firm.Routines, 0);
        return log;
    }

    /// <summary>Dismisses staff whom the firm can no longer carry, the latest to join first; founders joined before all others and stay.</summary>
    private void Staff(World world, int f, ref Firm firm)
    {
        if (firm.Hub != World.Home)
        {
            // Staff of rival hubs are counted only, and come from the hub's natives.
            firm.Staff = firm.WantedStaff;
            return;
        }

        int limit = (int)(firm.WantedStaff * (1 + parameters.Products.StaffBand)) + 1;
        while (firm.Staff > limit && Employment.TakeLatest(world, f) is int row and >= 0)
        {
            world.Tally.Layoffs++;
            Employment.Move(world, row, State.Unemployed, World.None, Division.None, World.None, Reason.Layoff, World.Home);
            world.Released.Add(row);
        }
    }

    private void Value(World world, SectorParameters sector, int f, ref Firm firm, double logSales)
    {
        ProductsParameters p = parameters.Products;
        double growth = logSales - firm.SalesTrend;
        double sales = firm.Revenue > 0
            ? ProductsEquations.SalesValue(firm.Revenue * sector.GrossMargin, growth, p.SalesMultiple, p.GrowthMultiple)
            : 0;
        double round = firm.PostMoney > 0 ? firm.PostMoney * Math.Exp(-(world.Month - firm.LastRound) / p.RoundMemory) : 0;
        double value = Math.Max(Math.Max(sales, round), Math.Max(firm.Cash, 0));

        // What a firm is thought to be worth moves over half a year, not with every month's sales.
        firm.Valuation += (value - firm.Valuation) / SmoothingMonths;
        firm.PeakValuation = Math.Max(firm.PeakValuation, firm.Valuation);
        if (firm.DragonMonth < 0 && firm.Valuation >= p.DragonThreshold)
        {
            firm.DragonMonth = (short)world.Month;
            world.Dragons.Add((f, firm.Hub));
        }
    }
}
