using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Lives;

/// <summary>How a start-up was listed, sold or closed, and who was paid what.</summary>
internal static class FirmEnding
{
    /// <summary>Investors named at most.</summary>
    private const int MostNamed = 4;

    /// <summary>Less than this, in million RMB, is no payment worth a word.</summary>
    private const double LeastPayment = 0.005;

    public static IEnumerable<LifeEvent> Of(ReplicateLedger ledger, LifeNames names, string firm, CapTable money)
    {
        int founders = ledger[Table.Organizations].Where("org_id", firm).First().Whole("founder_count") ?? 0;
        bool paid = false;
        foreach (LifeRow exit in ledger[Table.Exits].Where("org_id", firm))
        {
            double value = exit.Number("value");
            string text = exit["kind"] switch
            {
                "ipo" => $"Listed at {LifeNames.Money(value)}.",
                "acquisition" => $"Sold to {names.Of(exit["acquirer_org_id"])} for {LifeNames.Money(value)}.",
                _ => paid ? "Closed; whoever bought its shares loses them." : "Closed.",
            };

            // A listed firm that closes later pays nobody again.
            yield return new LifeEvent(ledger.Date(exit.Whole("month") ?? 0), text, paid ? [] : [.. Paid(names, money, founders, exit["kind"]!, value)]);
            paid = true;
        }
    }

    /// <summary>What the founders got together when the firm ended or was listed, million RMB.</summary>
    public static double ToFounders(CapTable money, string kind, double value)
    {
        if (kind != "failure")
        {
            return value * money.FounderShare;
        }

        // What was left in the till is told by what the investors got of it.
        double others = 1 - money.FounderShare;
        return others > 0 ? money.Payouts().Sum(payout => payout.Proceeds) / others * money.FounderShare : 0;
    }

    private static IEnumerable<string> Paid(LifeNames names, CapTable money, int founders, string kind, double value)
    {
        double mine = ToFounders(money, kind, value);
        if (mine >= LeastPayment)
        {
            string each = founders > 1 ? $", {LifeNames.Money(mine / founders)} each" : "";
            yield return $"founders: {LifeNames.Money(mine)} for {LifeNames.Percent(money.FounderShare)}{each}";
        }

        IReadOnlyList<Payout> payouts = money.Payouts();
        foreach (Payout payout in payouts.Take(MostNamed).Where(payout => payout.Proceeds >= LeastPayment))
        {
            yield return $"{names.Investor(payout.Who.Id, payout.Who.Kind)}: {LifeNames.Money(payout.Proceeds)}, {Times(payout)}";
        }

        if (payouts.Count > MostNamed)
        {
            Payout[] rest = [.. payouts.Skip(MostNamed)];
            yield return $"{LifeNames.Count(rest.Length)} more: {LifeNames.Money(rest.Sum(payout => payout.Proceeds))} for {ReadableNumber.Of(rest.Sum(payout => payout.Invested))}";
        }

        double lost = payouts.Sum(payout => payout.Invested - payout.Proceeds);
        if (kind == "failure" && lost >= LeastPayment)
        {
            yield return $"investors lose {LifeNames.Money(lost)} of {ReadableNumber.Of(payouts.Sum(payout => payout.Invested))}";
        }
    }

    /// <summary>Money multiple, as in "75.1 times what it put in".</summary>
    public static string Times(Payout payout) => $"{ReadableNumber.Of(payout.Proceeds / payout.Invested)} times what it put in";
}
