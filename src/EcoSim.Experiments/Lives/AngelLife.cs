using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Lives;

/// <summary>What a person invested as an angel, and what came back.</summary>
internal static class AngelLife
{
    /// <summary>Investments told one by one at most.</summary>
    private const int MostTold = 12;

    public static IEnumerable<LifeEvent> Of(ReplicateLedger ledger, string person)
    {
        LifeRow[] parts = [.. ledger[Table.Investments].Where("investor_id", person)];
        LifeRow[] told = parts.Length <= MostTold ? parts : [.. parts.OrderByDescending(part => part.Number("proceeds")).Take(MostTold)];
        foreach (LifeRow part in told)
        {
            LifeRow round = ledger[Table.Rounds].Where("round_id", part["round_id"]!).First();
            double amount = part.Number("amount"), proceeds = part.Number("proceeds");
            string back = part.Whole("proceeds_month") is { } month
                ? $"brought {LifeNames.Money(proceeds)} in {ledger.Date(month)}, {ReadableNumber.Of(proceeds / amount)} times the money"
                : $"still held, worth {LifeNames.Money(proceeds)} at the firm's last round";
            yield return new LifeEvent(
                ledger.Date(round.Whole("month") ?? 0),
                $"Puts {LifeNames.Money(amount)} into start-up {round["org_id"]} as an angel for {LifeNames.Percent(part.Number("share"))}; {back}.");
        }

        if (told.Length < parts.Length)
        {
            yield return new LifeEvent(
                ledger.End,
                $"In all {LifeNames.Count(parts.Length)} investments of {LifeNames.Money(parts.Sum(part => part.Number("amount")))}, worth or paid back {LifeNames.Money(parts.Sum(part => part.Number("proceeds")))}; the {LifeNames.Count(told.Length)} best are told.");
        }
    }
}
