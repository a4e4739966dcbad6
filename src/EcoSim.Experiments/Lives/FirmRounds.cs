using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Lives;

/// <summary>Who backed a start-up and why, and who turned it down.</summary>
internal static class FirmRounds
{
    public static IEnumerable<LifeEvent> Of(ReplicateLedger ledger, LifeNames names, string firm, CapTable money)
    {
        double last = 0;
        foreach (ClosedRound round in money.Rounds)
        {
            string down = round.PreMoney < last ? ", a down round" : "";
            string refused = round.TurnedDown == 0 ? "" : $", after {LifeNames.Count(round.TurnedDown)} turned-down pitch{(round.TurnedDown == 1 ? "" : "es")}";
            string others = round.Others.Count == 0 ? ""
                : $"; with {string.Join(", ", round.Others.Select(other => $"{names.Investor(other.Who.Id, other.Who.Kind)} ({ReadableNumber.Of(other.Amount)})"))}";
            yield return new LifeEvent(
                ledger.Date(round.Month),
                $"{LifeNames.Round(round.Stage)}: {LifeNames.Money(round.Raised)} for {LifeNames.Percent(round.Raised / round.PostMoney)} at {ReadableNumber.Of(round.PreMoney)} pre-money{down}.",
                [
                    $"led by {names.Investor(round.Lead.Id, round.Lead.Kind)}{others}",
                    $"score {ReadableNumber.Of(round.Score)} against a cutoff of {ReadableNumber.Of(round.Cutoff)}{refused}; founders and staff keep {LifeNames.Percent(round.FounderShare)}",
                ]);
            last = round.PostMoney;
        }

        foreach (LifeEvent told in Refusals(ledger, names, firm, money))
        {
            yield return told;
        }
    }

    /// <summary>Pitches that came to nothing after the last round; the ledger keeps the pitches of a sample of firms.</summary>
    private static IEnumerable<LifeEvent> Refusals(ReplicateLedger ledger, LifeNames names, string firm, CapTable money)
    {
        int after = money.Rounds.Count > 0 ? money.Rounds[^1].Month : int.MinValue;
        LifeRow[] refused = [.. ledger[Table.Pitches].Where("org_id", firm).Where(pitch => !pitch.Flag("funded") && pitch.Whole("month") > after)];
        if (refused.Length == 0)
        {
            yield break;
        }

        LifeRow best = refused.MaxBy(pitch => pitch.Number("score"));
        string why = best["reason"] switch
        {
            "budget" => "it had no money left",
            "attention" => "it had no time left",
            _ => $"its score was {ReadableNumber.Of(best.Number("score"))} against a cutoff of {ReadableNumber.Of(best.Number("cutoff"))}",
        };
        string count = refused.Length == 1 ? "Pitches in vain once" : $"Pitches in vain {LifeNames.Count(refused.Length)} times until {ledger.Date(refused[^1].Whole("month") ?? 0)}";
        yield return new LifeEvent(
            ledger.Date(refused[0].Whole("month") ?? 0), $"{count}; {(refused.Length == 1 ? "to" : "nearest with")} {names.Of(best["investor_id"])}: {why}.");
    }
}
