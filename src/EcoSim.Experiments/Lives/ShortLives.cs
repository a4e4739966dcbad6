using EcoSim.Experiments.Results;
using EcoSim.Model;

namespace EcoSim.Experiments.Lives;

/// <summary>A life in a few lines.</summary>
/// <param name="Id">Identity in the ledger.</param>
/// <param name="Title">What it is and where it comes from.</param>
/// <param name="Lines">What happened, a sentence a line.</param>
public sealed record ShortLife(string Id, string Title, IReadOnlyList<string> Lines);

/// <summary>The short lives of the most valuable start-ups of a replicate.</summary>
public static class ShortLives
{
    private const int Number = 3;

    /// <summary>
    /// Three of them, one at least no spin-out where there is one; fewer where there are fewer, none without a ledger.
    /// </summary>
    public static IReadOnlyList<ShortLife> Of(IReadOnlyList<RunResult> replicates, RunParameters setup) =>
        replicates.FirstOrDefault(run => run.Ledger.Count > 0) is { } kept ? Of(new ReplicateLedger(kept, setup)) : [];

    /// <summary>The same from the folder of an earlier run.</summary>
    public static IReadOnlyList<ShortLife> Read(string folder) =>
        ResultFolder.Open(folder) is var result && result.HasLedger(0) ? Of(result.ReadLedger(0)) : [];

    /// <summary>The same from a ledger.</summary>
    public static IReadOnlyList<ShortLife> Of(ReplicateLedger ledger)
    {
        if (Table.Needed.Any(table => !ledger.Has(table)))
        {
            return [];
        }

        LifeRow[] firms = NotableLives.MostValuable(ledger);
        LifeRow[] chosen = [.. firms.Take(Number)];
        if (chosen.Length == Number && chosen.All(NotableLives.IsSpinOut) && firms.FirstOrDefault(firm => !NotableLives.IsSpinOut(firm)) is { Table: not null } other)
        {
            chosen[^1] = other;
        }

        var names = new LifeNames(ledger);
        return [.. chosen.Select(firm => Tell(ledger, names, firm))];
    }

    private static ShortLife Tell(ReplicateLedger ledger, LifeNames names, LifeRow firm)
    {
        string id = firm["org_id"]!;
        var money = new CapTable(ledger, id);
        string[] lines =
        [
            Founded(ledger, firm, id),
            .. Backed(ledger, names, money),
            Grew(ledger, firm, id),
            .. Ended(ledger, names, firm, id, money),
        ];
        return new ShortLife(id, $"{LifeNames.Plain(firm["sector"])}, {FirmLife.Origin(names, firm)}", [.. lines.Where(line => line.Length > 0)]);
    }

    private static string Founded(ReplicateLedger ledger, LifeRow firm, string id)
    {
        LifeRow[] founders = [.. ledger[Table.People].Where("org_id", id)];
        string[] who = [.. founders.Select(founder =>
            $"{founder["person_id"]} ({(founder.Whole("anchor_tenure_months") is > 0 and var months ? LifeNames.Span(months) + " at an anchor" : "never at an anchor")})")];
        return $"Founded {ledger.Date(firm.Whole("founded_month") ?? 0)} by {string.Join(" and ", who)}.";
    }

    private static IEnumerable<string> Backed(ReplicateLedger ledger, LifeNames names, CapTable money)
    {
        if (money.Rounds.Count > 0)
        {
            ClosedRound first = money.Rounds[0];
            string more = money.Rounds.Count == 1 ? "" : $"; {LifeNames.Money(money.Raised)} in {LifeNames.Count(money.Rounds.Count)} rounds up to {LifeNames.Round(money.Rounds[^1].Stage)} in {ledger.Date(money.Rounds[^1].Month)}";
            yield return $"First money {ledger.Date(first.Month)}: {LifeNames.Money(first.Raised)} from {Kind(names, first.Lead)}{more}.";
        }
        else
        {
            yield return "Never raised money.";
        }
    }

    /// <summary>An investor without its identity, as in "a venture fund"; an angel by name, being a person.</summary>
    private static string Kind(LifeNames names, Backer backer) => backer.Kind switch
    {
        "affiliated_fund" => "the affiliated fund",
        "venture" => "a venture fund",
        "state" => "the state's fund",
        _ => names.Investor(backer.Id, backer.Kind),
    };

    private static string Grew(ReplicateLedger ledger, LifeRow firm, string id)
    {
        LifeRow entry = ledger[Table.Milestones].Where("org_id", id).FirstOrDefault(row => row.Flag("reached") && row.Whole("milestone") == row.Whole("milestones"));
        string market = entry.Table is null ? "Never on the market" : $"On the market {ledger.Date(entry.Whole("month") ?? 0)} with {LifeNames.Compute(entry["compute_mode"])}";
        string dragon = firm.Whole("dragon_month") is { } month ? $"; a little dragon since {ledger.Date(month)}" : "";
        string best = LifeNames.Money(HighestValue.Of(firm));
        string now = FirmYears.Last(ledger, firm) is { } last && LifeNames.Money(last.Valuation) is var worth && worth != best ? $", {worth} in {last.Date}" : "";
        return $"{market}{dragon}; worth {best} at its best{now}.";
    }

    private static IEnumerable<string> Ended(ReplicateLedger ledger, LifeNames names, LifeRow firm, string id, CapTable money)
    {
        LifeRow exit = ledger[Table.Exits].Where("org_id", id).FirstOrDefault();
        if (exit.Table is null)
        {
            LifeRow last = ledger[Table.Panel].Where("org_id", id).LastOrDefault();
            yield return last.Table is null ? $"Operating in {ledger.End}."
                : $"Operating in {ledger.End}: {ReadableNumber.Of(last.Number("employees"))} people, sales of {LifeNames.Money(last.Number("revenue"))} a year.";
            yield break;
        }

        double value = exit.Number("value");
        string date = ledger.Date(exit.Whole("month") ?? 0).ToString();
        string how = exit["kind"] switch
        {
            "ipo" => $"Listed {date} at {LifeNames.Money(value)}",
            "acquisition" => $"Sold {date} to {names.Of(exit["acquirer_org_id"])} for {LifeNames.Money(value)}",
            _ => $"Closed {date}",
        };
        double founders = FirmEnding.ToFounders(money, exit["kind"]!, value);
        string paid = founders > 0 ? $"; founders got {LifeNames.Money(founders)}" : "";
        string best = money.Payouts().FirstOrDefault() is { Proceeds: > 0 } payout && money.Rounds.Count > 0
            ? $", {Kind(names, payout.Who)} {LifeNames.Money(payout.Proceeds)} ({ReadableNumber.Of(payout.Proceeds / payout.Invested)} times)" : "";
        yield return $"{how}{paid}{best}.";
    }
}
