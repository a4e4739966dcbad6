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

        bool cloud = world.Anchors.Length > 0 && strength > 0;
        double price = Math.Min(
            cloud ? cheapest * (1 - strength * p.StartUpDiscount) : double.PositiveInfinity, _average * (1 + p.OtherCloudFriction));

        // What a young firm pays for a unit here, over what an average cloud asks of it elsewhere.
        world.Hubs[World.Home].EntryCost = price / (_average * (1 + p.OtherCloudFriction));
        for (int h = 1; h < world.Hubs.Length; h++)
        {
            world.Hubs[h].EntryCost = 1;
        }
    }

    /// <summary>Each living start-up's supply for this month; returns what start-ups ask of the anchors' clouds.</summary>
    private double Choose(World world)
    {
        double demand = 0;
        foreach (int f in world.Living)
        {
            ref Firm firm = ref world.Firms[f];
            if (firm.ComputeNeed <= 0)
            {
                firm.Compute = ComputeMode.None;
                firm.Served = 1;
                continue;
            }

            if (firm.Compute == ComputeMode.None || world.Month == firm.LastStep + 1 || world.Month % (int)Hazard.MonthsPerYear == firm.Founded % (int)Hazard.MonthsPerYear)
            {
                firm.Compute = Cheapest(world, ref firm);
            }

            demand += firm.Compute == ComputeMode.Cloud ? firm.ComputeNeed
                : firm.Compute == ComputeMode.Service ? firm.ComputeNeed * (1 - parameters.Compute.ServiceSaving) : 0;
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
            : ComputeEquations.OwnCost(missing, _hardware, p.HardwareLife, Hazard.PerMonth(p.HardwareRunning));
        double other = firm.ComputeNeed * _average * (1 + p.OtherCloudFriction);
        (ComputeMode mode, double cost) = own < other ? (ComputeMode.Own, own) : (ComputeMode.OtherCloud, other);
        if (world.Anchors.Length == 0 || parameters.Channels.Cloud <= 0 || firm.Hub != World.Home)
        {
            return mode;
        }

        double price = PriceFor(world, firm);
        double cloud = ComputeEquations.CloudCost(firm.ComputeNeed, price, world.CloudServed, wages);
        (mode, cost) = cloud < cost ? (ComputeMode.Cloud, cloud) : (mode, cost);
        if (StepOf(firm) == StepKind.Integration)
        {
            double gap = GapOf(world);
            double service = _service * (1 - parameters.Channels.Cloud * p.StartUpDiscount) + gap * p.QualityWorth
                + (1 - p.ServiceSaving) * cloud - p.ServiceSaving * wages;
            mode = service < cost ? ComputeMode.Service : mode;
        }

        return mode;
    }

    private StepKind StepOf(in Firm firm) => parameters.Sectors.Of(firm.Sector).KindOf(firm.Step);

    /// <summary>Quality that ready-made services lack: less, the better the anchor's own AI.</summary>
    private double GapOf(World world) => parameters.Compute.ServiceGap / Math.Max(world.Anchors[0].AiKnowledge, LeastKnowledge);

    private double PriceFor(World world, in Firm firm)
    {
        bool young = world.Month - firm.Founded < parameters.Compute.DiscountMonths;
        return world.Anchors[0].ListPrice * (young ? 1 - parameters.Channels.Cloud * parameters.Compute.StartUpDiscount : 1);
    }

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
        foreach (int f in world.Living)
        {
            ref Firm firm = ref world.Firms[f];
            double cost = 0;
            switch (firm.Compute)
            {
                case ComputeMode.None:
                    firm.ComputeUsed = 0;
                    continue;
                case ComputeMode.Own:
                    double missing = Math.Max(firm.ComputeNeed - firm.OwnHardware, 0);
                    cost = missing * _hardware + firm.ComputeNeed * _hardware * Hazard.PerMonth(p.HardwareRunning);
                    firm.OwnHardware += missing;
                    firm.Served = 1 / (1 + p.OwnFriction);
                    break;
                case ComputeMode.OtherCloud:
                    cost = firm.ComputeNeed * _average;
                    firm.Served = 1 / (1 + p.OtherCloudFriction);
                    break;
                default:
                    double units = firm.ComputeNeed * served * (firm.Compute == ComputeMode.Service ? 1 - p.ServiceSaving : 1);
                    double price = PriceFor(world, firm);
                    cost = units * price;
                    world.Tally.CloudDiscount += units * (world.Anchors[0].ListPrice - price);
                    if (firm.Compute == ComputeMode.Service)
                    {
                        double use = _service * (1 - parameters.Channels.Cloud * p.StartUpDiscount);
                        cost += use;
                        world.Tally.ServiceRevenue += use;
                        firm.ServiceGap = GapOf(world);
                    }

                    world.Anchors[f % world.Anchors.Length].CloudRevenue += cost;
                    firm.Served = served;
                    break;
            }

            firm.ComputeUsed = firm.ComputeNeed * firm.Served;
            world.Tally.StartUpCompute += firm.Hub == World.Home ? firm.ComputeUsed : 0;
            world.Tally.OwnCompute += firm.Hub == World.Home && firm.Compute == ComputeMode.Own ? firm.ComputeUsed : 0;
            double voucher = Math.Min(firm.Voucher, cost);
            firm.Voucher -= voucher;
            world.Books.StateToFirms += voucher;
            world.Books.ComputeFromFirms += cost;
            firm.Cash += voucher - cost;
            firm.MonthlyCost = cost - voucher;
        }
    }
}
