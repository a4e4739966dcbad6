using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Lives;

/// <summary>The life of a start-up, from founders to exit.</summary>
public static class FirmLife
{
    /// <summary>Years shown at most.</summary>
    private const int MostYears = 8;

    /// <summary>Tells the life of a start-up of the ledger.</summary>
    public static Life Of(ReplicateLedger ledger, string id)
    {
        var names = new LifeNames(ledger);
        var money = new CapTable(ledger, id);
        LifeRow firm = ledger[Table.Organizations].Where("org_id", id).First();
        LifeEvent[] events =
        [
            .. FirmBeginning.Of(ledger, names, id),
            .. FirmMilestones.Of(ledger, id),
            .. FirmRounds.Of(ledger, names, id, money),
            .. Recognised(ledger, firm),
            .. FirmEnding.Of(ledger, names, id, money),
        ];
        return new Life(id, Summary(ledger, names, firm, money), [.. events.OrderBy(told => told.Date.Index)], Years(ledger, id));
    }

    /// <summary>Where a firm comes from, as in "a spin-out of the anchor".</summary>
    internal static string Origin(LifeNames names, LifeRow firm)
    {
        string? parent = firm["parent_org_id"];
        string last = parent is null ? "" : $", its first founder last at {names.Of(parent)}";
        return firm["origin"] switch
        {
            "spin_out" => $"a spin-out of {names.Of(parent)}",
            "layoff_spin_out" => $"a spin-out of {names.Of(parent)} after a layoff",
            "university" => "a university start-up",
            "serial" => "a serial founder's firm" + last,
            _ => "an independent firm" + last,
        };
    }

    private static string[] Summary(ReplicateLedger ledger, LifeNames names, LifeRow firm, CapTable money)
    {
        string generation = firm.Whole("generation") is > 1 and var number ? $", generation {number} from an anchor" : "";
        double peak = firm.Number("peak_valuation");
        string best = peak > 0 ? $", worth {LifeNames.Money(peak)} at its best" : ", never valued";
        string raised = money.Rounds.Count == 0 ? "never raised money"
            : $"raised {LifeNames.Money(money.Raised)} in {LifeNames.Count(money.Rounds.Count)} round{(money.Rounds.Count == 1 ? "" : "s")}";
        return
        [
            $"Start-up {firm["org_id"]}: {LifeNames.Plain(firm["sector"])}, in {LifeNames.Hub(firm["hub"])}; {Origin(names, firm)}{generation}.",
            $"{Standing(ledger, firm)}{best}; {raised}.",
        ];
    }

    /// <summary>What has become of a firm, as in "Listed since 2013-07".</summary>
    internal static string Standing(ReplicateLedger ledger, LifeRow firm)
    {
        int founded = firm.Whole("founded_month") ?? 0;
        int end = firm.Whole("exit_month") ?? ledger.Months - 1;
        return firm["status"] switch
        {
            "failed" => $"Failed in {ledger.Date(end)} after {LifeNames.Span(end - founded)}",
            "acquired" => $"Sold in {ledger.Date(end)} for {LifeNames.Money(firm.Number("exit_value"))}",
            "public" => $"Listed since {ledger.Date(end)}",
            _ => $"Operating at the end of the run ({ledger.End})",
        };
    }

    private static IEnumerable<LifeEvent> Recognised(ReplicateLedger ledger, LifeRow firm)
    {
        if (firm.Whole("dragon_month") is { } month)
        {
            yield return new LifeEvent(ledger.Date(month), "Recognised as a little dragon.");
        }
    }

    private static LifeYear[] Years(ReplicateLedger ledger, string id)
    {
        LifeRow[] rows = [.. ledger[Table.Panel].Where("org_id", id)];
        int shown = Math.Min(rows.Length, MostYears);
        return
        [
            .. Enumerable.Range(0, shown).Select(i => rows[shown == 1 ? 0 : (int)((long)i * (rows.Length - 1) / (shown - 1))]).Select(row => new LifeYear(
                ledger.Date(row.Whole("month") ?? 0), row["stage"] ?? "", row.Number("employees"), row.Number("revenue"), row.Number("valuation"),
                row.Number("cash"), row.Number("compute_used"))),
        ];
    }
}
