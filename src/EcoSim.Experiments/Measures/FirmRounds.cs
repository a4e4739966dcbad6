namespace EcoSim.Experiments.Measures;

/// <summary>Rounds of the home hub's start-ups with what their holders got.</summary>
/// <param name="Financings">Rounds in the order of the ledger.</param>
/// <param name="Months">Months of each start-up's rounds, rising.</param>
internal sealed record FirmRounds(IReadOnlyList<Financing> Financings, IReadOnlyList<IReadOnlyList<int>> Months)
{
    public static FirmRounds Of(TableReader rounds, TableReader investments, RunHistoryReader.FirmIds firms)
    {
        Dictionary<long, Paid> paid = PaidByRound(investments);
        var financings = new List<Financing>();
        List<int>[] months = [.. Enumerable.Range(0, firms.Count).Select(_ => new List<int>())];
        for (int row = 0; row < rounds.Rows; row++)
        {
            if (firms.Find(rounds.Id(row, "org_id")) is not { } firm)
            {
                continue;
            }

            int month = (int)rounds.Number(row, "month");
            Paid got = paid.GetValueOrDefault(rounds.Id(row, "round_id"));
            months[firm].Add(month);
            financings.Add(new Financing(
                firm, rounds.Word(row, "stage") ?? "", month, rounds.Number(row, "raised") / rounds.Number(row, "post_money"), got.Month, got.Proceeds / got.Amount));
        }

        foreach (List<int> own in months)
        {
            own.Sort();
        }

        return new FirmRounds(financings, months);
    }

    /// <summary>Holders of one round paid one price and are paid out together.</summary>
    private static Dictionary<long, Paid> PaidByRound(TableReader investments)
    {
        var paid = new Dictionary<long, Paid>();
        for (int row = 0; row < investments.Rows; row++)
        {
            long round = investments.Id(row, "round_id");
            Paid before = paid.GetValueOrDefault(round);
            paid[round] = new Paid(
                before.Amount + investments.Number(row, "amount"), before.Proceeds + investments.Number(row, "proceeds"), investments.Whole(row, "proceeds_month"));
        }

        return paid;
    }

    private readonly record struct Paid(double Amount, double Proceeds, int? Month);
}
