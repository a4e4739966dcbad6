using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Measures;

/// <summary>Sizes of start-ups, how they grow and how concentrated value is.</summary>
public static class SizeMeasures
{
    private const double TopShare = 0.01;
    private const int MonthsPerYear = 12;

    public static IReadOnlyList<Measure> All { get; } =
    [
        Measure.Pooled("startup_size_tail_exponent", "1", "Hill estimate over the largest tenth of living home start-ups by people, at the last yearly account.",
            replicates => Tail(AtEnd(replicates).Select(year => year.Employees))),
        Measure.Pooled("startup_value_tail_exponent", "1", "Hill estimate over the largest tenth of living home start-ups by value, at the last yearly account.",
            replicates => Tail(AtEnd(replicates).Select(year => year.Valuation))),
        Measure.Mean("startup_value_top_percent_share", "%", "Share of the value of living home start-ups that the most valuable hundredth holds, at the last yearly account.",
            run => 100 * Concentration.TopShare(ValuesAtEnd(run), TopShare)),
        Measure.Mean("startup_value_herfindahl", "1", "Herfindahl index of the value of living home start-ups at the last yearly account.",
            run => Concentration.Herfindahl(ValuesAtEnd(run)), MeasureRange.Part),
        Measure.Mean("growth_rate_shape", "1", "Subbotin's shape of yearly log growth of sales of home start-ups: 2 is normal, 1 is Laplace.",
            run => GrowthShape.Fit([.. Growth(run).Select(pair => pair.Growth)])?.Shape ?? double.NaN),
        Measure.Mean("size_variance_exponent", "1", "Slope of the log standard deviation of yearly log growth of sales on log sales, over ten bins of home start-ups.",
            run => SizeVariance.Fit([.. Growth(run).Select(pair => pair.Size)], [.. Growth(run).Select(pair => pair.Growth)])?.Exponent ?? double.NaN, MeasureRange.Any),
    ];

    private static double Tail(IEnumerable<double> sizes) => HillTail.Estimate([.. sizes.Where(size => size > 0)])?.Exponent ?? double.NaN;

    private static IEnumerable<FirmYear> AtEnd(IEnumerable<RunHistory> replicates) => replicates.SelectMany(AtEnd);

    /// <summary>Accounts of the last year end; who was bought before has none then.</summary>
    private static IEnumerable<FirmYear> AtEnd(RunHistory run)
    {
        int last = run.Months / MonthsPerYear * MonthsPerYear - 1;
        return run.Years.Where(year => year.Month == last && run.Firms[year.Firm].Fate != Fate.Sold);
    }

    private static double[] ValuesAtEnd(RunHistory run) => [.. AtEnd(run).Select(year => year.Valuation).Where(value => value > 0)];

    /// <summary>Sales of a year with log growth to the next, for firms that sold something in both.</summary>
    private static IEnumerable<(double Size, double Growth)> Growth(RunHistory run)
    {
        var before = new Dictionary<int, FirmYear>();
        foreach (FirmYear year in run.Years)
        {
            bool follows = before.TryGetValue(year.Firm, out FirmYear last) && year.Month - last.Month == MonthsPerYear;
            if (follows && last.Revenue > 0 && year.Revenue > 0)
            {
                yield return (last.Revenue, Math.Log(year.Revenue / last.Revenue));
            }

            before[year.Firm] = year;
        }
    }
}
