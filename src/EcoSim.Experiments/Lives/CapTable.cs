namespace EcoSim.Experiments.Lives;

/// <summary>Who paid into a firm and what came back, from the ledger's rounds and investments.</summary>
internal sealed class CapTable
{
    /// <summary>Parts of a round smaller than this share of it are not worth a word.</summary>
    private const double LeastPart = 0.005;

    public CapTable(ReplicateLedger ledger, string firm)
    {
        double founders = 1;
        foreach (LifeRow row in ledger[Table.Rounds].Where("org_id", firm))
        {
            string round = row["round_id"]!;
            LifeRow[] parts = [.. ledger[Table.Investments].Where("round_id", round)];
            double raised = row.Number("raised"), post = row.Number("post_money");
            founders *= 1 - raised / post;
            string lead = row["lead_investor_id"]!;
            Rounds.Add(new ClosedRound(
                row.Whole("month") ?? 0, row["stage"]!, raised, row.Number("pre_money"), post, new Backer(lead, KindOf(parts, lead)),
                [.. parts.Where(part => part["investor_id"] != lead && part.Number("amount") >= LeastPart * raised)
                    .Select(part => (new Backer(part["investor_id"]!, part["investor_kind"]!), part.Number("amount")))],
                row.Number("score"), row.Number("cutoff"), row.Whole("turned_down_before") ?? 0, founders));
            Holdings.AddRange(parts);
        }
    }

    public List<ClosedRound> Rounds { get; } = [];

    public double Raised => Rounds.Sum(round => round.Raised);

    /// <summary>Share still with founders and staff after all rounds, 0-1.</summary>
    public double FounderShare => Rounds.Count > 0 ? Rounds[^1].FounderShare : 1;

    private List<LifeRow> Holdings { get; } = [];

    /// <summary>What each investor put in and got back by an exit, largest proceeds first; empty while holdings are open.</summary>
    public IReadOnlyList<Payout> Payouts() =>
    [
        .. Holdings.Where(part => part.Whole("proceeds_month") is not null)
            .GroupBy(part => (Id: part["investor_id"]!, Kind: part["investor_kind"]!))
            .Select(parts => new Payout(new Backer(parts.Key.Id, parts.Key.Kind), parts.Sum(part => part.Number("amount")), parts.Sum(part => part.Number("proceeds"))))
            .OrderByDescending(payout => payout.Proceeds),
    ];

    private static string KindOf(LifeRow[] parts, string investor) =>
        parts.FirstOrDefault(part => part["investor_id"] == investor) is { Table: not null } part ? part["investor_kind"]! : "";
}

/// <summary>An investor and its kind in the ledger's word.</summary>
internal readonly record struct Backer(string Id, string Kind);

/// <summary>A round as the ledger has it; money in million RMB.</summary>
/// <param name="Month">Month of the ledger.</param>
/// <param name="Stage">Angel, seed, a, …</param>
/// <param name="Raised">Money raised.</param>
/// <param name="PreMoney">Value before.</param>
/// <param name="PostMoney">Value after.</param>
/// <param name="Lead">Who led it.</param>
/// <param name="Others">Who else took part, with how much.</param>
/// <param name="Score">The lead's opinion of the firm.</param>
/// <param name="Cutoff">Opinion from which the stage is funded.</param>
/// <param name="TurnedDown">Pitches turned down since the round before.</param>
/// <param name="FounderShare">Share still with founders and staff afterwards, 0-1.</param>
internal sealed record ClosedRound(
    int Month, string Stage, double Raised, double PreMoney, double PostMoney, Backer Lead, IReadOnlyList<(Backer Who, double Amount)> Others,
    double Score, double Cutoff, int TurnedDown, double FounderShare);

/// <summary>What an investor put into a firm and got back, million RMB.</summary>
internal sealed record Payout(Backer Who, double Invested, double Proceeds);
