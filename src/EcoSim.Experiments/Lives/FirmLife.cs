using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Lives;

/// <summary>The life of a start-up, from founders to exit.</summary>
public static class FirmLife
{
    /// <summary>Tells the life of a start-up of the ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="id">Identity of the start-up.</param>
    /// <param name="peak">The month of its highest valuation, as <see cref="FirmPeak"/> finds it; null where that is not known.</param>
    /// <param name="all">Give its figures of every year.</param>
    /// <param name="followed">It followed through the same replicate, for changes that the ledger does not keep; or null.</param>
    public static Life Of(ReplicateLedger ledger, string id, LifeYear? peak = null, bool all = false, FollowedLife? followed = null)
    {
        var names = new LifeNames(ledger);
        var money = new CapTable(ledger, id);
        LifeRow firm = ledger[Table.Organizations].Where("org_id", id).First();
        LifeEvent[] events =
        [
            .. FirmBeginning.Of(ledger, names, id),
            .. followed is null ? [] : FirmCompute.Of(ledger, followed),
            .. FirmMilestones.Of(ledger, id),
            .. FirmRounds.Of(ledger, names, id, money),
            .. Recognised(ledger, firm),
            .. FirmEnding.Of(ledger, names, id, money),
        ];
        return new Life(id, Summary(ledger, names, firm, money, peak), [.. events.OrderBy(told => told.Date.Index)], FirmYears.Of(ledger, id, peak, all));
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

    private static string[] Summary(ReplicateLedger ledger, LifeNames names, LifeRow firm, CapTable money, LifeYear? peak)
    {
        string generation = firm.Whole("generation") is > 1 and var number ? $", generation {number} from an anchor" : "";
        string raised = money.Rounds.Count == 0 ? "never raised money"
            : $"raised {LifeNames.Money(money.Raised)} in {LifeNames.Count(money.Rounds.Count)} round{(money.Rounds.Count == 1 ? "" : "s")}";
        return
        [
            $"Start-up {firm["org_id"]}: {LifeNames.Plain(firm["sector"])}, in {LifeNames.Hub(firm["hub"])}; {Origin(names, firm)}{generation}.",
            $"{Standing(ledger, firm)}, {Worth(ledger, firm, peak)}; {raised}.",
        ];
    }

    /// <summary>What a firm is worth now, where it lives, and was at its best.</summary>
    private static string Worth(ReplicateLedger ledger, LifeRow firm, LifeYear? peak)
    {
        double best = HighestValue.Of(firm);
        if (!(best > 0))
        {
            return "never valued";
        }

        // "Sold for 2,850 million" has just said how much.
        if (HighestValue.IsPrice(firm))
        {
            return "its highest value";
        }

        string most = LifeNames.Money(best), when = peak is null ? "" : $" in {peak.Date}";
        return FirmYears.Last(ledger, firm) is not { } last ? $"worth {most} at its best{when}"
            : LifeNames.Money(last.Valuation) == most ? $"worth {most}{Now(last)}, its highest value"
            : $"worth {LifeNames.Money(last.Valuation)}{Now(last)} and {most} at its best{when}";

        // "Operating at the end of the run (2024-12)" has just said when that is.
        string Now(LifeYear last) => last.Date == ledger.End && firm["status"] == "operating" ? " then" : $" in {last.Date}";
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
}
