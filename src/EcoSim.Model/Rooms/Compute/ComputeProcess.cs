using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Compute;

/// <summary>Brings capacity into use, sets prices, lets each start-up choose its supply, rations and charges.</summary>
public sealed class ComputeProcess(Parameters parameters) : IProcess
{
    /// <summary>AI knowledge below which the gap of ready-made services widens no further.</summary>
    private const double LeastKnowledge = 0.1;

    /// <summary>Share served below which waiting counts no longer, so that it stays a number when nothing is served.</summary>
    private const double LeastServed = 0.01;

    private double _average;
    private double _hardware;
    private double _service;
    private double _friction;
    private double _youngPrice;
    private double _gap;

    public void Step(World world)
    {
        SetPrices(world);
        double demand = Choose(world);
        double served = Ration(world, demand);
        Charge(world, served);
    }

    private void SetPrices(World world)
    {
        ComputeParameters p = parameters.Compute;

        // Trends are anchored at the first recorded month; warm-up stands at that month's terms.
        double years = Math.Max(world.RecordedMonth, 0) / Hazard.MonthsPerYear;
        _average = ComputeEquations.Trend(p.CloudPrice, p.PriceTrend, years);
        _hardware = ComputeEquations.Hardware(p.HardwarePrice, p.HardwareDoubling, years) * p.ExportLimit;
        _service = ComputeEquations.Trend(p.ServicePrice, p.PriceTrend, years);
        world.ComputeNeedFactor = ComputeEquations.Trend(1, p.NeedGrowth, years);
        double strength = parameters.Channels.Cloud;
        double cheapest = double.PositiveInfinity;
        foreach (ref AnchorState anchor in world.Anchors.AsSpan())
        {
            anchor.ListPrice = ComputeEquations.ListPrice(_average, strength, p.ListAdvantage, p.ListPriceFactor);
            cheapest = Math.Min(cheapest, anchor.ListPrice);
        }

        _youngPrice = world.Anchors.Length > 0 ? world.Anchors[0].ListPrice * (1 - strength * p.StartUpDiscount) : double.NaN;

        // At no strength the anchor's cloud is one like any other: the same price, friction, and no services worth their money.
        _friction = p.OtherCloudFriction * (1 - strength);
        world.ServiceSaving = p.ServiceSaving * strength;
        double other = _average * (1 + p.OtherCloudFriction);
        double own = cheapest * (1 - strength * p.StartUpDiscount) * (1 + _friction);

        // What a young firm pays for a unit here, over what an average cloud asks of it elsewhere.
        world.Hubs[World.Home].EntryCost = Math.Min(own, other) / other;
        for (int h = 1; h < world.Hubs.Length; h++)
        {
            world.Hubs[h].EntryCost = 1;
        }
    }

    /// <summary>Each living start-up's supply for this month; returns what start-ups ask of the anchors' clouds.</summary>
    private double Choose(World world)
    {
        _gap = world.Anchors.Length > 0 ? parameters.Compute.ServiceGap / Math.Max(world.Anchors[0].AiKnowledge, LeastKnowledge) : 0;
        double ofService = 1 - world.ServiceSaving;
        double demand = 0;
        foreach (ref Firm firm in world.Firms.Living)
        {
            if (firm.ComputeNeed <= 0)
            {
                firm.Compute = ComputeMode.None;
            }
            else if (firm.Compute == ComputeMode.None || world.Month == firm.LastStep + 1 || (world.Month - firm.Founded) % (int)Hazard.MonthsPerYear == 0)
            {
                firm.Compute = Cheapest(world, ref firm);
            }

            demand += firm.ComputeNeed * (firm.Compute == ComputeMode.Cloud ? 1 : firm.Compute == ComputeMode.Service ? ofService : 0);
        }

        return demand;
    }

    private ComputeMode Cheapest(World world, ref Firm firm)
    {
        ComputeParameters p = parameters.Compute;
        double wages = Hazard.PerMonth(parameters.Products.WagePerYear) * firm.Staff;
        double missing = Math.Max(firm.ComputeNeed - firm.OwnHardware, 0);
        double own = missing * _hardware > firm.Cash / 2
            ? double.PositiveInfinity
            : ComputeEquations.OwnCost(firm.ComputeNeed, missing, _hardware, p.HardwareLife, Hazard.PerMonth(p.HardwareRunning)) * (1 + p.OwnFriction);
        double other = firm.ComputeNeed * _average * (1 + p.OtherCloudFriction);
        (ComputeMode mode, double cost) = own < other ? (ComputeMode.Own, own) : (ComputeMode.OtherCloud, other);
        if (world.Anchors.Length == 0 || firm.Hub != World.Home)
        {
            return mode;
        }

        double cloud = ComputeEquations.CloudCost(firm.ComputeNeed, PriceFor(world, firm) * (1 + _friction), world.CloudServed, wages);
        (mode, cost) = cloud < cost ? (ComputeMode.Cloud, cloud) : (mode, cost);
        if (parameters.Sectors.Of(firm.Sector).KindOf(firm.Step) == StepKind.Integration)
        {
            double service = ServiceFee + _gap * p.QualityWorth + (1 - world.ServiceSaving) * cloud - world.ServiceSaving * wages;
            mode = service < cost ? ComputeMode.Service : mode;
        }

        return mode;
    }

    /// <summary>Fee a month for ready-made services.</summary>
    private double ServiceFee => _service * (1 - parameters.Channels.Cloud * parameters.Compute.StartUpDiscount);

    private double PriceFor(World world, in Firm firm) => world.Month - firm.Founded < parameters.Compute.DiscountMonths ? _youngPrice : world.Anchors[0].ListPrice;

    /// <summary>Own use and customers meet the capacity; returns the share of customers' demand that is served.</summary>
    private double Ration(World world, double startUps)
    {
        ComputeParameters p = parameters.Compute;
        double years = Math.Max(world.RecordedMonth, 0) / Hazard.MonthsPerYear;
        double growth = ComputeEquations.Trend(1, p.UseGrowth, years) * world.Scale;
        double served = 1;
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            ref AnchorState anchor = ref world.Anchors[a];
            double share = 1.0 / world.Anchors.Length;
            double internalWanted = p.InternalUse * growth * share;
            double others = share * (p.Historical ? Hazard.PerMonth(p.OtherSales) / anchor.ListPrice : p.OtherUse * growth);
            double demand = startUps * share + others + internalWanted;
            Build(world, a, ref anchor, demand);
            double first = Math.Min(internalWanted * p.InternalPriority, anchor.Capacity);
            double rest = demand - first;
            double ratio = ComputeEquations.Served(rest, anchor.Capacity - first);
            anchor.InternalUse = first + ratio * (internalWanted - first);
            anchor.InternalReference = p.InternalUse * world.Scale * share * world.ComputeNeedFactor;
            anchor.CloudRevenue = ratio * others * anchor.ListPrice;
            world.Tally.CloudDemand += demand;
            world.Tally.CloudServed += first + ratio * rest;
            served = Math.Min(served, ratio);
        }

        world.CloudServed = served;
        world.Tally.CloudWaiting = 1 / Math.Max(served, LeastServed) - 1;
        return served;
    }

    private void Build(World world, int a, ref AnchorState anchor, double demand)
    {
        ComputeParameters p = parameters.Compute;
        double aging = Hazard.PerMonth(p.CapacityAging);
        double before = anchor.DemandTrend == 0 ? demand : anchor.DemandTrend;
        anchor.DemandTrend = before + (demand - before) / Hazard.MonthsPerYear;

        // A smoothed path lags by a year at constant growth, so its gap to now is a year's growth.
        double growth = Math.Clamp((demand / anchor.DemandTrend - 1) / Hazard.MonthsPerYear, 0, p.MostExpectedGrowth);
        double[] orders = world.CapacityOrders[a];
        if (anchor.Capacity == 0)
        {
            anchor.Capacity = demand * (1 + p.CapacityMargin);
        }

        anchor.Capacity = anchor.Capacity * (1 - aging) + orders[world.Month];
        double coming = 0;
        int arrives = world.Month + Math.Max(p.CapacityLag, 1);
        for (int m = world.Month + 1; m < Math.Min(arrives, orders.Length); m++)
        {
            coming += orders[m];
        }

        if (arrives < orders.Length)
        {
            orders[arrives] += ComputeEquations.Order(
                demand * p.CapacityFactor, growth, p.CapacityLag, p.CapacityMargin, anchor.Capacity + coming, aging);
        }
    }

    /// <summary>Everyone pays for what was served; discounts are counted at list price, vouchers first.</summary>
    private void Charge(World world, double served)
    {
        ComputeParameters p = parameters.Compute;
        double worn = 1 - 1 / p.HardwareLife;
        double running = _hardware * Hazard.PerMonth(p.HardwareRunning);
        double ownServed = 1 / (1 + p.OwnFriction);
        double otherServed = 1 / (1 + p.OtherCloudFriction);
        double cloudServed = served / (1 + _friction);
        Bill all = default;
        foreach (ref Firm firm in world.Firms.Living)
        {
            firm.OwnHardware *= worn;
            double cost;
            switch (firm.Compute)
            {
                case ComputeMode.OtherCloud:
                    cost = firm.ComputeNeed * _average;
                    firm.Served = otherServed;
                    break;
                case ComputeMode.Cloud or ComputeMode.Service:
                    cost = Rent(world, ref firm, served, ref all);
                    firm.Served = cloudServed;
                    break;
                case ComputeMode.Own:
                    double missing = Math.Max(firm.ComputeNeed - firm.OwnHardware, 0);
                    cost = missing * _hardware + firm.ComputeNeed * running;
                    firm.OwnHardware += missing;
                    firm.Served = ownServed;
                    all.Own += firm.Hub == World.Home ? firm.ComputeNeed * ownServed : 0;
                    break;
                default:
                    firm.ComputeUsed = 0;
                    firm.Served = 1;
                    continue;
            }

            firm.ComputeUsed = firm.ComputeNeed * firm.Served;
            all.Used += firm.Hub == World.Home ? firm.ComputeUsed : 0;
            all.Cost += cost;
            if (firm.Voucher > 0)
            {
                double voucher = Math.Min(firm.Voucher, cost);
                firm.Voucher -= voucher;
                world.Books.StateToFirms += voucher;
                cost -= voucher;
            }

            firm.Cash -= cost;
            firm.MonthlyCost = cost;
        }

        world.Books.ComputeFromFirms += all.Cost;
        world.Tally.StartUpCompute += all.Used;
        world.Tally.OwnCompute += all.Own;
        world.Tally.CloudDiscount += all.Discount;
        world.Tally.ServiceRevenue += all.Services;
    }

    /// <summary>What a firm pays for the anchor's cloud or for services that run on it.</summary>
    private double Rent(World world, ref Firm firm, double served, ref Bill all)
    {
        double units = firm.ComputeNeed * served;
        double price = PriceFor(world, firm);
        double fee = 0;
        if (firm.Compute == ComputeMode.Service)
        {
            units *= 1 - world.ServiceSaving;
            fee = ServiceFee;
            firm.ServiceGap = _gap;
        }

        double cost = units * price + fee;
        all.Discount += units * (world.Anchors[0].ListPrice - price);
        all.Services += fee;
        int anchor = world.Anchors.Length == 1 ? 0 : (int)(firm.Key % (ulong)world.Anchors.Length);
        world.Anchors[anchor].CloudRevenue += cost;
        return cost;
    }

    /// <summary>Sums over all firms of the month: cost, compute used at home, that on own hardware, discounts, fees for services.</summary>
    private struct Bill
    {
        public double Cost;
        public double Used;
        public double Own;
        public double Discount;
        public double Services;
    }
}
