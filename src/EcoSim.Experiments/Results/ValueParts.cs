using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Results;

/// <summary>A part of the headline, or what is set against it.</summary>
/// <param name="Name">Name in tables.</param>
/// <param name="Words">What a person calls it.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Unit">Its unit.</param>
public sealed record ValuePart(string Name, string Words, string Meaning, string Unit = ValueParts.Unit);

/// <summary>What the headline is made of, and what is left of it once the money put in is taken off; all from the series of a run.</summary>
/// <remarks>
/// value of living firms = ecosystem_value in the last month − Σ exit_proceeds − Σ payouts, since the headline is the first plus what sales,
/// listings and payouts of profits have paid since recording began.
/// </remarks>
public static class ValueParts
{
    public const string Unit = "million RMB";

    /// <summary>What no row can tell.</summary>
    public const string Reading =
        "Money put in: by founders, angels, funds, the anchor and the state since recording began; what was put in during warm-up is not known to the series and not taken off, though firms founded then count with their value. Each interval stands for itself.";

    private static readonly int Value = Observables.IndexOf(Headlines.EcosystemValue), Proceeds = Observables.IndexOf("exit_proceeds"), Payouts = Observables.IndexOf("payouts");

    private static readonly int[] Money =
    [
        .. new[] { "founder_investment", "angel_investment", "affiliated_investment", "venture_investment", "strategic_investment", "state_investment" }.Select(Observables.IndexOf),
    ];

    /// <summary>The parts in the order of <see cref="Of"/>: three that add up to the fourth, then the fifth and what is left.</summary>
    public static IReadOnlyList<ValuePart> All { get; } =
    [
        new("living_value", "living unlisted start-ups", "Value of living unlisted start-ups in the last month, which follows what they earn and the cash that they hold over some months."),
        new("paid_by_exits", "+ paid out by exits", "Paid to the holders of start-ups that were sold or listed, summed over months."),
        new("profits_paid_out", "+ profits paid out", "Profits that unlisted start-ups paid to their holders, summed over months."),
        new(Headlines.EcosystemValue, "= ecosystem value", "The headline: the three above together."),
        new("money_put_in", "− money put in", "Money from founders, angels, funds, the anchor and the state into start-ups, summed over months."),
        new("net_value", "= net of what was put in", "The headline less the money put in."),
    ];

    /// <summary>How much of the value of living start-ups is money that they still have; only a ledger tells.</summary>
    public static ValuePart CashShare { get; } = new(
        "cash_share", "  of it cash", "Cash of living unlisted start-ups in the last month as a share of their value, over the replicates whose ledger is kept.", "share");

    /// <summary>The parts of one run.</summary>
    public static double[] Of(SeriesTable series)
    {
        double value = Outcome.Of(series, Value), proceeds = Outcome.Of(series, Proceeds), payouts = Outcome.Of(series, Payouts);
        double money = Money.Sum(column => Outcome.Of(series, column));
        return [value - proceeds - payouts, proceeds, payouts, value, money, value - money];
    }

    /// <summary>Cash of the living unlisted start-ups of the home hub in the last month, million RMB; NaN without a ledger, or when no year ends with the run.</summary>
    public static double CashOf(RunResult run)
    {
        LedgerTable? panel = run.Ledger.FirstOrDefault(table => table.Name == "panel"), firms = run.Ledger.FirstOrDefault(table => table.Name == "organizations");
        if (panel is null || firms is null)
        {
            return double.NaN;
        }

        (int id, int kind, int hub, int status) = (firms.IndexOf("org_id"), firms.IndexOf("kind"), firms.IndexOf("hub"), firms.IndexOf("status"));
        HashSet<long> counted =
        [
            .. Enumerable.Range(0, firms.RowCount).Where(row => firms.Text(row, kind) == "startup" && firms.Text(row, hub) == HomeFacts.HomeHub && firms.Text(row, status) == "operating")
                .Select(row => firms[row, id]),
        ];
        (int firm, int month, int cash) = (panel.IndexOf("org_id"), panel.IndexOf("month"), panel.IndexOf("cash"));
        int[] last = [.. Enumerable.Range(0, panel.RowCount).Where(row => panel[row, month] == run.Series.Months - 1)];
        return last.Length == 0 ? double.NaN : last.Where(row => counted.Contains(panel[row, firm])).Sum(row => panel.Number(row, cash));
    }
}
