using EcoSim.Model.Declaration;

namespace EcoSim.Model.Rooms.Government;

/// <summary>The city's and the state's levers, each with a budget.</summary>
public sealed class GovernmentParameters
{
    private const string PerRegion = "for a region of 100,000 workers";

    [Parameter("million RMB/year", 0, 1e6, "Money a year for the guidance fund, which invests in home start-ups at seed and Series A, " + PerRegion + ".")]
    public double GuidanceFund { get; set; } = 60;

    [Parameter("years", 0.1, 20, "Years of its budget that the guidance fund can hold; what is not called in that time lapses.")]
    public double GuidanceFundYears { get; set; } = 4;

    [Parameter("million RMB/year", 0, 1e6, "Money a year for grants to new firms, " + PerRegion + ".")]
    public double GrantBudget { get; set; } = 12;

    [Parameter("million RMB", 0.001, 1000, "Size of a grant.")]
    public double GrantSize { get; set; } = 0.3;

    [Parameter("million RMB/year", 0, 1e6, "Money a year for compute vouchers to new firms, " + PerRegion + ".")]
    public double VoucherBudget { get; set; }

    [Parameter("million RMB", 0.001, 1000, "Size of a compute voucher.")]
    public double VoucherSize { get; set; } = 0.3;

    [Parameter("months", 1, 240, "Age up to which a firm can get a grant or a voucher.")]
    public int NewFirmMonths { get; set; } = 24;

    [Parameter("1", 0, 5, "Rise of founders' log hazard per million RMB of grants a year and thousand workers.")]
    public double GrantPull { get; set; } = 0.2;
}
