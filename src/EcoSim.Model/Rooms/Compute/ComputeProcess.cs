using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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

    private readonly Tariffs _tariffs = new(parameters);
    private double _average;
    private double _hardware;
    private double _keepers;
    private double _service;
    private double _friction;
    private double _youngPrice;
    private double _gap;

    public void Step(World world)
    {
        Open(world);
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
        _hardware = ComputeEquations.Hardware(
            p.HardwarePrice, p.AcceleratorShare, p.HardwareDoubling, p.ExportLimit, ComputeEquations.Trend(1, p.PriceTrend, years), years);
        _keepers = p.HardwareStaff * Hazard.PerMonth(parameters.Products.WagePerYear);
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
        world.ServiceWorkSaving = world.ServiceSaving * p.ServiceWorkShare;
        double other = _average * (1 + p.OtherCloudFriction);
        double own = cheapest * (1 - strength * p.StartUpDiscount) * (1 + _friction);

        // What a young firm pays for a unit here, over what an average cloud asks of it elsewhere.
        world.Hubs[World.Home].EntryCost = Math.Min(own, other) / other;
        for (int h = 1; h < world.Hubs.Length; h++)
        {
            world.Hubs[h].EntryCost = 1;
        }
    }

    /// <summary>Gives the month's new start-ups their places, and counts everyone's staff.</summary>
    private static void Open(World world)
    {
        Concerns concerns = world.Concerns;
        foreach (int row in world.FoundedWithin())
        {
            concerns.Open(ref world.Firms[row], row);
        }

        for (int i = 0; i < concerns.Count; i++)
        {
            concerns.Staff[i] = world.Staffing[concerns[i].Row].Staff;
        }
    }

    /// <summary>Each living start-up's supply for this month, chosen anew once a year and after each milestone; returns what start-ups ask of the anchors' clouds.</summary>
    private double Choose(World world)
    {
        _gap = world.Anchors.Length > 0 ? parameters.Compute.ServiceGap / Math.Max(world.Anchors[0].AiKnowledge, LeastKnowledge) : 0;
        Concerns concerns = world.Concerns;
        for (int place = 0; place < concerns.Count; place++)
        {
            ref Mark mark = ref concerns[place];
            if (mark.Review <= world.Month)
            {
                Choose(world, concerns, place, ref mark);
            }

            mark.Tariff = Tariffs.At(mark.Compute, world.Month - mark.Founded < parameters.Compute.DiscountMonths);
            if (mark.Compute == ComputeMode.Service)
            {
                world.Firms[mark.Row].ServiceGap = _gap;
            }
        }

        _tariffs.Refresh(world, _average, world.Anchors.Length > 0 ? world.Anchors[0].ListPrice : double.NaN, ServiceFee, _friction);
        Vector256<double> demand = Vector256<double>.Zero;
        for (int place = 0; place < concerns.Count; place += Column.Lanes)
        {
            demand += concerns.ComputeNeed.Four(place) * Tariffs.Four(_tariffs.Asked, concerns, place);
        }

        return Lanes.Sum(demand);
    }

    private void Choose(World world, Concerns concerns, int place, ref Mark mark)
    {
        bool needs = concerns.ComputeNeed[place] > 0;
        int untilBirthday = (int)Hazard.MonthsPerYear - (world.Month - mark.Founded) % (int)Hazard.MonthsPerYear;
        mark.Review = (short)(world.Month + (needs ? untilBirthday : 1));
        mark.Compute = needs ? Cheapest(world, place, mark) : ComputeMode.None;
        concerns.Service[place] = mark.Compute == ComputeMode.Service ? 1 : 0;
    }

    private ComputeMode Cheapest(World world, int place, in Mark mark)
    {
        ComputeParameters p = parameters.Compute;
        Concerns concerns = world.Concerns;
        double need = concerns.ComputeNeed[place];
        double wages = Hazard.PerMonth(parameters.Products.WagePerYear) * concerns.Staff[place];
        double missing = Math.Max(need - concerns.OwnHardware[place], 0);
        double own = missing * _hardware > concerns.Cash[place] * p.MostHardwareShare
            ? double.PositiveInfinity
            : ComputeEquations.OwnCost(need, missing, _hardware, p.HardwareLife, Hazard.PerMonth(p.HardwareRunning)) * (1 + p.OwnFriction) + _keepers;
        double other = need * _average * (1 + p.OtherCloudFriction);
        (ComputeMode mode, double cost) = own < other ? (ComputeMode.Own, own) : (ComputeMode.OtherCloud, other);
        if (world.Anchors.Length == 0 || mark.Hub != World.Home)
        {
            return mode;
        }

        double cloud = ComputeEquations.CloudCost(need, PriceFor(world, mark) * (1 + _friction), world.CloudServed, wages);
        (mode, cost) = cloud < cost ? (ComputeMode.Cloud, cloud) : (mode, cost);
        if (parameters.Sectors.Of(mark.Sector).KindOf(world.Firms[mark.Row].Step) == StepKind.Integration)
        {
            double service = ServiceFee + _gap * p.QualityWorth + (1 - world.ServiceSaving) * cloud - world.ServiceSaving * wages;
            mode = service < cost ? ComputeMode.Service : mode;
        }

        return mode;
    }

    /// <summary>Fee a month for ready-made services.</summary>
    private double ServiceFee => _service * (1 - parameters.Channels.Cloud * parameters.Compute.StartUpDiscount);

    private double PriceFor(World world, in Mark mark) => world.Month - mark.Founded < parameters.Compute.DiscountMonths ? _youngPrice : world.Anchors[0].ListPrice;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Charge(World world, double served)
    {
        ComputeParameters p = parameters.Compute;
        Concerns concerns = world.Concerns;
        _tariffs.Charge(world, served, _hardware, _keepers);
        double worn = 1 - 1 / p.HardwareLife;
        Bill all = default;
        for (int place = 0; place < concerns.Count; place += Column.Lanes)
        {
            Vector256<double> need = concerns.ComputeNeed.Four(place);
            Vector256<double> hardware = concerns.OwnHardware.Four(place) * worn;
            Vector256<double> missing = Vector256.Max(need * Tariffs.Four(_tariffs.Owned, concerns, place) - hardware, Vector256<double>.Zero);
            Vector256<double> fee = Tariffs.Four(_tariffs.Fee, concerns, place);
            Vector256<double> cost = need * Tariffs.Four(_tariffs.Price, concerns, place) + missing * _hardware + fee;
            Vector256<double> came = Tariffs.Four(_tariffs.Served, concerns, place);
            Vector256<double> used = need * came;
            concerns.OwnHardware.Put(place, hardware + missing);
            concerns.Served.Put(place, came);
            concerns.ComputeUsed.Put(place, used);
            all.Cost += cost;
            all.Used += concerns.Home.Four(place) * used;
            all.Own += concerns.Home.Four(place) * used * Tariffs.Four(_tariffs.Owned, concerns, place);
            all.Discount += need * Tariffs.Four(_tariffs.Discount, concerns, place);
            Vector256<double> rented = Tariffs.Four(_tariffs.Rented, concerns, place);
            all.Services += fee * rented;
            all.Rented += cost * rented;

            Vector256<double> voucher = Vector256.Min(concerns.Voucher.Four(place), cost);
            concerns.Voucher.Put(place, concerns.Voucher.Four(place) - voucher);
            all.Vouchers += voucher;
            concerns.Cash.Put(place, concerns.Cash.Four(place) + voucher - cost);
            concerns.ComputeCost.Put(place, cost - voucher);
        }

        world.Books.ComputeFromFirms += Lanes.Sum(all.Cost);
        world.Books.StateToFirms += Lanes.Sum(all.Vouchers);
        world.Tally.StateMoney += Lanes.Sum(all.Vouchers);
        world.Tally.StartUpCompute += Lanes.Sum(all.Used);
        world.Tally.OwnCompute += Lanes.Sum(all.Own);
        world.Tally.CloudDiscount += Lanes.Sum(all.Discount);
        world.Tally.ServiceRevenue += Lanes.Sum(all.Services);
        foreach (ref AnchorState anchor in world.Anchors.AsSpan())
        {
            anchor.CloudRevenue += Lanes.Sum(all.Rented) / world.Anchors.Length;
        }
    }

    /// <summary>Sums over all firms of the month, lane by lane: cost, compute used at home, that on own hardware, discounts, fees for services, what the anchors take in, vouchers.</summary>
    private struct Bill
    {
        public Vector256<double> Cost;
        public Vector256<double> Used;
        public Vector256<double> Own;
        public Vector256<double> Discount;
        public Vector256<double> Services;
        public Vector256<double> Rented;
        public Vector256<double> Vouchers;
    }
}
