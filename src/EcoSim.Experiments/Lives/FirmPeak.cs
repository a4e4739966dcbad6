namespace EcoSim.Experiments.Lives;

/// <summary>When a start-up was valued highest while it lived; it may have been sold for more, which <see cref="HighestValue"/> counts.</summary>
public static class FirmPeak
{
    /// <summary>
    /// The figures of the month in which a start-up was valued highest; null when it was never valued, or when the yearly figures do not hold that month and
    /// it cannot be followed.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="id">Identity of the start-up.</param>
    /// <param name="follow">Follows it through all the months of its life in the same replicate, which takes a simulation; null when that cannot be done.</param>
    public static LifeYear? Of(ReplicateLedger ledger, string id, Func<FollowedLife>? follow)
    {
        LifeRow firm = ledger[Table.Organizations].Where("org_id", id).First();
        double peak = firm.Number("peak_valuation");
        if (!(peak > 0))
        {
            return null;
        }

        LifeRow noted = ledger[Table.Panel].Where("org_id", id).FirstOrDefault(row => row.Number("valuation") == peak);
        return noted.Table is not null ? FirmYears.Of(ledger, noted)
            : follow?.Invoke() is { Exists: true } life ? Followed(ledger, life)
            : null;
    }

    /// <summary>Recorded months until a start-up is no more; a listed one lives on.</summary>
    public static int Months(ReplicateLedger ledger, string id)
    {
        LifeRow firm = ledger[Table.Organizations].Where("org_id", id).First();
        return firm["status"] is "failed" or "acquired" && firm.Whole("exit_month") is { } end ? Math.Clamp(1 + end, 0, ledger.Months) : ledger.Months;
    }

    private static LifeYear Followed(ReplicateLedger ledger, FollowedLife life)
    {
        int value = life.IndexOf(FirmReader.Valuation);
        double peak = life.Sightings.Max(seen => seen.Values[value].Number);
        int month = life.Sightings.First(seen => seen.Values[value].Number == peak).Month;
        Sighting then = life.Sightings.Last(seen => seen.Month == month);
        return new LifeYear(
            ledger.Date(month), Value(FirmReader.Stage).Word ?? "", Value(FirmReader.People).Number, FirmYears.MonthsPerYear * Value(FirmReader.Sales).Number,
            Value(FirmReader.Valuation).Number, Value(FirmReader.Cash).Number, FirmYears.MonthsPerYear * Value(FirmReader.Compute).Number);

        LifeValue Value(string field) => then.Values[life.IndexOf(field)];
    }
}
