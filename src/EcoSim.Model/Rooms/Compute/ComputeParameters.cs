using EcoSim.Model.Declaration;

namespace EcoSim.Model.Rooms.Compute;

/// <summary>Compute: own hardware, the average cloud, the anchor's cloud and its ready-made AI services.</summary>
public sealed class ComputeParameters
{
    [Parameter("million RMB/unit", 0.0001, 100, "List price of the average cloud for one unit of compute in the first recorded month.")]
    public double CloudPrice { get; set; } = 0.15;

    [Parameter("1/year", -0.9, 1, "Trend of cloud prices for constant quality.", "Wu et al. 2021, IEEE Trans. Cloud Computing 9(1): −20 % a year, 2008-2017")]
    public double PriceTrend { get; set; } = -0.20;

    [Parameter("1/year", -0.9, 10, "Growth of the compute that one milestone or one unit of sales needs.", "Use per task grows nearly as fast as prices fall (training compute far faster: Epoch AI); level: assumption")]
    public double NeedGrowth { get; set; } = 0.22;

    [Parameter("1", 0.01, 10, "Factor on the anchor's list price: a price cut or a rise.")]
    public double ListPriceFactor { get; set; } = 1;

    [Parameter("share", 0, 0.99, "How far the anchor's list price lies below the average cloud's, at full strength of the cloud channel.")]
    public double ListAdvantage { get; set; } = 0.15;

    [Parameter("share", 0, 0.99, "Discount for young start-ups on the anchor's list price, at full strength of the cloud channel.")]
    public double StartUpDiscount { get; set; } = 0.35;

    [Parameter("months", 0, 240, "Age up to which a start-up gets the discount.")]
    public int DiscountMonths { get; set; } = 48;

    [Parameter("1", 0, 10, "Cost of using an average cloud over its price: distance, engineering, waiting.")]
    public double OtherCloudFriction { get; set; } = 0.30;

    [Parameter("million RMB/unit", 0.0001, 100, "Price of own hardware that gives one unit of compute a month, in the first recorded month.", "A year and a month of the average cloud's rent buys it; level: assumption")]
    public double HardwarePrice { get; set; } = 2.0;

    [Parameter("share", 0, 1, "Share of the price of own hardware in the first recorded month that is accelerators; the rest gets cheaper as clouds do.")]
    public double AcceleratorShare { get; set; } = 0.5;

    [Parameter("years", 0.1, 100, "Time in which price-performance of accelerators doubles.", "Hobbhahn & Besiroglu 2022: 2.46 years, 2006-2021")]
    public double HardwareDoubling { get; set; } = 2.46;

    [Parameter("1/year", 0, 5, "Running cost of own hardware a year over its price.")]
    public double HardwareRunning { get; set; } = 0.40;

    [Parameter("1", 0, 10, "Engineering and idle time that own hardware costs over using it, as a share of its work.")]
    public double OwnFriction { get; set; } = 0.35;

    [Parameter("people", 0, 100, "Staff who keep own hardware running, whatever its size: what makes it worth while for large users only.")]
    public double HardwareStaff { get; set; } = 1;

    [Parameter("months", 1, 240, "Life of own hardware: the time over which a firm spreads its price when it compares, and over which it wears out by the factor e.")]
    public double HardwareLife { get; set; } = 36;

    [Parameter("share", 0, 1, "Largest share of its cash that a firm puts into own hardware.")]
    public double MostHardwareShare { get; set; } = 0.5;

    [Parameter("1", 1, 20, "Factor on the price of own accelerators under export limits.")]
    public double ExportLimit { get; set; } = 1;

    [Parameter("months", 0, 120, "Lag between ordering and using cloud capacity.", "Data centres take 12 to 18 months; level: assumption")]
    public int CapacityLag { get; set; } = 15;

    [Parameter("share", 0, 5, "Spare capacity that the anchor plans above expected demand.")]
    public double CapacityMargin { get; set; } = 0.25;

    [Parameter("1/month", 0, 1, "Largest growth of demand that the anchor plans for, however fast demand rises.")]
    public double MostExpectedGrowth { get; set; } = 0.1;

    [Parameter("1", 0, 10, "Factor on what the anchor means to build: a limit or a programme.")]
    public double CapacityFactor { get; set; } = 1;

    [Parameter("1/year", 0, 5, "Rate at which capacity goes out of use.")]
    public double CapacityAging { get; set; } = 0.15;

    [Parameter("units", 0, 1e9, "Compute that customers other than start-ups ask of the anchor's cloud a month at the start, in a region of 100,000 workers.")]
    public double OtherUse { get; set; } = 400;

    [Parameter("switch", 0, 1, "Historical mode: other customers' use follows compute.otherSales instead of compute.otherUse and its growth.")]
    public bool Historical { get; set; }

    [Parameter("million RMB/year", 0, 1e9, "Sales of cloud to other customers a year in historical mode; usually driven by a series.")]
    public double OtherSales { get; set; } = 1000;

    [Parameter("units", 0, 1e9, "The anchor's own use a month at the start, in a region of 100,000 workers.")]
    public double InternalUse { get; set; } = 600;

    [Parameter("1/year", -0.5, 5, "Growth of the other customers' use and of the anchor's own.")]
    public double UseGrowth { get; set; } = 0.30;

    [Parameter("share", 0, 1, "Share of the anchor's own use that goes first when compute is short; the rest is rationed like everyone.")]
    public double InternalPriority { get; set; } = 0.9;

    [Parameter("million RMB/use-month", 0, 100, "Price of ready-made AI services for an integration step, a month, in the first recorded month.")]
    public double ServicePrice { get; set; } = 0.03;

    [Parameter("1", 0, 3, "Quality given up by a product built on ready-made services, when AI knowledge is 1; log scale.")]
    public double ServiceGap { get; set; } = 0.10;

    [Parameter("share", 0, 1, "Share of an integration step's work and compute that a ready-made service saves.")]
    public double ServiceSaving { get; set; } = 0.5;

    [Parameter("share", 0, 0.95, "Share of a product's work that is integration of AI, of which a ready-made service saves its part.")]
    public double ServiceWorkShare { get; set; } = 0.5;

    [Parameter("million RMB", 0, 1000, "What a unit of log quality is worth to a young firm when it chooses how to build, a month.")]
    public double QualityWorth { get; set; } = 0.1;
}
