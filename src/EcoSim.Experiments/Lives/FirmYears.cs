namespace EcoSim.Experiments.Lives;

/// <summary>The figures of a start-up, year by year.</summary>
internal static class FirmYears
{
    public const int MonthsPerYear = 12;

    /// <summary>Years shown at most, beside that of the peak.</summary>
    private const int MostYears = 8;

    /// <summary>Years spread over the life, and the peak.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="id">Identity of the start-up.</param>
    /// <param name="peak">The month in which it was worth most; null where that is not known, so that the best of the years stands for it.</param>
    /// <param name="all">Every year.</param>
    public static IReadOnlyList<LifeYear> Of(ReplicateLedger ledger, string id, LifeYear? peak, bool all)
    {
        LifeYear[] years = [.. ledger[Table.Panel].Where("org_id", id).Select(row => Of(ledger, row))];
        int shown = all ? years.Length : Math.Min(years.Length, MostYears);
        IEnumerable<LifeYear> spread = Enumerable.Range(0, shown).Select(i => years[shown == 1 ? 0 : (int)((long)i * (years.Length - 1) / (shown - 1))]);
        LifeYear? best = peak ?? years.MaxBy(year => year.Valuation);
        return [.. spread.Concat(best is null ? [] : [best]).DistinctBy(year => year.Date).OrderBy(year => year.Date.Index)];
    }

    /// <summary>The figures in a row of the yearly table.</summary>
    public static LifeYear Of(ReplicateLedger ledger, LifeRow row) => new(
        ledger.Date(row.Whole("month") ?? 0), LifeNames.Stage(row["stage"]), row.Number("employees"), row.Number("revenue"), row.Number("valuation"),
        row.Number("cash"), row.Number("compute_used"));

    /// <summary>The last figures of a start-up that lives to the end of the run; null for any other.</summary>
    public static LifeYear? Last(ReplicateLedger ledger, LifeRow firm) =>
        firm["status"] is "operating" or "public" && ledger[Table.Panel].Where("org_id", firm["org_id"]!).LastOrDefault() is { Table: not null } row ? Of(ledger, row) : null;
}
