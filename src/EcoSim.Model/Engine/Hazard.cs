namespace EcoSim.Model.Engine;

/// <summary>A hazard is a rate, a probability is not: these are the only conversions.</summary>
public static class Hazard
{
    /// <summary>Months in a year.</summary>
    public const double MonthsPerYear = 12;

    /// <summary>Hazard per month of a hazard per year.</summary>
    public static double PerMonth(double perYear) => perYear / MonthsPerYear;

    /// <summary>Probability that an event of the given monthly hazard happens within a month: 1 − exp(−h).</summary>
    public static double Probability(double perMonth) => -double.ExpM1(-perMonth);

    /// <summary>Share of a stock left after one month at the given half-life in months.</summary>
    public static double MonthlySurvival(double halfLife) => Math.Exp(-Math.Log(2) / halfLife);
}
