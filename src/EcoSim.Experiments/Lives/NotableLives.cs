using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Lives;

/// <summary>A life that may be worth telling.</summary>
/// <param name="Id">Identity in the ledger.</param>
/// <param name="Why">What is notable about it.</param>
public sealed record NotableLife(string Id, string Why);

/// <summary>Lives worth telling, for someone who knows no identity yet.</summary>
public static class NotableLives
{
    private const int MostOfAKind = 3;

    /// <summary>The most valuable start-ups, a dragon from outside the anchor, a costly failure, a serial founder, a good angel.</summary>
    public static IReadOnlyList<NotableLife> Of(ReplicateLedger ledger)
    {
        var names = new LifeNames(ledger);
        LifeRow[] firms = MostValuable(ledger);
        var lives = new List<NotableLife>();
        lives.AddRange(firms.Take(MostOfAKind).Select((firm, i) => About(names, firm, $"{(i == 0 ? "most valuable" : "next in value")}: {Value(firm)}")));
        AddFirst(firms.Where(firm => firm.Whole("dragon_month") is not null && !IsSpinOut(firm)), "little dragon that is no spin-out");
        AddFirst(firms.Where(firm => firm["origin"] == "layoff_spin_out"), "most valuable one founded after a layoff");
        AddFirst(firms.Where(firm => firm["status"] == "acquired"), "most valuable one that was sold");
        AddFirst(firms.Where(firm => firm["status"] == "failed"), "most valuable one that failed");
        lives.AddRange(People(ledger));
        return [.. lives.DistinctBy(life => life.Id)];

        void AddFirst(IEnumerable<LifeRow> some, string why)
        {
            if (some.FirstOrDefault() is { Table: not null } firm)
            {
                lives.Add(About(names, firm, $"{why}: {Value(firm)}"));
            }
        }
    }

    /// <summary>Start-ups of the home hub, the one that was worth most at its best first.</summary>
    internal static LifeRow[] MostValuable(ReplicateLedger ledger) =>
        [.. ledger[Table.Organizations].Where("kind", "startup").Where(firm => firm["hub"] == "home").OrderByDescending(HighestValue.Of)];

    internal static bool IsSpinOut(LifeRow firm) => firm["origin"] is "spin_out" or "layoff_spin_out";

    private static NotableLife About(LifeNames names, LifeRow firm, string why) => new(firm["org_id"]!, $"{why}; {LifeNames.Plain(firm["sector"])}, {FirmLife.Origin(names, firm)}");

    private static string Value(LifeRow firm) => LifeNames.Money(HighestValue.Of(firm)) + " at its best";

    private static IEnumerable<NotableLife> People(ReplicateLedger ledger)
    {
        LifeRow serial = ledger[Table.People].Rows.Where(row => row["org_id"] is not null && row["hub"] == "home")
            .MaxBy(row => (row.Number("prior_foundings"), row.Number("prior_successes")));
        if (serial.Table is not null && serial.Number("prior_foundings") > 0)
        {
            yield return new NotableLife(serial["person_id"]!, $"serial founder: {LifeNames.Count((int)serial.Number("prior_foundings") + 1)} firms");
        }

        var angel = ledger[Table.Investments].Where("investor_kind", "angel").GroupBy(part => part["investor_id"]!)
            .Select(parts => (Id: parts.Key, Gain: parts.Sum(part => part.Number("proceeds") - part.Number("amount")), Deals: parts.Count()))
            .Where(parts => ledger[Table.People].Where("person_id", parts.Id).Any(row => !double.IsNaN(row.Number("ability"))))
            .OrderByDescending(parts => parts.Gain).FirstOrDefault();
        if (angel.Id is not null)
        {
            yield return new NotableLife(angel.Id, $"angel of the people that gained most: {LifeNames.Money(angel.Gain)} with {LifeNames.Count(angel.Deals)} investment{(angel.Deals == 1 ? "" : "s")}");
        }
    }
}
